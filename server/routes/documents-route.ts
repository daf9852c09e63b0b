import express, { type RequestHandler, type Router } from 'express'
import { xlsxFile } from '../checks/xlsx-file.ts'
import { type DocumentsResponse, tableQuerySchema } from '../lookup/documents-contract.ts'
import { documentWithTables, heldTable } from '../lookup/held.ts'
import { publishedTable } from '../lookup/published-table.ts'
import { tableCsv, tableRows } from '../lookup/table-csv.ts'
import { onlyThese } from './methods.ts'
import type { CorpusDoor } from './parts.ts'
import { validated } from './request-validation.ts'

/** GET /api/documents, /api/documents/:id and /api/documents/:id/tables/:tableId */
export function documentsRoute(door: CorpusDoor, mayRead: RequestHandler): Router {
  const router = express.Router()

  const list = router.route('/api/documents').get(mayRead, async (_request, response) => {
    const corpus = await door.current()
    response.json({ documents: [...corpus.documents()] } satisfies DocumentsResponse)
  })
  onlyThese(list, 'GET', 'POST')

  const one = router.route('/api/documents/:id').get(mayRead, async (request, response) => {
    response.json(documentWithTables(await door.current(), request.params.id))
  })
  onlyThese(one, 'GET', 'DELETE')

  const table = router.route('/api/documents/:id/tables/:tableId').get(mayRead, async (request, response) => {
    const { format } = validated(tableQuerySchema, request.query)
    const corpus = await door.current()
    const { id, tableId } = request.params
    const found = heldTable(corpus, id, tableId)
    if (format === 'json') {
      response.json(publishedTable(found, corpus.places(id)))
      return
    }
    response.attachment(`${found.id}.${format}`)
    if (format === 'csv') response.type('text/csv').send(tableCsv(found))
    else response.send(xlsxFile(found.number ?? found.id, tableRows(found), []))
  })
  onlyThese(table, 'GET')
  return router
}
