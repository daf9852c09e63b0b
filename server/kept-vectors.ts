import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const KEY_BYTES = 32

/**
 * Vectors that were paid for by an ingest that did not come to its end, in a file of the data folder: the next one goes
 * on from there. A record is the SHA-256 of a text and its vector; a record that was cut off is left out.
 */
export class KeptVectors {
  readonly #path: string
  readonly #folder: string
  readonly #dimensions: number
  #known: Map<string, number[]> | null = null

  /** `id` names the embedder: vectors of another are not taken for its own. */
  constructor(dataDir: string, id: string, dimensions: number) {
    this.#folder = join(dataDir, 'vectors-under-way')
    this.#path = join(this.#folder, createHash('sha256').update(id).digest('hex').slice(0, 16))
    this.#dimensions = dimensions
  }

  get(text: string): number[] | undefined {
    return this.#read().get(keyOf(text).toString('hex'))
  }

  keep(texts: readonly string[], vectors: readonly (readonly number[])[]): void {
    const known = this.#read()
    const records = texts.flatMap((text, at) => {
      const vector = vectors[at]
      if (vector?.length !== this.#dimensions) return []
      const key = keyOf(text)
      known.set(key.toString('hex'), [...vector])
      return [key, Buffer.from(Float32Array.from(vector).buffer)]
    })
    mkdirSync(this.#folder, { recursive: true })
    appendFileSync(this.#path, Buffer.concat(records))
  }

  /** The ingest came to its end: the index holds the vectors now. */
  clear(): void {
    this.#known = null
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #read(): Map<string, number[]> {
    if (this.#known) return this.#known
    const known = new Map<string, number[]>()
    const bytes = bytesOf(this.#path)
    const size = KEY_BYTES + this.#dimensions * Float32Array.BYTES_PER_ELEMENT
    const whole = bytes.length - (bytes.length % size)
    for (let from = 0; from < whole; from += size) {
      const record = new Uint8Array(bytes.subarray(from, from + size))
      const floats = new Float32Array(record.buffer, KEY_BYTES, this.#dimensions)
      known.set(bytes.toString('hex', from, from + KEY_BYTES), [...floats])
    }
    if (whole < bytes.length) truncateSync(this.#path, whole)
    this.#known = known
    return known
  }
}

function keyOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
