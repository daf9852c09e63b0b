import { setTimeout as sleep } from 'node:timers/promises'
import type { Budget } from './budget.ts'
import { type FailureReason, ModelFailure } from './model-failure.ts'

/** What may go better at the next try. */
const PASSING: ReadonlySet<FailureReason> = new Set(['unreachable', 'rate-limited', 'server-error'])

export interface RetryOptions {
  readonly tries: number
  /** The first wait is up to this long, each further one up to twice as long. */
  readonly firstWaitMs: number
  readonly random: () => number
}

export const RETRIES: RetryOptions = { tries: 3, firstWaitMs: 250, random: Math.random }
/** Less time than this is not worth another try. */
const LEAST_LEFT_MS = 500

/**
 * How long to wait before trying again after the `tried`-th try: what the server asked for, or a random time, so that
 * many clients do not come back at once. Null where no try is left, the failure would stay, or the budget would end first.
 */
export function waitBefore(
  failure: ModelFailure,
  tried: number,
  budget: Budget,
  { tries, firstWaitMs, random }: RetryOptions,
): number | null {
  if (!PASSING.has(failure.reason) || tried >= tries) return null
  const jittered = random() * firstWaitMs * 2 ** (tried - 1)
  const wait = Math.max(failure.retryAfterMs ?? 0, jittered)
  return wait + LEAST_LEFT_MS > budget.left() ? null : wait
}

/** Does the work, again where that may help and the budget lasts. */
export async function retried<Result>(
  work: () => Promise<Result>,
  budget: Budget,
  options: RetryOptions = RETRIES,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      const wait = error instanceof ModelFailure ? waitBefore(error, tried, budget, options) : null
      if (wait === null) throw error
      await sleep(wait, undefined, { signal: budget.signal }).catch(() => {
        throw error
      })
    }
  }
}

/** What a Retry-After header asks for, in milliseconds: seconds, or a date; null where it says nothing that can be read. */
export function retryAfter(header: string | null | undefined, now: number = Date.now()): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return /[a-z]/i.test(text) && !Number.isNaN(date) ? Math.max(0, date - now) : null
}
