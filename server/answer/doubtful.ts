import type { Fact } from '../../ingest/domain/fact.ts'
import type { Finding } from '../../ingest/domain/finding.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { type Caution, leadingFact, type ShownFigure } from './evidence.ts'

/** Cautions that say themselves that the documents do not agree about a figure. */
const TELLS_CONFLICT: ReadonlySet<Caution['kind']> = new Set(['conflict', 'sumDiffers', 'recomputed', 'otherBase'])

/** What the checks of the documents say of the figures answered, where no other caution says so already. */
export function doubtsAbout(
  shown: readonly ShownFigure[],
  cautions: readonly Caution[],
  index: CorpusReader,
): Extract<Caution, { kind: 'doubtful' }>[] {
  if (cautions.some(({ kind }) => TELLS_CONFLICT.has(kind))) return []
  const facts = shown.filter(({ role }) => role === 'answer').map(leadingFact)
  const doubts = facts.flatMap((fact) =>
    doubtsOf(fact, index).map((finding) => ({ kind: 'doubtful' as const, fact, finding })),
  )
  return doubts.filter(({ finding }, at) => doubts.findIndex((other) => other.finding.id === finding.id) === at)
}

/** Errors of the documents that a fact's own figure takes part in: it stands at one of their places, and does not agree. */
function doubtsOf({ documentId, source, tableId, amount }: Fact, index: CorpusReader): Finding[] {
  const stated = new RegExp(`(?<![\\d.,])${amount.raw.replace(/[.]/g, '\\.')}(?![\\d,]|\\.\\d)`)
  return index
    .checks(documentId)
    .findings.filter(
      ({ verdict, minor, places, values }) =>
        verdict === 'contradiction' &&
        !minor &&
        values.some((value) => stated.test(value)) &&
        places.some(
          (place) =>
            place.tableId === tableId &&
            place.source.from <= source.to &&
            source.from <= place.source.to &&
            stated.test(place.raw),
        ),
    )
}
