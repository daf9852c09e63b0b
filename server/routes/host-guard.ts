import type { RequestHandler } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import { isLoopback } from '../config.ts'

/**
 * For a server without keys: answers only requests that were addressed to this machine by a loopback name, so that a
 * foreign page whose name was made to point here (DNS rebinding) gets nothing, and only pages of its own or allowed
 * origins, so that a foreign page cannot post here either.
 */
export function hostGuard(allowedOrigins: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const host = authority(`http://${request.headers.host ?? ''}`)
    if (host === null || !isLoopback(host.hostname)) {
      throw new Problem('host-refused', 'The Host header does not name a loopback address.')
    }
    const { origin } = request.headers
    if (origin !== undefined && !allowedOrigins.includes(origin) && !isOwn(origin, host)) {
      throw new Problem('host-refused', 'The Origin header names another origin than this server.')
    }
    next()
  }
}

/** Same port, and a loopback name too: http://localhost:3000 and http://127.0.0.1:3000 are one server. */
function isOwn(origin: string, host: URL): boolean {
  const page = authority(origin)
  return page !== null && isLoopback(page.hostname) && page.port === host.port
}

function authority(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const bare =
    url.protocol === 'http:' &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  return bare ? url : null
}
