import express, { type RequestHandler, type Router } from 'express'
import { NOBODY } from '../answer/assistant.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { type InquiryParts, inquire } from '../records/inquiry.ts'
import { askBody } from './ask-body.ts'
import { onlyThese } from './methods.ts'
import { traceOf } from './request-trace.ts'
import { validated } from './request-validation.ts'

/** POST /api/ask */
export function askRoute(parts: InquiryParts, mayAsk: RequestHandler): Router {
  const router = express.Router()
  const route = router.route('/api/ask').post(mayAsk, ...askBody(), async (request, response) => {
    const asked = validated(askRequestSchema, request.body)
    const gone = new AbortController()
    // Where nobody waits any more, a language model is stopped.
    response.on('close', () => gone.abort())
    response.json(await inquire(parts, traceOf(request), asked, { ...NOBODY, signal: gone.signal }))
  })
  onlyThese(route, 'POST')
  return router
}
