export interface RateLimit {
  /** How many calls may come at once. */
  readonly burst: number
  /** How many calls are given back a minute. */
  readonly perMinute: number
}

/** Callers remembered at most; the one seen longest ago is forgotten first. */
const MAX_CALLERS = 10_000

/** A bucket of calls for each caller, filled again at a steady rate. */
export class RateLimiter {
  readonly #limit: RateLimit
  readonly #now: () => number
  readonly #buckets = new Map<string, { calls: number; at: number }>()

  /** `now` gives milliseconds. */
  constructor(limit: RateLimit, now: () => number = () => performance.now()) {
    this.#limit = limit
    this.#now = now
  }

  /** Takes one call; 0 where the caller had one left, else the whole seconds until there is one again. */
  take(caller: string): number {
    const now = this.#now()
    const calls = this.#callsLeft(caller, now)
    this.#buckets.delete(caller)
    this.#buckets.set(caller, { calls: calls >= 1 ? calls - 1 : calls, at: now })
    if (this.#buckets.size > MAX_CALLERS) this.#forgetOldest()
    return this.#secondsUntilOne(calls)
  }

  /** What {@link take} would give, with nothing taken. */
  wait(caller: string): number {
    return this.#secondsUntilOne(this.#callsLeft(caller, this.#now()))
  }

  /** Callers remembered now. */
  get size(): number {
    return this.#buckets.size
  }

  #callsLeft(caller: string, now: number): number {
    const { burst, perMinute } = this.#limit
    const known = this.#buckets.get(caller)
    return known ? Math.min(burst, known.calls + ((now - known.at) / 60_000) * perMinute) : burst
  }

  #secondsUntilOne(calls: number): number {
    return calls >= 1 ? 0 : Math.max(1, Math.ceil(((1 - calls) / this.#limit.perMinute) * 60))
  }

  #forgetOldest(): void {
    for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest)
      return
    }
  }
}
