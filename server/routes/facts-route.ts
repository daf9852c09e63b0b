import express, { type RequestHandler, type Router } from 'express'
import { type FactsResponse, factsQuerySchema } from '../answer/contract.ts'
import { listFacts } from '../lookup/fact-query.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { validated } from './request-validation.ts'

/** GET /api/facts */
export function factsRoute(
  { door, publishFact }: Pick<Parts, 'door' | 'publishFact'>,
  mayRead: RequestHandler,
): Router {
  const router = express.Router()
  const route = router.route('/api/facts').get(mayRead, async (request, response) => {
    const query = validated(factsQuerySchema, request.query)
    const corpus = await door.current()
    const { facts, nextPage } = listFacts(query, corpus)
    response.json({ facts: facts.map((fact) => publishFact(fact, corpus)), nextPage } satisfies FactsResponse)
  })
  onlyThese(route, 'GET')
  return router
}
