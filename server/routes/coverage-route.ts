import express, { type RequestHandler, type Router } from 'express'
import { coverageOf } from '../lookup/coverage.ts'
import type { CoverageResponse } from '../lookup/coverage-contract.ts'
import { documentsPage } from '../web/documents-page.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'

/** GET /api/coverage (what each document holds) and /documents (the page that shows it, and takes documents in and out) */
export function coverageRoute({ door, pages }: Pick<Parts, 'door' | 'pages'>, mayRead: RequestHandler): Router {
  const router = express.Router()
  let known: { readonly version: string; readonly response: Promise<CoverageResponse> } | null = null

  const coverage = router.route('/api/coverage').get(mayRead, async (_request, response) => {
    const corpus = await door.current()
    if (known?.version !== corpus.version)
      known = {
        version: corpus.version,
        response: coverageOf(corpus).then((documents) => ({ documents: [...documents] })),
      }
    response.json(await known.response)
  })
  onlyThese(coverage, 'GET')

  const page = router.route('/documents').get(async (_request, response) => {
    response
      .set('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(documentsPage(await pages.head('documents')))
  })
  onlyThese(page, 'GET')
  return router
}
