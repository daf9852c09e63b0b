import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Evaluation } from './evaluation.ts'
import { qualityOf } from './retrieval.ts'
import type { Result } from './run.ts'
import { summaryOf } from './summary.ts'

const outcomeSchema = z.enum(['correct', 'partial', 'wrong', 'abstained', 'error'])

/** What a committed tree reached, so that a later one can be held against it. Latency is left out: it is the machine's. */
const baselineSchema = z.object({
  summary: z.object({
    questions: z.number().int(),
    correct: z.number().int(),
    wrong: z.number().int(),
    /** Shares of answers, rounded to four digits. */
    citationsHold: z.number().nullable(),
    citesEvidence: z.number().nullable(),
    stock: z.object({ correct: z.number().int(), ceiling: z.number().int() }).nullable(),
    /** hit@4 over all questions with evidence. */
    hitAt4: z.object({ vectors: z.number(), terms: z.number(), fused: z.number() }).nullable(),
  }),
  /** Scores made with different embedders are not compared. */
  embedderId: z.string().nullable(),
  /** By id of the question. */
  outcomes: z.record(z.string(), outcomeSchema),
})
type Baseline = z.infer<typeof baselineSchema>

/** How far accuracy may fall, in points, and by how many questions wrong answers may rise. */
const MOST_POINTS_LOST = 0.5
const MOST_WRONG_GAINED = 1

export function readBaseline(path: string): Baseline {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return baselineSchema.parse(parsed)
}

export function writeBaseline(path: string, baseline: Baseline): void {
  writeFileSync(path, `${JSON.stringify(baseline, null, 2)}\n`)
}

export function baselineOf({ results, stock, retrieval, embedderId }: Evaluation): Baseline {
  const { questions, outcomes, citationsHold, citesEvidence } = summaryOf(results)
  const hit = (ranking: 'vectors' | 'terms' | 'fused'): number =>
    rounded(qualityOf((retrieval ?? []).map((ranks) => ranks[ranking])).hit4)
  const share = ({ part, whole }: { part: number; whole: number }) => (whole === 0 ? null : rounded(part / whole))
  return {
    summary: {
      questions,
      correct: outcomes.correct,
      wrong: outcomes.wrong,
      citationsHold: share(citationsHold),
      citesEvidence: share(citesEvidence),
      stock: stock && { correct: summaryOf(stock.results).outcomes.correct, ceiling: stock.reach.any.length },
      hitAt4: retrieval && { vectors: hit('vectors'), terms: hit('terms'), fused: hit('fused') },
    },
    embedderId,
    outcomes: Object.fromEntries(results.map(({ id, outcome }) => [id, outcome])),
  }
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

/** From worst to best: an answer that is wrong is worse than none. */
const RANK: Readonly<Record<Result['outcome'], number>> = { error: 0, wrong: 1, abstained: 2, partial: 3, correct: 4 }

/**
 * What makes a run fall behind the baseline, in sentences that name the questions; [] where it holds. Questions that the
 * baseline does not know are passed over; one that it knows and that was not asked is a fault.
 */
export function fallenBehind(baseline: Baseline, results: readonly Result[]): string[] {
  const known = results.filter(({ id }) => id in baseline.outcomes)
  const asked = new Set(known.map(({ id }) => id))
  const missing = Object.keys(baseline.outcomes).filter((id) => !asked.has(id))
  const before = Object.entries(baseline.outcomes).filter(([id]) => asked.has(id))
  const wrongBefore = before.filter(([, outcome]) => outcome === 'wrong').length
  const wrong = known.filter(({ outcome }) => outcome === 'wrong').length
  const rightBefore = before.filter(([, outcome]) => outcome === 'correct').length
  const right = known.filter(({ outcome }) => outcome === 'correct').length
  const lost = (100 * (rightBefore - right)) / Math.max(1, known.length)
  const faults = [
    ...(missing.length > 0 ? [`not asked, though in the baseline: ${missing.join(', ')}`] : []),
    ...(lost > MOST_POINTS_LOST ? [`accuracy fell by ${lost.toFixed(1)} points`] : []),
    ...(wrong - wrongBefore > MOST_WRONG_GAINED ? [`wrong answers rose from ${wrongBefore} to ${wrong}`] : []),
  ]
  return faults.length === 0 ? [] : [...faults, ...worsened(baseline, known)]
}

/** The questions that fare worse than in the baseline, each with what happened. */
function worsened(baseline: Baseline, results: readonly Result[]): string[] {
  return results.flatMap(({ id, kind, question, outcome, why }) => {
    const before = baseline.outcomes[id]
    if (before === undefined || RANK[outcome] >= RANK[before]) return []
    return [`${id} [${kind}] ${before} → ${outcome}: ${question} (${why})`]
  })
}
