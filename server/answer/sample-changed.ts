import type { CorpusIndex } from '../../ingest/index/open.ts'

/** For tests: an index with its documents' lines changed behind the back of its facts. */
export function withLines(index: CorpusIndex, change: (line: string, at: number) => string): CorpusIndex {
  return {
    version: index.version,
    createdAt: index.createdAt,
    checked: index.checked,
    embedderId: index.embedderId,
    documents: () => index.documents(),
    document: (id) => index.document(id),
    lines: (id) => index.lines(id).map((line, at) => change(line, at + 1)),
    places: (id) => index.places(id),
    tables: (id) => index.tables(id),
    table: (id) => index.table(id),
    facts: (id) => index.facts(id),
    checks: (id) => index.checks(id),
    findFacts: (filter, page, limit) => index.findFacts(filter, page, limit),
    chunks: (id) => index.chunks(id),
    chunk: (id) => index.chunk(id),
    searchTerms: (query, ids, limit) => index.searchTerms(query, ids, limit),
    documentsSaying: (query, ids, passages) => index.documentsSaying(query, ids, passages),
    searchVectors: (query, ids, limit) => index.searchVectors(query, ids, limit),
    close: () => {},
  }
}
