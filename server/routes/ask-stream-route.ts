import express, { type RequestHandler, type Router } from 'express'
import { askRequestSchema } from '../answer/contract.ts'
import { askBody } from './ask-body.ts'
import { EventStream } from './event-stream.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { asProblem, problemDetails } from './problem-response.ts'
import { recorded } from './recorded-answer.ts'
import { traceOf } from './request-trace.ts'
import { validated } from './request-validation.ts'
import { withinTime } from './time-limit.ts'

/**
 * POST /api/ask/stream: the answer as events. `status` says what is being done, `delta` gives the text as far as it is
 * verified, `answer` the whole object; `error` the problem in place of an answer. An invalid request is refused as ever.
 */
export function askStreamRoute(
  parts: Pick<Parts, 'asker' | 'askTimeLimitMs' | 'audit' | 'metrics' | 'log'>,
  mayAsk: RequestHandler,
): Router {
  const { asker, askTimeLimitMs, log } = parts
  const router = express.Router()
  const route = router.route('/api/ask/stream').post(mayAsk, ...askBody(), async (request, response) => {
    const asked = validated(askRequestSchema, request.body)
    const events = new EventStream(response)
    const listener = {
      status: (stage: string) => events.send('status', { stage }),
      delta: (text: string) => events.send('delta', { text }),
      signal: events.gone,
    }
    try {
      const answer = withinTime(asker.ask(asked, listener), askTimeLimitMs)
      events.send('answer', await recorded(parts, request, asked.question, answer))
    } catch (error) {
      const { requestId } = traceOf(request)
      const details = problemDetails(asProblem(error), requestId)
      if (details.status >= 500) log.error({ requestId, code: details.code, err: error }, 'request failed')
      events.send('error', details)
    }
    events.end()
  })
  onlyThese(route, 'POST')
  return router
}
