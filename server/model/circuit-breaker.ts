import { ModelFailure } from './model-failure.ts'

export interface BreakerOptions {
  /** Failures in a row before calls are no longer made. */
  readonly failures: number
  /** How long the first rest is; each further one is twice as long, up to `longestMs`. */
  readonly restMs: number
  readonly longestMs: number
  readonly now: () => number
}

const DEFAULTS: BreakerOptions = { failures: 5, restMs: 30_000, longestMs: 300_000, now: () => performance.now() }

/**
 * Spares a server that fails, and whoever would wait for it: after some failures in a row calls are refused for a while;
 * then one is let through to try, and its outcome decides.
 */
export class CircuitBreaker {
  readonly #options: BreakerOptions
  #failures = 0
  #rests = 0
  #restsUntil = Number.NEGATIVE_INFINITY
  #trying = false

  constructor(options: Partial<BreakerOptions> = {}) {
    this.#options = { ...DEFAULTS, ...options }
  }

  /** Whether calls are refused at present. */
  get resting(): boolean {
    return this.#rests > 0 && (this.#trying || this.#options.now() < this.#restsUntil)
  }

  /** Throws ModelFailure "resting" where no call is to be made; otherwise its outcome must be reported. */
  enter(): void {
    if (this.resting) throw new ModelFailure('resting', 'the model failed too often and is left alone for a while')
    this.#trying = this.#rests > 0
  }

  succeeded(): void {
    this.#failures = 0
    this.#rests = 0
    this.#trying = false
  }

  failed(): void {
    this.#failures += 1
    // Calls that were under way when the rest began tell nothing new.
    if (!this.#trying && (this.resting || this.#failures < this.#options.failures)) return
    const { restMs, longestMs, now } = this.#options
    this.#restsUntil = now() + Math.min(longestMs, restMs * 2 ** this.#rests)
    this.#rests += 1
    this.#trying = false
  }

  /** The call ended without telling anything of the server: whoever asked has gone away. */
  abandoned(): void {
    this.#trying = false
  }
}
