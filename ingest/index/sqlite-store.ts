import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Chunk, chunkSchema } from '../domain/chunk.ts'
import { documentRecordSchema } from '../domain/document.ts'
import { type Fact, factSchema } from '../domain/fact.ts'
import { documentChecksSchema } from '../domain/finding.ts'
import { LinePlaces } from '../domain/line-places.ts'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import { type Table, tableSchema } from '../domain/table.ts'
import { sortKey } from './page-cursor.ts'
import { openPrivate, type SqliteDatabase } from './sqlite.ts'
import { SqliteReader } from './sqlite-reader.ts'
import { CREATE_TABLES } from './sqlite-schema.ts'
import type { CorpusWriter } from './store.ts'
import { terms } from './terms.ts'

const MOST_FREE = 0.25

/** A corpus in one SQLite file, for writing; creates its tables in a new file. */
export class SqliteStore extends SqliteReader implements CorpusWriter {
  constructor(database: SqliteDatabase) {
    super(database)
    database.pragma('foreign_keys = ON')
    const tables = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()
    if (tables?.count === 0) database.exec(CREATE_TABLES)
  }

  put(document: ParsedDocument): void {
    this.database.transaction(() => {
      this.remove(document.record.id)
      this.insertDocument(document)
      this.insertTables(document.record.id, document.tables)
      this.insertFacts(document.record.id, document.facts)
      this.insertChunks(document.record.id, document.chunks)
    })()
    this.forget(document.record.id)
  }

  delete(documentId: string): boolean {
    const removed = this.database.transaction(() => this.remove(documentId))()
    this.forget(documentId)
    return removed
  }

  /** Gives back the room of what was deleted, where it is much. */
  compact(): void {
    const pages = z.number()
    const free = pages.parse(this.database.pragma('freelist_count', { simple: true }))
    const all = pages.parse(this.database.pragma('page_count', { simple: true }))
    if (free > all * MOST_FREE) this.database.exec('VACUUM')
  }

  private remove(documentId: string): boolean {
    this.database
      .prepare('DELETE FROM chunk_terms WHERE rowid IN (SELECT label FROM chunks WHERE document_id = ?)')
      .run(documentId)
    return this.database.prepare('DELETE FROM documents WHERE id = ?').run(documentId).changes > 0
  }

  private insertDocument({ record, lines, places, checks }: ParsedDocument): void {
    this.database
      .prepare('INSERT INTO documents (id, sort_key, json) VALUES (?, ?, ?)')
      .run(record.id, sortKey(record), JSON.stringify(documentRecordSchema.parse(record)))
    this.database
      .prepare('INSERT INTO checks (document_id, json) VALUES (?, ?)')
      .run(record.id, JSON.stringify(documentChecksSchema.parse(checks)))
    this.database.prepare('INSERT INTO texts (document_id, lines) VALUES (?, ?)').run(record.id, JSON.stringify(lines))
    if (places === null) return
    const { packed } = LinePlaces.of(places)
    this.database.prepare('INSERT INTO places (document_id, packed) VALUES (?, ?)').run(record.id, packed)
  }

  private insertTables(documentId: string, tables: readonly Table[]): void {
    const insert = this.database.prepare('INSERT INTO tables (id, document_id, position, json) VALUES (?, ?, ?, ?)')
    for (const [position, table] of tables.entries()) {
      insert.run(table.id, documentId, position, JSON.stringify(tableSchema.parse(table)))
    }
  }

  private insertFacts(documentId: string, facts: readonly Fact[]): void {
    const insert = this.database.prepare(`
      INSERT INTO facts (id, document_id, position, fiscal_year, basis, role, name, code, project, json)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    for (const [position, fact] of facts.entries()) {
      insert.run(
        fact.id,
        documentId,
        position,
        fact.fiscalYear,
        fact.basis,
        fact.role,
        fact.measure.name.toLowerCase(),
        fact.measure.code?.toLowerCase() ?? null,
        fact.project?.toLowerCase() ?? null,
        JSON.stringify(factSchema.parse(fact)),
      )
    }
  }

  private insertChunks(documentId: string, chunks: readonly Chunk[]): void {
    const insert = this.database.prepare(
      'INSERT INTO chunks (id, document_id, position, text_sha256, json) VALUES (?, ?, ?, ?, ?)',
    )
    const insertTerms = this.database.prepare('INSERT INTO chunk_terms (rowid, terms) VALUES (?, ?)')
    for (const [position, chunk] of chunks.entries()) {
      const sha256 = createHash('sha256').update(chunk.text).digest('hex')
      const json = JSON.stringify(chunkSchema.parse(chunk))
      const { lastInsertRowid } = insert.run(chunk.id, documentId, position, sha256, json)
      insertTerms.run(lastInsertRowid, terms(chunk.text).join(' '))
    }
  }
}

/** Opens the corpus in this file for writing, new or as it stands. */
export function openSqliteStore(path: string): SqliteStore {
  return new SqliteStore(openPrivate(path))
}
