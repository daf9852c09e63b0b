import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import type { ApiKey, Scope } from '../config.ts'
import type { Access } from './parts.ts'
import { RateLimiter } from './rate-limit.ts'

/** What pages may do without a key. */
const PAGE_SCOPES: readonly Scope[] = ['ask', 'read']
const PAGE_LIMIT = { burst: 30, perMinute: 30 }
const KEY_LIMIT = { burst: 300, perMinute: 600 }

/**
 * Middleware that lets a call through where its key has the scope. Where keys are set, the server's own pages and
 * those of allowed origins may ask and read without one: any client can claim to be such a page, so this is as good as
 * public, and limited for each address. Without keys everything passes (see {@link hostGuard}).
 */
export function scopeGuard({ apiKeys, allowedOrigins }: Access): (scope: Scope) => RequestHandler {
  if (apiKeys.length === 0) return () => (_request, _response, next) => next()
  const keyOf = keyRing(apiKeys)
  const pages = new RateLimiter(PAGE_LIMIT)
  const keys = new RateLimiter(KEY_LIMIT)
  return (scope) => (request, response, next) => {
    response.set('Cache-Control', 'private, no-store')
    const { authorization } = request.headers
    if (authorization === undefined && PAGE_SCOPES.includes(scope) && isPage(request, allowedOrigins)) {
      spend(pages, request.ip ?? '', response)
      next()
      return
    }
    const key = keyOf(/^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1])
    if (key === null) {
      response.set('WWW-Authenticate', 'Bearer')
      throw new Problem('key-required', 'Send a valid key as "Authorization: Bearer KEY".')
    }
    spend(keys, key.key, response)
    if (!key.scopes.includes(scope)) throw new Problem('scope-missing', `The key does not have the scope "${scope}".`)
    next()
  }
}

function spend(limiter: RateLimiter, caller: string, response: Response): void {
  const wait = limiter.take(caller)
  if (wait === 0) return
  response.set('Retry-After', String(wait))
  throw new Problem('rate-limited', `Too many requests; wait ${wait} seconds.`)
}

/** Finds a key in a time that tells nothing about the keys held. */
function keyRing(apiKeys: readonly ApiKey[]): (presented: string | undefined) => ApiKey | null {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const held = apiKeys.map((key) => ({ key, digest: digest(key.key) }))
  return (presented) => {
    if (presented === undefined) return null
    const wanted = digest(presented)
    // Every key is compared, whether one was found already or not.
    return held.filter((candidate) => timingSafeEqual(candidate.digest, wanted))[0]?.key ?? null
  }
}

function isPage(request: Request, allowedOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined)
    return allowedOrigins.includes(origin) || origin === `http://${host}` || origin === `https://${host}`
  // Browsers send no Origin with a GET to their own server, but say so here.
  return request.headers['sec-fetch-site'] === 'same-origin'
}
