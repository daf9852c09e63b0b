import { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import type { PublishedFinding } from '../answer/contract.ts'

const suppressionSchema = z.strictObject({
  /** Id of a finding: it stays the same as long as what it says does. */
  finding: z.string().min(1),
  /** Why a person lets it be. */
  reason: z.string().trim().min(1),
})

const suppressionsSchema = z.array(suppressionSchema)

/** Findings that a person has looked at and lets be, each with the reason. */
export type Suppressions = z.infer<typeof suppressionsSchema>

/** A finding that is let be. */
export interface SuppressedFinding extends PublishedFinding {
  readonly reason: string
}

export interface SortedFindings {
  readonly findings: readonly PublishedFinding[]
  readonly suppressed: readonly SuppressedFinding[]
  /** Ids of suppressions that no finding has any more. */
  readonly stale: readonly string[]
}

/** Reads `[{ "finding": "…", "reason": "…" }]`. Throws Problem "suppressions-invalid" for anything else. */
export function readSuppressions(text: string, file: string): Suppressions {
  const invalid = (why: string, cause?: unknown) => new Problem('suppressions-invalid', `${file}: ${why}`, { cause })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw invalid('is no JSON.', error)
  }
  const parsed = suppressionsSchema.safeParse(json)
  if (parsed.success) return parsed.data
  throw invalid(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}

/** Parts the findings that are let be from the others. */
export function sortOut(findings: readonly PublishedFinding[], suppressions: Suppressions): SortedFindings {
  const reasons = new Map(suppressions.map(({ finding, reason }) => [finding, reason]))
  const held = new Set(findings.map(({ id }) => id))
  return {
    findings: findings.filter(({ id }) => !reasons.has(id)),
    suppressed: findings.flatMap((finding) => {
      const reason = reasons.get(finding.id)
      return reason === undefined ? [] : [{ ...finding, reason }]
    }),
    stale: [...reasons.keys()].filter((id) => !held.has(id)),
  }
}
