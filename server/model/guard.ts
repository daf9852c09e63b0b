import type { Budget } from './budget.ts'
import type { Purpose } from './chat.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import type { Usage } from './endpoint.ts'
import { ModelFailure } from './model-failure.ts'
import { type ModelObserver, UNOBSERVED } from './observer.ts'
import { Turnstile } from './turnstile.ts'

/** A request that has been let through; `end` is called once, whatever came of it. */
export interface Passage {
  /** Adds what a try cost. */
  spent(usage: Usage | null): void
  /** Without an error the request went well. */
  end(error?: unknown): void
}

/** Failures that tell nothing against the server. */
const NOT_ITS_FAULT: ReadonlySet<string> = new Set(['busy', 'resting', 'bad-reply', 'format-unsupported'])

export interface GuardOptions {
  /** Requests under way at once. */
  readonly concurrency: number
  readonly breaker: CircuitBreaker
  readonly observer: ModelObserver
}

/** Stands before every request to one server: limits how many are under way, rests after failures, and keeps count. */
export class Guard {
  readonly #turnstile: Turnstile
  readonly #breaker: CircuitBreaker
  readonly #observer: ModelObserver

  constructor({ concurrency = 4, breaker = new CircuitBreaker(), observer = UNOBSERVED }: Partial<GuardOptions> = {}) {
    this.#turnstile = new Turnstile(concurrency)
    this.#breaker = breaker
    this.#observer = observer
  }

  /** Throws ModelFailure "resting" or "busy" where the request is not to be made. */
  async enter(purpose: Purpose, budget: Budget): Promise<Passage> {
    const began = performance.now()
    const tell = (outcome: 'ok' | ModelFailure['reason'], usage: Usage | null) =>
      this.#observer.called({ purpose, outcome, seconds: (performance.now() - began) / 1000, usage })
    try {
      // Asked again once a place is free: the server may have begun to fail meanwhile.
      if (this.#breaker.resting) this.#breaker.enter()
      const leave = await this.#turnstile.enter(budget)
      return this.#entered(leave, budget, tell)
    } catch (error) {
      tell(reasonOf(error), null)
      throw error
    }
  }

  #entered(
    leave: () => void,
    { signal }: Budget,
    tell: (outcome: 'ok' | ModelFailure['reason'], usage: Usage | null) => void,
  ): Passage {
    try {
      this.#breaker.enter()
    } catch (error) {
      leave()
      throw error
    }
    let usage: Usage | null = null
    return {
      spent: (more) => {
        usage = added(usage, more)
      },
      end: (error) => {
        leave()
        this.#judge(error, signal)
        tell(error === undefined ? 'ok' : reasonOf(error), usage)
      },
    }
  }

  #judge(error: unknown, signal: AbortSignal): void {
    const gone = signal.aborted && !isTimeout(signal)
    if (error === undefined) this.#breaker.succeeded()
    else if (gone || NOT_ITS_FAULT.has(reasonOf(error))) this.#breaker.abandoned()
    else this.#breaker.failed()
  }
}

function isTimeout({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}

function reasonOf(error: unknown): ModelFailure['reason'] {
  return error instanceof ModelFailure ? error.reason : 'bad-reply'
}

function added(a: Usage | null, b: Usage | null): Usage | null {
  if (!a || !b) return a ?? b
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
  }
}
