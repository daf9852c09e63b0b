import express, { type RequestHandler } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'

const QUESTION_LIMIT_BYTES = 64 * 1024
/** Clients send a conversation with all its answers. */
const CONVERSATION_LIMIT_BYTES = 1024 * 1024

const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false)
    throw new Problem('media-type', 'Send the question as application/json.')
  next()
}

/** Reads a question's body: JSON, and not too much of it. */
export function askBody(): readonly RequestHandler[] {
  return [jsonOnly, express.json({ limit: QUESTION_LIMIT_BYTES, inflate: false, strict: false })]
}

/** Reads the body of a whole conversation. */
export function conversationBody(): readonly RequestHandler[] {
  return [jsonOnly, express.json({ limit: CONVERSATION_LIMIT_BYTES, inflate: false, strict: false })]
}
