import express, { type RequestHandler, type Router } from 'express'
import { z } from 'zod'
import { NOBODY } from '../answer/assistant.ts'
import type { Scope } from '../config.ts'
import { serveMcpRequest } from '../mcp/http-transport.ts'
import { inquire } from '../records/inquiry.ts'
import { askBody } from './ask-body.ts'
import { baseAddress } from './base-address.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { asProblem, problemDetails } from './problem-response.ts'
import { traceOf } from './request-trace.ts'

/** A message that calls the tool that asks; whatever else a client sends only reads. */
const askingSchema = z.looseObject({
  method: z.literal('tools/call'),
  params: z.looseObject({ name: z.literal('ask') }),
})

function scopesOf(body: unknown): readonly Scope[] {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body]
  const asking = messages.filter((message) => askingSchema.safeParse(message).success).length
  const reading = asking === 0 || asking < messages.length
  return [...(asking > 0 ? ['ask' as const] : []), ...(reading ? ['read' as const] : [])]
}

/** POST /mcp: the Model Context Protocol over streamable HTTP, without sessions. */
export function mcpRoute(parts: Parts, may: (scope: Scope) => RequestHandler): Router {
  const { log } = parts
  const router = express.Router()
  const guards = { ask: may('ask'), read: may('read') }
  // A message must be read before it is known what it needs.
  const route = router.route('/mcp').post(
    ...askBody(),
    (request, response, next) => {
      const needed = scopesOf(request.body)
      if (needed.includes('ask')) guards.ask(request, response, next)
      else next()
    },
    (request, response, next) => {
      if (scopesOf(request.body).includes('read')) guards.read(request, response, next)
      else next()
    },
    async (request, response) => {
      const trace = traceOf(request)
      const gone = new AbortController()
      response.on('close', () => gone.abort())
      const explain = (error: unknown) => {
        const { code, detail, status } = problemDetails(asProblem(error))
        if (status >= 500) log.error({ requestId: trace.requestId, code, err: error }, 'request failed')
        return `${code}: ${detail}`
      }
      await serveMcpRequest(
        {
          door: parts.door,
          publishFact: parts.publishFact,
          publishFinding: parts.publishFinding,
          ask: (asked) => inquire(parts, trace, asked, { ...NOBODY, signal: gone.signal }),
          base: baseAddress(parts, request),
          explain,
        },
        request,
        response,
      )
    },
  )
  onlyThese(route, 'POST')
  return router
}
