import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { Metrics } from '../records/metrics.ts'

/** What Express notes on a request once one of its routes has taken it. */
const routedSchema = z.object({ route: z.object({ path: z.string() }) })

/** Counts requests as they end, by the pattern of their route; "none" where no route took them. */
export function requestCount(metrics: Pick<Metrics, 'requestEnded'>): RequestHandler {
  return (request, response, next) => {
    response.once('close', () => {
      const routed = routedSchema.safeParse(request)
      const route = routed.success ? routed.data.route.path : 'none'
      metrics.requestEnded({ method: request.method, route, status: response.statusCode })
    })
    next()
  }
}
