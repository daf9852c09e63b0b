import express, { type RequestHandler, type Router } from 'express'
import { type ChecksResponse, checksQuerySchema } from '../answer/contract.ts'
import { listFindings } from '../checks/list-findings.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { validated } from './request-validation.ts'

/** GET /api/checks */
export function checksRoute(
  { door, publishFinding }: Pick<Parts, 'door' | 'publishFinding'>,
  mayRead: RequestHandler,
): Router {
  const router = express.Router()
  const route = router.route('/api/checks').get(mayRead, async (request, response) => {
    const { document, limit } = validated(checksQuerySchema, request.query)
    const corpus = await door.current()
    const { findings, applied } = listFindings(corpus, document)
    const shown = findings.slice(0, limit).map((finding) => publishFinding(finding, corpus))
    response.json({ findings: shown, applied, total: findings.length } satisfies ChecksResponse)
  })
  onlyThese(route, 'GET')
  return router
}
