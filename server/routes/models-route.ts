import express, { type RequestHandler, type Router } from 'express'
import type { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import { MODEL_ID, type modelSchema, type modelsSchema } from '../openai/contract.ts'
import { onlyThese } from './methods.ts'

/** GET /v1/models and /v1/models/:id */
export function modelsRoute(mayAsk: RequestHandler): Router {
  const router = express.Router()
  const created = Math.floor(Date.now() / 1000)
  const model: z.infer<typeof modelSchema> = { id: MODEL_ID, object: 'model', created, owned_by: 'budget-chat' }
  const list = router.route('/v1/models').get(mayAsk, (_request, response) => {
    response.json({ object: 'list', data: [model] } satisfies z.infer<typeof modelsSchema>)
  })
  onlyThese(list, 'GET')
  const one = router.route('/v1/models/:id').get(mayAsk, (request, response) => {
    if (request.params.id !== MODEL_ID)
      throw new Problem('model-unknown', `There is no model "${request.params.id}"; the one here is ${MODEL_ID}.`)
    response.json(model)
  })
  onlyThese(one, 'GET')
  return router
}
