import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import type { ApiKey, Scope } from '../config.ts'
import type { CallLimits } from './call-limits.ts'
import { clientAddress } from './client-address.ts'
import type { Access } from './parts.ts'
import { traceOf } from './request-trace.ts'

/** What pages may do without a key. */
const PAGE_SCOPES: readonly Scope[] = ['ask', 'read']

interface HeldKey extends ApiKey {
  readonly digest: Buffer
  /** Tells keys apart in logs, and is too short to tell what they are. */
  readonly fingerprint: string
}

/**
 * Middleware that lets a call through where its key has the scope. Where keys are set, the server's own pages and
 * those of allowed origins may ask and read without one: any client can claim to be such a page, so this is as good as
 * public, and limited for each address. Without keys everything passes (see {@link hostGuard}).
 */
export function scopeGuard({ apiKeys, allowedOrigins }: Access, limits: CallLimits): (scope: Scope) => RequestHandler {
  if (apiKeys.length === 0) {
    return () => (request, _response, next) => {
      traceOf(request).caller = 'loopback'
      next()
    }
  }
  const keyOf = keyRing(apiKeys)
  return (scope) => (request, response, next) => {
    response.set('Cache-Control', 'private, no-store')
    if (request.headers.authorization === undefined && PAGE_SCOPES.includes(scope) && isPage(request, allowedOrigins)) {
      traceOf(request).caller = 'page'
      limits.spend('page', clientAddress(request), response)
      next()
      return
    }
    const key = presentedKey(request, response, keyOf, limits)
    traceOf(request).caller = `key:${key.fingerprint}`
    limits.spend('key', key.key, response)
    if (!key.scopes.includes(scope)) throw new Problem('scope-missing', `The key does not have the scope "${scope}".`)
    next()
  }
}

/** The key a call came with. Whoever tries many that are not held is refused for a while, whatever comes next. */
function presentedKey(
  request: Request,
  response: Response,
  keyOf: (presented: string) => HeldKey | null,
  limits: CallLimits,
): HeldKey {
  const { authorization } = request.headers
  const address = clientAddress(request)
  if (authorization !== undefined) limits.assertLeft('failed-key', address, response)
  const key = keyOf(/^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '')
  if (key !== null) return key
  if (authorization !== undefined) limits.spend('failed-key', address, response)
  response.set('WWW-Authenticate', 'Bearer')
  throw new Problem('key-required', 'Send a valid key as "Authorization: Bearer KEY".')
}

/** Finds a key in a time that tells nothing about the keys held. */
function keyRing(apiKeys: readonly ApiKey[]): (presented: string) => HeldKey | null {
  const held = apiKeys.map((key): HeldKey => {
    const digest = sha256(key.key)
    return { ...key, digest, fingerprint: digest.toString('hex').slice(0, 8) }
  })
  return (presented) => {
    const wanted = sha256(presented)
    // Every key is compared, whether one was found already or not.
    return held.filter(({ digest }) => timingSafeEqual(digest, wanted))[0] ?? null
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isPage(request: Request, allowedOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined)
    return allowedOrigins.includes(origin) || origin === `http://${host}` || origin === `https://${host}`
  // Browsers send no Origin with a GET to their own server, but say so here.
  return request.headers['sec-fetch-site'] === 'same-origin'
}
