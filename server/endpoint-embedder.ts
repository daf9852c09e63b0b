import { Problem } from '../ingest/domain/problem.ts'
import type { Embedder } from '../ingest/index/open.ts'
import { KeptVectors } from './kept-vectors.ts'
import type { Embeddings } from './model/embeddings.ts'
import { ModelFailure } from './model/model-failure.ts'

/** An embedder behind a server: passages in batches that survive an ingest which ends early, questions where it is quick. */
export class EndpointEmbedder implements Embedder {
  readonly id: string
  readonly dimensions: number
  readonly #embeddings: Embeddings
  readonly #kept: KeptVectors

  private constructor(embeddings: Embeddings, dataDir: string, name: string, dimensions: number) {
    this.id = `${name}@${dimensions}`
    this.dimensions = dimensions
    this.#embeddings = embeddings
    this.#kept = new KeptVectors(dataDir, this.id, dimensions)
  }

  /** Asks the server for one vector, to see how long they are. Throws Problem "embedding-failed". */
  static async connect(embeddings: Embeddings, dataDir: string, name: string): Promise<EndpointEmbedder> {
    const vector = await embeddings.ofQuestion('预算')
    if (vector === null || vector.length === 0)
      throw new Problem('embedding-failed', `The server of ${name} gives no vectors at present.`)
    return new EndpointEmbedder(embeddings, dataDir, name, vector.length)
  }

  async embedQuery(text: string): Promise<number[]> {
    const vector = await this.#embeddings.ofQuestion(text)
    return vector?.length === this.dimensions ? vector : []
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const missing = [...new Set(texts)].filter((text) => this.#kept.get(text) === undefined)
    if (missing.length > 0) this.#kept.keep(missing, await this.#computed(missing))
    return texts.map((text) => this.#kept.get(text) ?? [])
  }

  /** An ingest came to its end. */
  settled(): void {
    this.#kept.clear()
  }

  async #computed(texts: readonly string[]): Promise<number[][]> {
    try {
      return await this.#embeddings.ofPassages(texts)
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      const sentence = `The server of ${this.id} gave no vectors: ${error.message}. Those it gave are kept; ingest again.`
      throw new Problem('embedding-failed', sentence, { cause: error })
    }
  }
}
