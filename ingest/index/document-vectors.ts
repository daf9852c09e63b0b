import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { SqliteDatabase } from './sqlite.ts'
import type { ScoredLabel } from './vectors.ts'

/** Documents whose vectors are kept: half a megabyte each. */
const DOCUMENTS_KEPT = 64

const rowsSchema = z.array(z.object({ label: z.number(), vector: z.instanceof(Buffer) }))

/** The vectors of one document, of length one, a row after another. */
interface Matrix {
  readonly labels: readonly number[]
  readonly rows: Float32Array
}

/**
 * Vectors by the document they are of, each compared: for few documents that is quicker than the graph, which would be
 * gone through from end to end to find those that are let through, and it misses none.
 */
export class DocumentVectors {
  private readonly database: SqliteDatabase
  private readonly embedderId: string
  private readonly dimensions: number
  private readonly kept = new LRUCache<string, Matrix>({ max: DOCUMENTS_KEPT })

  constructor(database: SqliteDatabase, embedder: { readonly id: string; readonly dimensions: number }) {
    this.database = database
    this.embedderId = embedder.id
    this.dimensions = embedder.dimensions
  }

  /** The `limit` chunks of these documents nearest to a vector, best first. */
  nearest(vector: readonly number[], documentIds: readonly string[], limit: number): ScoredLabel[] {
    const asked = Float32Array.from(vector)
    normalise(asked)
    return documentIds
      .flatMap((id) => {
        const { labels, rows } = this.matrix(id)
        return labels.map((label, at) => ({ label, score: product(asked, rows, at * this.dimensions) }))
      })
      .sort((a, b) => b.score - a.score || a.label - b.label)
      .slice(0, limit)
  }

  private matrix(documentId: string): Matrix {
    const kept = this.kept.get(documentId)
    if (kept) return kept
    const fresh = this.read(documentId)
    this.kept.set(documentId, fresh)
    return fresh
  }

  private read(documentId: string): Matrix {
    const found = rowsSchema.parse(
      this.database
        .prepare<[string, string]>(`
          SELECT c.label, v.vector FROM chunks c JOIN vectors v ON v.embedder = ? AND v.text_sha256 = c.text_sha256
          WHERE c.document_id = ? ORDER BY c.label`)
        .all(this.embedderId, documentId),
    )
    const rows = new Float32Array(found.length * this.dimensions)
    const bytes = new Uint8Array(rows.buffer)
    for (const [at, { vector }] of found.entries()) {
      bytes.set(vector, at * this.dimensions * Float32Array.BYTES_PER_ELEMENT)
      normalise(rows.subarray(at * this.dimensions, (at + 1) * this.dimensions))
    }
    return { labels: found.map(({ label }) => label), rows }
  }
}

/** Gives a vector the length one. */
function normalise(vector: Float32Array): void {
  const length = Math.sqrt(product(vector, vector, 0))
  if (length === 0) return
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length
}

/** Four sums side by side: one alone waits for each of its additions. */
function product(a: Float32Array, rows: Float32Array, from: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  for (let at = 0; at < a.length; at += 4) {
    first += (a[at] ?? 0) * (rows[from + at] ?? 0)
    second += (a[at + 1] ?? 0) * (rows[from + at + 1] ?? 0)
    third += (a[at + 2] ?? 0) * (rows[from + at + 2] ?? 0)
    fourth += (a[at + 3] ?? 0) * (rows[from + at + 3] ?? 0)
  }
  return first + second + (third + fourth)
}
