import express, { type RequestHandler, type Router } from 'express'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { xlsxFile } from '../checks/xlsx-file.ts'
import { tableCsv, tableRows } from '../lookup/table-csv.ts'
import { type DocumentResponse, type DocumentsResponse, tableQuerySchema } from './documents-contract.ts'
import { onlyThese } from './methods.ts'
import type { CorpusDoor } from './parts.ts'
import { publishedTable, tableSummary } from './published-table.ts'
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
    const corpus = await door.current()
    const document = heldDocument(corpus, request.params.id)
    const places = corpus.places(document.id)
    response.json({
      document,
      tables: corpus.tables(document.id).map((table) => tableSummary(table, places)),
    } satisfies DocumentResponse)
  })
  onlyThese(one, 'GET', 'DELETE')

  const table = router.route('/api/documents/:id/tables/:tableId').get(mayRead, async (request, response) => {
    const { format } = validated(tableQuerySchema, request.query)
    const corpus = await door.current()
    const document = heldDocument(corpus, request.params.id)
    const found = corpus.tables(document.id).find(({ id }) => id === request.params.tableId)
    if (!found)
      throw new Problem('table-unknown', `The document ${document.id} has no table ${request.params.tableId}.`)
    if (format === 'json') {
      response.json(publishedTable(found, corpus.places(document.id)))
      return
    }
    response.attachment(`${found.id}.${format}`)
    if (format === 'csv') response.type('text/csv').send(tableCsv(found))
    else response.send(xlsxFile(found.number ?? found.id, tableRows(found), []))
  })
  onlyThese(table, 'GET')
  return router
}

export function heldDocument(corpus: CorpusReader, id: string): DocumentRecord {
  const document = corpus.document(id)
  if (!document) throw new Problem('document-unknown', `No document has the id ${id}.`)
  return document
}
