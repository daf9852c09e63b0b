import express, { type RequestHandler, type Router } from 'express'
import type { SlackDoor } from '../slack/door.ts'
import { onlyThese } from './methods.ts'
import { traceOf } from './request-trace.ts'

/** A pressed button brings the whole message along; forms write a Chinese character in nine. */
const BODY_LIMIT = '1mb'

/** POST /slack/events and /slack/commands: what Slack delivers. The signature is over the bytes, so they are read as such. */
export function slackRoute(door: NonNullable<SlackDoor['http']>, guards: readonly RequestHandler[]): Router {
  const router = express.Router()
  const mayCome: RequestHandler = (request, _response, next) => {
    door.mayCome(request.headers)
    next()
  }
  const bytes = express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false })
  for (const path of ['/slack/events', '/slack/commands']) {
    const route = router.route(path).post(...guards, mayCome, bytes, (request, response) => {
      const raw: unknown = request.body
      traceOf(request).caller = 'slack'
      const reply = door.receive(request.headers, Buffer.isBuffer(raw) ? raw : Buffer.alloc(0))
      response.type('text/plain').send(reply)
    })
    onlyThese(route, 'POST')
  }
  return router
}
