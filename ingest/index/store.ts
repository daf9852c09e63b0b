import type { Chunk } from '../domain/chunk.ts'
import type { Basis, DocumentRecord } from '../domain/document.ts'
import type { Fact } from '../domain/fact.ts'
import type { DocumentChecks } from '../domain/finding.ts'
import type { LinePlaces } from '../domain/line-places.ts'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import type { Role, Table } from '../domain/table.ts'

/** A filter for facts; what is absent does not filter. All given must hold. */
export interface FactFilter {
  /** Documents to look in; [] finds nothing. */
  readonly documentIds?: readonly string[] | undefined
  readonly fiscalYear?: number | undefined
  readonly basis?: Basis | undefined
  readonly role?: Role | undefined
  /** Part of the measure's name, its code, or its project. */
  readonly item?: string | undefined
}

export interface FactPage {
  readonly facts: readonly Fact[]
  /** Opaque cursor of the next page; null on the last. */
  readonly nextPage: string | null
}

export interface ScoredChunk {
  readonly chunkId: string
  /** Higher is better; comparable only within one result. */
  readonly score: number
}

/** Reading side of a corpus. Results are in document order; the same call gives the same result. */
export interface CorpusReader {
  /** By organisation, then fiscal year, then id. */
  documents(): readonly DocumentRecord[]
  document(id: string): DocumentRecord | null
  lines(documentId: string): readonly string[]
  /** Where the lines are printed; null for a text, whose lines are those of the file. */
  places(documentId: string): LinePlaces | null
  tables(documentId: string): readonly Table[]
  table(tableId: string): Table | null
  facts(documentId: string): readonly Fact[]
  /** What of a document does not agree, errors first; nothing, and no rule tried, for one that is not held. */
  checks(documentId: string): DocumentChecks
  /** Pages of at most `limit` facts, ordered by document and position. Throws Problem "request-invalid" for a foreign cursor. */
  findFacts(filter: FactFilter, page: string | null, limit: number): FactPage
  chunks(documentId: string): readonly Chunk[]
  chunk(chunkId: string): Chunk | null
  /** Full-text search over chunks, CJK-aware, best first; `documentIds` limits it, null looks everywhere. */
  searchTerms(query: string, documentIds: readonly string[] | null, limit: number): readonly ScoredChunk[]
  /**
   * Documents that say words of a query, best first, by their best passages, of which `passages` are looked at. Words that
   * stand in so many passages that they tell no documents apart may be left out of it.
   */
  documentsSaying(query: string, documentIds: readonly string[] | null, passages: number): readonly string[]
  close(): void
}

/** Writing side; every call is atomic. */
export interface CorpusWriter extends CorpusReader {
  /** Puts a document in, replacing exactly the one with the same id, if there is one. */
  put(document: ParsedDocument): void
  /** False where no document has this id. */
  delete(documentId: string): boolean
}
