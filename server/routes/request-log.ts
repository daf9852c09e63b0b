import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/**
 * Gives each request an id (a proxy's own is kept) and logs how it ended. Neither questions nor queries are logged:
 * the path alone.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    const given = request.get('X-Request-Id')
    const requestId = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    const { method, path } = request
    response.locals.requestId = requestId
    response.set('X-Request-Id', requestId)
    response.once('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10
      log.info(
        {
          requestId,
          method,
          path,
          status: response.statusCode,
          ms,
          ...(response.writableFinished ? {} : { aborted: true }),
        },
        'request',
      )
    })
    next()
  }
}
