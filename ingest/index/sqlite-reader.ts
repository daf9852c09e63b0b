import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type Chunk, chunkSchema } from '../domain/chunk.ts'
import { type DocumentRecord, documentRecordSchema } from '../domain/document.ts'
import type { Fact } from '../domain/fact.ts'
import { type DocumentChecks, documentChecksSchema } from '../domain/finding.ts'
import { LinePlaces } from '../domain/line-places.ts'
import { type Table, tableSchema } from '../domain/table.ts'
import { cursorOf, positionOf } from './page-cursor.ts'
import type { SqliteDatabase } from './sqlite.ts'
import type { CorpusReader, FactFilter, FactPage, ScoredChunk } from './store.ts'
import { TermSearch } from './term-search.ts'

/** Documents whose lines, places, facts and tables are kept parsed. */
const DOCUMENTS_KEPT = 64
/** Passages kept parsed: each question looks at some forty that were found. */
const CHUNKS_KEPT = 4096

/**
 * Facts are checked by `factSchema` when they are put in and trusted when they are read: fetching and parsing 3,000 of
 * them takes 35 ms, and checking them again would add 12 (85 in a process that has only just started).
 */
const storedFact = z.custom<Fact>((value) => typeof value === 'object' && value !== null && 'amount' in value)
const linesSchema = z.array(z.string())

interface JsonRow {
  readonly json: string
}

interface FactRow extends JsonRow {
  readonly sortKey: string
  readonly position: number
}

interface FactQuery {
  readonly documentIds: string | null
  readonly fiscalYear: number | null
  readonly basis: string | null
  readonly role: string | null
  readonly item: string | null
  readonly sortKey: string
  readonly position: number
  readonly limit: number
}

const FIND_FACTS = `
  SELECT f.json, d.sort_key AS sortKey, f.position
  FROM documents d CROSS JOIN facts f ON f.document_id = d.id
  WHERE d.sort_key >= :sortKey AND (d.sort_key > :sortKey OR f.position > :position)
    AND (:documentIds IS NULL OR d.id IN (SELECT value FROM json_each(:documentIds)))
    AND (:fiscalYear IS NULL OR f.fiscal_year = :fiscalYear)
    AND (:basis IS NULL OR f.basis = :basis)
    AND (:role IS NULL OR f.role = :role)
    AND (:item IS NULL OR instr(f.name, :item) > 0 OR instr(f.project, :item) > 0
         OR substr(f.code, 1, length(:item)) = :item)
  ORDER BY d.sort_key, f.position
  LIMIT :limit`

/** A corpus in one SQLite file, for reading. */
export class SqliteReader implements CorpusReader {
  protected readonly database: SqliteDatabase
  private readonly factsKept = new LRUCache<string, readonly Fact[]>({ max: DOCUMENTS_KEPT })
  private readonly tablesKept = new LRUCache<string, readonly Table[]>({ max: DOCUMENTS_KEPT })
  private readonly linesKept = new LRUCache<string, readonly string[]>({ max: DOCUMENTS_KEPT })
  private readonly placesKept = new LRUCache<string, { readonly places: LinePlaces | null }>({ max: DOCUMENTS_KEPT })
  private readonly checksKept = new LRUCache<string, DocumentChecks>({ max: DOCUMENTS_KEPT })
  private readonly chunksKept = new LRUCache<string, Chunk>({ max: CHUNKS_KEPT })
  private readonly termSearch: TermSearch
  private recordsKept: ReadonlyMap<string, DocumentRecord> | null = null
  private documentsKept: readonly DocumentRecord[] | null = null

  constructor(database: SqliteDatabase) {
    this.database = database
    this.termSearch = new TermSearch(database)
  }

  /** The same list each time while nothing is put in or deleted: every question begins with it. */
  documents(): readonly DocumentRecord[] {
    this.assertOpen()
    this.documentsKept ??= this.database
      .prepare<[], JsonRow>('SELECT json FROM documents ORDER BY sort_key')
      .all()
      .map((row) => documentRecordSchema.parse(JSON.parse(row.json)))
    return this.documentsKept
  }

  document(id: string): DocumentRecord | null {
    this.recordsKept ??= new Map(this.documents().map((record) => [record.id, record]))
    return this.recordsKept.get(id) ?? null
  }

  lines(documentId: string): readonly string[] {
    return kept(this.linesKept, documentId, () => {
      const row = this.database
        .prepare<[string], { readonly lines: string }>('SELECT lines FROM texts WHERE document_id = ?')
        .get(documentId)
      return row ? linesSchema.parse(JSON.parse(row.lines)) : []
    })
  }

  places(documentId: string): LinePlaces | null {
    return kept(this.placesKept, documentId, () => {
      const row = this.database
        .prepare<[string], { readonly packed: Buffer }>('SELECT packed FROM places WHERE document_id = ?')
        .get(documentId)
      return { places: row ? LinePlaces.unpacked(row.packed) : null }
    }).places
  }

  tables(documentId: string): readonly Table[] {
    return kept(this.tablesKept, documentId, () =>
      this.rowsOf('tables', documentId).map((row) => tableSchema.parse(JSON.parse(row.json))),
    )
  }

  table(tableId: string): Table | null {
    const row = this.database
      .prepare<[string], { readonly documentId: string }>('SELECT document_id AS documentId FROM tables WHERE id = ?')
      .get(tableId)
    return row ? (this.tables(row.documentId).find((table) => table.id === tableId) ?? null) : null
  }

  facts(documentId: string): readonly Fact[] {
    return kept(this.factsKept, documentId, () =>
      this.rowsOf('facts', documentId).map((row) => storedFact.parse(JSON.parse(row.json))),
    )
  }

  checks(documentId: string): DocumentChecks {
    return kept(this.checksKept, documentId, () => {
      const row = this.database
        .prepare<[string], JsonRow>('SELECT json FROM checks WHERE document_id = ?')
        .get(documentId)
      return row ? documentChecksSchema.parse(JSON.parse(row.json)) : { findings: [], applied: {} }
    })
  }

  findFacts(filter: FactFilter, page: string | null, limit: number): FactPage {
    const rows = this.database.prepare<[FactQuery], FactRow>(FIND_FACTS).all({
      documentIds: filter.documentIds ? JSON.stringify(filter.documentIds) : null,
      fiscalYear: filter.fiscalYear ?? null,
      basis: filter.basis ?? null,
      role: filter.role ?? null,
      item: filter.item?.toLowerCase() ?? null,
      ...positionOf(page),
      limit: limit + 1,
    })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      facts: shown.map((row) => storedFact.parse(JSON.parse(row.json))),
      nextPage: last && rows.length > limit ? cursorOf(last) : null,
    }
  }

  chunks(documentId: string): readonly Chunk[] {
    return this.rowsOf('chunks', documentId).map((row) => chunkSchema.parse(JSON.parse(row.json)))
  }

  chunk(chunkId: string): Chunk | null {
    const held = this.chunksKept.get(chunkId)
    if (held) return held
    const row = this.database.prepare<[string], JsonRow>('SELECT json FROM chunks WHERE id = ?').get(chunkId)
    if (!row) return null
    const chunk = chunkSchema.parse(JSON.parse(row.json))
    this.chunksKept.set(chunkId, chunk)
    return chunk
  }

  searchTerms(query: string, documentIds: readonly string[] | null, limit: number): readonly ScoredChunk[] {
    return this.termSearch.chunks(query, documentIds, limit)
  }

  documentsSaying(query: string, documentIds: readonly string[] | null, passages: number): readonly string[] {
    return this.termSearch.documents(query, documentIds, passages)
  }

  close(): void {
    this.database.close()
  }

  /** What is held parsed of this document no longer holds. */
  protected forget(documentId: string): void {
    this.factsKept.delete(documentId)
    this.tablesKept.delete(documentId)
    this.linesKept.delete(documentId)
    this.placesKept.delete(documentId)
    this.checksKept.delete(documentId)
    this.chunksKept.clear()
    this.recordsKept = null
    this.documentsKept = null
  }

  /** What is kept must not be read from an index that was closed. */
  private assertOpen(): void {
    if (!this.database.open) throw new TypeError('The database connection is not open')
  }

  private rowsOf(table: 'tables' | 'facts' | 'chunks', documentId: string): readonly JsonRow[] {
    return this.database
      .prepare<[string], JsonRow>(`SELECT json FROM ${table} WHERE document_id = ? ORDER BY position`)
      .all(documentId)
  }
}

function kept<T extends object>(cache: LRUCache<string, T>, key: string, read: () => T): T {
  const held = cache.get(key)
  if (held) return held
  const fresh = read()
  cache.set(key, fresh)
  return fresh
}
