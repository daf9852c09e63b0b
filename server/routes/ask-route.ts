import express, { type RequestHandler, type Router } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
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
  { asker, askTimeLimitMs }: Pick<Parts, 'asker' | 'askTimeLimitMs'>,
  mayAsk: RequestHandler,
): Router {
  const router = express.Router()
  const body = express.json({ limit: BODY_LIMIT_BYTES, inflate: false, strict: false })
  const route = router.route('/api/ask').post(mayAsk, jsonOnly, body, async (request, response) => {
    const question = validated(askRequestSchema, request.body)
    response.json(await withinTime(asker.ask(question), askTimeLimitMs))
  })
  onlyThese(route, 'POST')
  return router
}
