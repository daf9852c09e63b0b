import express, { type RequestHandler, type Router } from 'express'
import type { Metrics } from '../records/metrics.ts'
import { onlyThese } from './methods.ts'

/** GET /metrics */
export function metricsRoute(metrics: Pick<Metrics, 'text' | 'contentType'>, mayLook: RequestHandler): Router {
  const router = express.Router()
  const route = router.route('/metrics').get(mayLook, async (_request, response) => {
    const text = await metrics.text()
    response.set('Cache-Control', 'no-store').type(metrics.contentType).send(text)
  })
  onlyThese(route, 'GET')
  return router
}
