import type { ErrorRequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { PROBLEMS, Problem, type ProblemCode } from '../../ingest/domain/problem.ts'
import type { ProblemDetails } from '../answer/contract.ts'
import { traceOf } from './request-trace.ts'
import { InvalidRequest } from './request-validation.ts'

/** Whatever a code means elsewhere, this is its status over HTTP. */
const STATUS: Readonly<Record<ProblemCode, number>> = {
  'file-not-found': 400,
  'file-unreadable': 400,
  'file-too-large': 413,
  'file-empty': 400,
  'format-unsupported': 415,
  'pdf-protected': 400,
  'pdf-damaged': 400,
  'pdf-pictures-only': 400,
  'office-protected': 400,
  'office-damaged': 400,
  'office-pictures-only': 400,
  'reading-failed': 400,
  'encoding-unknown': 400,
  'no-figures': 400,
  'index-missing': 503,
  'index-damaged': 503,
  'index-embedder': 503,
  'embedding-failed': 503,
  'index-locked': 503,
  'folder-unwritable': 503,
  'document-unknown': 404,
  'table-unknown': 404,
  'setting-invalid': 500,
  'request-invalid': 400,
  'request-too-large': 413,
  'media-type': 415,
  'not-found': 404,
  'model-unknown': 404,
  method: 405,
  'key-required': 401,
  'signature-invalid': 401,
  'scope-missing': 403,
  'rate-limited': 429,
  'command-invalid': 400,
  'suppressions-invalid': 400,
  'slip-invalid': 400,
  'host-refused': 403,
  'uploads-full': 503,
  timeout: 504,
  internal: 500,
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** RFC 9457 details of a problem. What went wrong inside the server is told by its code only. */
export function problemDetails(problem: Problem, requestId?: string): ProblemDetails {
  const status = STATUS[problem.code]
  return {
    type: `urn:budget-chat:problem:${problem.code}`,
    title: PROBLEMS[problem.code],
    status,
    detail: status < 500 ? problem.message : PROBLEMS[problem.code],
    code: problem.code,
    ...(requestId === undefined ? {} : { requestId }),
    ...(problem instanceof InvalidRequest ? { errors: [...problem.errors] } : {}),
  }
}

/**
 * The last of the handlers: turns every error into problem details, never HTML and never a stack; `send` puts them into the
 * shape that other protocols have for errors.
 */
export function problemResponse(log: Logger, send = sendProblem): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = asProblem(error)
    const { requestId } = traceOf(request)
    const details = problemDetails(problem, requestId)
    if (details.status >= 500) log.error({ requestId, code: problem.code, err: error }, 'request failed')
    if (response.headersSent) {
      next(error)
      return
    }
    // What is left of a refused body is not read, so the connection cannot serve another request.
    if (!request.complete) response.set('Connection', 'close')
    send(response, details)
  }
}

function sendProblem(response: Response, details: ProblemDetails): void {
  // Not `send`, which would add a charset that JSON does not have.
  response.status(details.status).setHeader('Content-Type', PROBLEM_MEDIA_TYPE).end(JSON.stringify(details))
}

/** What Express and its body parser say of a request they cannot take. */
const httpErrorSchema = z.object({
  status: z.number().int().min(400).max(499),
  type: z.string().optional(),
  limit: z.number().optional(),
})

/** Any error as a problem of the catalogue: whatever nobody expected is "internal". */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const httpError = httpErrorSchema.safeParse(error)
  if (!httpError.success) return new Problem('internal', PROBLEMS.internal, { cause: error })
  const { status, type, limit = 0 } = httpError.data
  if (status === 413)
    return new Problem('request-too-large', `The request body may hold ${limit / 1024} KB at most.`, { cause: error })
  if (status === 415)
    return new Problem('media-type', 'The body must be JSON in UTF-8, without a content encoding.', { cause: error })
  if (status === 404) return new Problem('not-found', PROBLEMS['not-found'], { cause: error })
  if (type === 'entity.parse.failed') {
    return new InvalidRequest([{ field: '', message: 'The body is not valid JSON.' }], { cause: error })
  }
  return new Problem('request-invalid', PROBLEMS['request-invalid'], { cause: error })
}
