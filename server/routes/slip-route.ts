import express, { type RequestHandler, type Router } from 'express'
import { NOBODY } from '../answer/assistant.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { type InquiryParts, inquire } from '../records/inquiry.ts'
import { slipOf } from '../slip/slip.ts'
import { askBody } from './ask-body.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { traceOf } from './request-trace.ts'
import { validated } from './request-validation.ts'

/** POST /api/ask/slip: the answer as an audit slip, to be kept as a file. */
export function slipRoute(parts: InquiryParts & Pick<Parts, 'door'>, mayAsk: RequestHandler): Router {
  const router = express.Router()
  const route = router.route('/api/ask/slip').post(mayAsk, ...askBody(), async (request, response) => {
    const asked = validated(askRequestSchema, request.body)
    const answer = await inquire(parts, traceOf(request), asked, NOBODY)
    const slip = slipOf(asked.question, answer, await parts.door.current(), new Date())
    response
      .attachment(`slip-${answer.id}.json`)
      .type('json')
      .send(`${JSON.stringify(slip, null, 2)}\n`)
  })
  onlyThese(route, 'POST')
  return router
}
