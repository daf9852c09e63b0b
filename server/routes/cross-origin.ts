import type { RequestHandler } from 'express'

/** Lets pages of the allowed origins read answers (CORS), and answers their preflight requests. */
export function crossOrigin(allowedOrigins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (allowedOrigins.length > 0) response.vary('Origin')
    const { origin } = request.headers
    if (origin === undefined || !allowedOrigins.includes(origin)) {
      next()
      return
    }
    response.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
    })
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      response.set({
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Content-Type, Authorization',
        'Access-Control-Max-Age': '600',
      })
      response.status(204).end()
      return
    }
    next()
  }
}
