import express, { type RequestHandler } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'

const BODY_LIMIT_BYTES = 64 * 1024

const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false)
    throw new Problem('media-type', 'Send the question as application/json.')
  next()
}

/** Reads a question's body: JSON, and not too much of it. */
export function askBody(): readonly RequestHandler[] {
  return [jsonOnly, express.json({ limit: BODY_LIMIT_BYTES, inflate: false, strict: false })]
}
