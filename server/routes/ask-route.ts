import express, { type RequestHandler, type Router } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { recorded } from './recorded-answer.ts'
import { validated } from './request-validation.ts'
import { withinTime } from './time-limit.ts'

const BODY_LIMIT_BYTES = 64 * 1024

const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false)
    throw new Problem('media-type', 'Send the question as application/json.')
  next()
}

/** POST /api/ask */
export function askRoute(
  parts: Pick<Parts, 'asker' | 'askTimeLimitMs' | 'audit' | 'metrics'>,
  mayAsk: RequestHandler,
): Router {
  const { asker, askTimeLimitMs } = parts
  const router = express.Router()
  const body = express.json({ limit: BODY_LIMIT_BYTES, inflate: false, strict: false })
  const route = router.route('/api/ask').post(mayAsk, jsonOnly, body, async (request, response) => {
    const asked = validated(askRequestSchema, request.body)
    const answer = withinTime(asker.ask(asked), askTimeLimitMs)
    response.json(await recorded(parts, request, asked.question, answer))
  })
  onlyThese(route, 'POST')
  return router
}
