import express, { type Router } from 'express'
import type { z } from 'zod'
import type { livenessSchema, readinessSchema } from '../lookup/documents-contract.ts'
import { onlyThese } from './methods.ts'
import type { CorpusDoor } from './parts.ts'

/** GET /healthz (the process answers) and /readyz (there is an index to answer from; 503 otherwise). */
export function healthRoute(door: CorpusDoor): Router {
  const router = express.Router()
  router.use(['/healthz', '/readyz'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  onlyThese(
    router.route('/healthz').get((_request, response) => {
      response.json({ status: 'ok' } satisfies z.infer<typeof livenessSchema>)
    }),
    'GET',
  )
  onlyThese(
    router.route('/readyz').get(async (_request, response) => {
      const corpus = await door.current()
      response.json({
        status: 'ready',
        version: corpus.version,
        documents: corpus.documents().length,
      } satisfies z.infer<typeof readinessSchema>)
    }),
    'GET',
  )
  return router
}
