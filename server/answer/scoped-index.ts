import type { CorpusIndex } from '../../ingest/index/open.ts'

const scoped = new WeakMap<CorpusIndex, Map<string, CorpusIndex>>()
/** Names come from outside: no more views of an index are kept than this. */
const MOST_SCOPES = 100

/**
 * The index as if it held the documents of one organisation only, by its name or any of its other names. An organisation
 * that is not held leaves nothing. The same view is given each time, so that what is made of its documents is kept.
 */
export function scopedTo(organization: string, index: CorpusIndex): CorpusIndex {
  const views = scoped.get(index) ?? new Map<string, CorpusIndex>()
  scoped.set(index, views)
  const known = views.get(organization)
  if (known) return known
  if (views.size >= MOST_SCOPES) views.clear()
  const view = viewOf(organization, index)
  views.set(organization, view)
  return view
}

function viewOf(organization: string, index: CorpusIndex): CorpusIndex {
  const documents = index
    .documents()
    .filter((document) => document.organization === organization || document.aliases.includes(organization))
  const ids = documents.map(({ id }) => id)
  const holds = (id: string): boolean => ids.includes(id)
  const within = (wanted: readonly string[] | null | undefined): readonly string[] => wanted?.filter(holds) ?? ids
  return {
    version: index.version,
    createdAt: index.createdAt,
    embedderId: index.embedderId,
    checked: index.checked,
    documents: () => documents,
    document: (id) => (holds(id) ? index.document(id) : null),
    lines: (id) => (holds(id) ? index.lines(id) : []),
    places: (id) => (holds(id) ? index.places(id) : null),
    tables: (id) => (holds(id) ? index.tables(id) : []),
    table: (id) => index.table(id),
    facts: (id) => (holds(id) ? index.facts(id) : []),
    checks: (id) => (holds(id) ? index.checks(id) : { findings: [], applied: {} }),
    findFacts: (filter, page, limit) =>
      index.findFacts({ ...filter, documentIds: within(filter.documentIds) }, page, limit),
    chunks: (id) => (holds(id) ? index.chunks(id) : []),
    chunk: (id) => index.chunk(id),
    searchTerms: (query, wanted, limit) => index.searchTerms(query, within(wanted), limit),
    documentsSaying: (query, wanted, passages) => index.documentsSaying(query, within(wanted), passages),
    searchVectors: (query, wanted, limit) => index.searchVectors(query, within(wanted), limit),
    close: () => index.close(),
  }
}
