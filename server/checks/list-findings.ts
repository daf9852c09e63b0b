import type { Finding } from '../../ingest/domain/finding.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { bySeverity } from './severity.ts'

/** The findings of one document or of all, and how often each rule was tried. */
export interface FindingListing {
  readonly findings: readonly Finding[]
  readonly applied: Readonly<Record<string, number>>
}

/**
 * What was found when the documents were ingested; of all documents, errors come first. Throws Problem
 * "document-unknown" for an id that is not held.
 */
export function listFindings(corpus: CorpusReader, documentId: string | undefined): FindingListing {
  if (documentId !== undefined && corpus.document(documentId) === null)
    throw new Problem('document-unknown', `No document has the id ${documentId}.`)
  const ids = documentId === undefined ? corpus.documents().map(({ id }) => id) : [documentId]
  const applied: Record<string, number> = {}
  const findings = ids.flatMap((id) => {
    const checks = corpus.checks(id)
    for (const [rule, times] of Object.entries(checks.applied)) applied[rule] = (applied[rule] ?? 0) + times
    return checks.findings
  })
  return { findings: findings.sort(bySeverity), applied }
}
