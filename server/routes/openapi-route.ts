import express, { type Router } from 'express'
import { onlyThese } from './methods.ts'
import { openapi } from './openapi.ts'

/** GET /openapi.json */
export function openapiRoute(): Router {
  const router = express.Router()
  const document = openapi()
  onlyThese(
    router.route('/openapi.json').get((_request, response) => {
      response.json(document)
    }),
    'GET',
  )
  return router
}
