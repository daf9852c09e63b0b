import { budgetOf } from './budget.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { ModelFailure } from './model-failure.ts'
import { RETRIES, type RetryOptions, retried } from './retries.ts'

/** Gives a vector for each text, in their order. Throws {@link ModelFailure}. */
export type EmbedTexts = (texts: readonly string[], signal: AbortSignal) => Promise<number[][]>

/** A question waits no longer than this for its vector. */
const QUERY_MS = 3_000
/** A batch of passages waits for a server that is busy. */
const BATCH_MS = 120_000
const MOST_TRIES = 6

export interface EmbeddingOptions {
  readonly queryMs?: number
  readonly batchMs?: number
  readonly retries?: RetryOptions
  readonly breaker?: CircuitBreaker
}

/** Vectors from a server: patient for passages, which are embedded once, and impatient for questions, which have other ways. */
export class Embeddings {
  readonly #embed: EmbedTexts
  readonly #options: Required<EmbeddingOptions>

  constructor(embed: EmbedTexts, options: EmbeddingOptions = {}) {
    this.#embed = embed
    this.#options = {
      queryMs: QUERY_MS,
      batchMs: BATCH_MS,
      retries: { ...RETRIES, tries: MOST_TRIES },
      breaker: new CircuitBreaker(),
      ...options,
    }
  }

  /** Throws ModelFailure where the server does not give them in two minutes. */
  ofPassages(texts: readonly string[]): Promise<number[][]> {
    const budget = budgetOf(this.#options.batchMs)
    return retried(() => this.#embed(texts, budget.signal), budget, this.#options.retries)
  }

  /** Null where the server does not give it at once, or failed too often of late. */
  async ofQuestion(text: string): Promise<number[] | null> {
    const { breaker, queryMs } = this.#options
    if (breaker.resting) return null
    breaker.enter()
    try {
      const [vector] = await this.#embed([text], budgetOf(queryMs).signal)
      breaker.succeeded()
      return vector ?? null
    } catch (error) {
      breaker.failed()
      if (error instanceof ModelFailure) return null
      throw error
    }
  }
}
