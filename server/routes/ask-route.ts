import express, { type RequestHandler, type Router } from 'express'
import { NOBODY } from '../answer/assistant.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { askBody } from './ask-body.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { recorded } from './recorded-answer.ts'
import { validated } from './request-validation.ts'
import { withinTime } from './time-limit.ts'

/** POST /api/ask */
export function askRoute(
  parts: Pick<Parts, 'asker' | 'askTimeLimitMs' | 'audit' | 'metrics'>,
  mayAsk: RequestHandler,
): Router {
  const { asker, askTimeLimitMs } = parts
  const router = express.Router()
  const route = router.route('/api/ask').post(mayAsk, ...askBody(), async (request, response) => {
    const asked = validated(askRequestSchema, request.body)
    const gone = new AbortController()
    // Where nobody waits any more, a language model is stopped.
    response.on('close', () => gone.abort())
    const answer = withinTime(asker.ask(asked, { ...NOBODY, signal: gone.signal }), askTimeLimitMs)
    response.json(await recorded(parts, request, asked.question, answer))
  })
  onlyThese(route, 'POST')
  return router
}
