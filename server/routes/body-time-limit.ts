import type { RequestHandler } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import { PROBLEM_MEDIA_TYPE, problemDetails } from './problem-response.ts'
import { traceOf } from './request-trace.ts'

/** Gives up on a request whose body is not there in time: answers 408 where nothing was answered, and lets the connection go. */
export function bodyTimeLimit(limitMs: number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      if (request.complete) return
      if (response.headersSent) request.destroy()
      else {
        const problem = new Problem('timeout', `The body was not there within ${limitMs / 1000} s.`)
        const details = { ...problemDetails(problem, traceOf(request).requestId), status: 408, detail: problem.message }
        response.status(408).set('Connection', 'close').setHeader('Content-Type', PROBLEM_MEDIA_TYPE)
        response.end(JSON.stringify(details), () => request.destroy())
      }
    }, limitMs)
    timer.unref()
    response.on('close', () => clearTimeout(timer))
    next()
  }
}
