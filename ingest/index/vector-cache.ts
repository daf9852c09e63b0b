import { z } from 'zod'
import { type Chunk, chunkSchema } from '../domain/chunk.ts'
import type { SqliteDatabase } from './sqlite.ts'

/** A chunk's label among the vectors, and the hash of the text that is embedded. */
export interface LabelledText {
  readonly label: number
  readonly sha256: string
}

const vectorSchema = z.instanceof(Buffer)

/** The vectors of one embedder by the text they stand for, kept beside the chunks so that no text is embedded twice. */
export class VectorCache {
  private readonly database: SqliteDatabase
  private readonly embedderId: string

  constructor(database: SqliteDatabase, embedderId: string) {
    this.database = database
    this.embedderId = embedderId
  }

  /** Chunks of the store with a label from `first` to before `end`, in the order they were put in. */
  labelledTexts(first: number, end: number): readonly LabelledText[] {
    return this.database
      .prepare<[number, number], LabelledText>(
        'SELECT label, text_sha256 AS sha256 FROM chunks WHERE label >= ? AND label < ? ORDER BY label',
      )
      .all(first, end)
  }

  /** Labels of the chunks of these documents. */
  labelsOf(documentIds: readonly string[]): readonly number[] {
    return this.database
      .prepare<[string], number>(
        'SELECT label FROM chunks WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY label',
      )
      .pluck()
      .all(JSON.stringify(documentIds))
  }

  /** The first label that no chunk has yet, nor any before it. */
  endOfLabels(): number {
    return this.database.prepare<[], number>('SELECT coalesce(max(label), 0) + 1 FROM chunks').pluck().get() ?? 1
  }

  /** Texts of chunks with a label from `first` on that have no vector yet, each once. */
  missing(first: number): readonly { readonly sha256: string; readonly text: Chunk['text'] }[] {
    const rows = this.database
      .prepare<[number, string], { readonly sha256: string; readonly json: string }>(`
        SELECT text_sha256 AS sha256, json FROM chunks
        WHERE label IN (SELECT min(label) FROM chunks WHERE label >= ? GROUP BY +text_sha256)
          AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.embedder = ? AND v.text_sha256 = chunks.text_sha256)
        ORDER BY label`)
      .all(first, this.embedderId)
    return rows.map(({ sha256, json }) => ({ sha256, text: chunkSchema.parse(JSON.parse(json)).text }))
  }

  keep(vectors: readonly { readonly sha256: string; readonly vector: readonly number[] }[]): void {
    const insert = this.database.prepare('INSERT INTO vectors (embedder, text_sha256, vector) VALUES (?, ?, ?)')
    this.database.transaction(() => {
      for (const { sha256, vector } of vectors) {
        insert.run(this.embedderId, sha256, Buffer.from(Float32Array.from(vector).buffer))
      }
    })()
  }

  /** The vector of a text of the store. Throws where it was never kept. */
  vector(sha256: string): readonly number[] {
    const row = this.database
      .prepare<[string, string], { readonly vector: unknown }>(
        'SELECT vector FROM vectors WHERE embedder = ? AND text_sha256 = ?',
      )
      .get(this.embedderId, sha256)
    const bytes = vectorSchema.parse(row?.vector)
    const floats = new Float32Array(bytes.length / Float32Array.BYTES_PER_ELEMENT)
    new Uint8Array(floats.buffer).set(bytes)
    return [...floats]
  }

  /** Lets go of the vectors of other embedders and of texts that no chunk has any more. */
  prune(): void {
    this.database
      .prepare('DELETE FROM vectors WHERE embedder <> ? OR text_sha256 NOT IN (SELECT text_sha256 FROM chunks)')
      .run(this.embedderId)
  }
}
