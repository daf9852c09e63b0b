import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { traceOf } from './request-trace.ts'

/** Gives each request an id and logs how it ended. Neither questions nor queries are logged: the path alone. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    const trace = traceOf(request)
    const { method, path } = request
    response.set('X-Request-Id', trace.requestId)
    response.once('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10
      log.info(
        {
          requestId: trace.requestId,
          method,
          path,
          status: response.statusCode,
          ms,
          ...(trace.caller === null ? {} : { caller: trace.caller }),
          ...(response.writableFinished ? {} : { aborted: true }),
        },
        'request',
      )
    })
    next()
  }
}
