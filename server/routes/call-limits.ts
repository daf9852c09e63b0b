import type { RequestHandler, Response } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import type { LimitName, Metrics } from '../records/metrics.ts'
import { clientAddress } from './client-address.ts'
import { type RateLimit, RateLimiter } from './rate-limit.ts'

/** Of a server with keys; without keys, on loopback, nothing is limited. */
const LIMITS: Readonly<Record<LimitName, RateLimit>> = {
  /** For each address: questions and reading by pages, which need no key. */
  page: { burst: 30, perMinute: 30 },
  key: { burst: 300, perMinute: 600 },
  /** For each address: everything but health. A page with its assets is a handful of requests. */
  address: { burst: 600, perMinute: 1200 },
  /** For each address: keys that are not held. */
  'failed-key': { burst: 30, perMinute: 10 },
}

/** The rate limits of one server. */
export class CallLimits {
  readonly #limiters: Readonly<Record<LimitName, RateLimiter>>
  readonly #metrics: Pick<Metrics, 'rateLimited'>

  /** `now` gives milliseconds. */
  constructor(metrics: Pick<Metrics, 'rateLimited'>, now?: () => number) {
    this.#metrics = metrics
    this.#limiters = {
      page: new RateLimiter(LIMITS.page, now),
      key: new RateLimiter(LIMITS.key, now),
      address: new RateLimiter(LIMITS.address, now),
      'failed-key': new RateLimiter(LIMITS['failed-key'], now),
    }
  }

  /** Counts a call; throws Problem "rate-limited" where the caller had none left. */
  spend(limit: LimitName, caller: string, response: Response): void {
    this.#refuse(limit, this.#limiters[limit].take(caller), response)
  }

  /** Throws as {@link spend} would, but counts nothing. */
  assertLeft(limit: LimitName, caller: string, response: Response): void {
    this.#refuse(limit, this.#limiters[limit].wait(caller), response)
  }

  #refuse(limit: LimitName, seconds: number, response: Response): void {
    if (seconds === 0) return
    this.#metrics.rateLimited(limit)
    response.set('Retry-After', String(seconds))
    throw new Problem('rate-limited', `Too many requests; wait ${seconds} seconds.`)
  }
}

/** Limits everything that comes from one address. */
export function addressLimit(limits: CallLimits): RequestHandler {
  return (request, response, next) => {
    limits.spend('address', clientAddress(request), response)
    next()
  }
}
