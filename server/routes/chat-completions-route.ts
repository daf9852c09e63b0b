import express, { type RequestHandler, type Response, type Router } from 'express'
import type { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import { NOBODY } from '../answer/assistant.ts'
import type { Answer, AskRequest } from '../answer/contract.ts'
import { chatCompletion, newFrame } from '../openai/completion.ts'
import { CompletionStream } from '../openai/completion-stream.ts'
import { chatRequestSchema, MODEL_ID } from '../openai/contract.ts'
import { askedIn, askerAfter } from '../openai/conversation.ts'
import { openaiError } from '../openai/error-shape.ts'
import { type InquiryParts, inquire } from '../records/inquiry.ts'
import { conversationBody } from './ask-body.ts'
import { baseAddress } from './base-address.ts'
import { LateEventStream } from './event-stream.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { asProblem, problemDetails } from './problem-response.ts'
import { traceOf } from './request-trace.ts'
import { validated } from './request-validation.ts'

type Ask = (listener: Parameters<typeof inquire>[3]) => Promise<Answer>

/** POST /v1/chat/completions: the assistant as a model of OpenAI's protocol. */
export function chatCompletionsRoute(
  parts: InquiryParts & Pick<Parts, 'log' | 'publicUrl'>,
  mayAsk: RequestHandler,
): Router {
  const router = express.Router()
  const route = router.route('/v1/chat/completions').post(mayAsk, ...conversationBody(), async (request, response) => {
    const chat = validated(chatRequestSchema, request.body)
    if (chat.model !== MODEL_ID)
      throw new Problem('model-unknown', `There is no model "${chat.model}"; the one here is ${MODEL_ID}.`)
    const { question, earlier } = askedIn(chat.messages)
    const base = baseAddress(parts, request)
    const asker = askerAfter(parts.asker, earlier)
    const ask: Ask = (listener) =>
      inquire({ ...parts, asker }, traceOf(request), { question } satisfies AskRequest, listener)
    if (chat.stream) await streamed(chat, ask, base, response, parts)
    else {
      const gone = new AbortController()
      // Where nobody waits any more, a language model is stopped.
      response.on('close', () => gone.abort())
      const answer = await ask({ ...NOBODY, signal: gone.signal })
      response.json(chatCompletion(newFrame(), answer, chat.messages, base))
    }
  })
  onlyThese(route, 'POST')
  return router
}

/** The answer piece by piece; an error before the first piece is told as ever, one after it in an event. */
async function streamed(
  chat: z.output<typeof chatRequestSchema>,
  ask: Ask,
  base: string,
  response: Response,
  { log }: Pick<Parts, 'log'>,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const events = new LateEventStream(response)
  const pieces = new CompletionStream(chat, base, (chunk) => events.send(chunk))
  try {
    pieces.end(await ask({ ...NOBODY, delta: (text) => pieces.add(text), signal: gone.signal }))
  } catch (error) {
    if (!events.hasBegun) throw error
    const { requestId } = traceOf(response.req)
    const details = problemDetails(asProblem(error), requestId)
    if (details.status >= 500) log.error({ requestId, code: details.code, err: error }, 'request failed')
    events.send(openaiError(details))
  }
  events.end('[DONE]')
}
