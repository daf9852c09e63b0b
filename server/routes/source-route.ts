import express, { type Request, type RequestHandler, type Router } from 'express'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { heldDocument } from '../lookup/held.ts'
import type { PageLanguage } from '../web/page-language.ts'
import { sourcePage } from '../web/source-page.ts'
import type { ShownFinding } from '../web/source-view.ts'
import { onlyThese } from './methods.ts'
import { preferredLanguage } from './page-language.ts'
import type { Parts } from './parts.ts'
import { validated } from './request-validation.ts'
import { citedText, sourceQuerySchema } from './source-query.ts'

/** A document can hold no end of findings; the reconciliation report has them all. */
const MOST_FINDINGS = 200

/** GET /documents/:id (the source viewer) and /api/documents/:id/file (a PDF as it was given) */
export function sourceRoute(
  { door, pages, original, publishFinding }: Pick<Parts, 'door' | 'pages' | 'original' | 'publishFinding'>,
  mayRead: RequestHandler,
): Router {
  const router = express.Router()

  const source = router.route('/documents/:id').get(async (request, response) => {
    const query = validated(sourceQuerySchema, request.query)
    const corpus = await door.current()
    const document = heldDocument(corpus, request.params.id)
    const language = query.language ?? preferredLanguage(request)
    const { id, title, organization, fiscalYear, basis, file, sha256 } = document
    const tables = corpus.tables(id)
    const page = sourcePage(
      {
        ...{ language, inOtherLanguage: inOtherLanguage(request, language) },
        ...{ documentId: id, title, organization, fiscalYear, basis, file },
        lines: corpus.lines(id),
        places: corpus.places(id),
        tables,
        findings: shownFindings(document, corpus),
        pages: (await original(sha256)) === null ? null : `/api/documents/${encodeURIComponent(id)}/file`,
        chosen: tables.find((table) => table.id === query.table) ?? null,
        cited: citedText(query),
      },
      await pages.head('source'),
    )
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'private, no-cache')
      .type('text/html; charset=utf-8')
      .send(page)
  })
  onlyThese(source, 'GET')

  const file = router.route('/api/documents/:id/file').get(mayRead, async (request, response) => {
    const document = heldDocument(await door.current(), request.params.id)
    const path = await original(document.sha256)
    if (path === null) throw new Problem('not-found', `The file of document ${document.id} is not kept.`)
    // Opened elsewhere it would be a page of this server; here it is only ever drawn.
    response.attachment(document.file).type('application/pdf')
    response.sendFile(path, { cacheControl: false })
  })
  onlyThese(file, 'GET')
  return router

  function shownFindings({ id }: DocumentRecord, corpus: CorpusReader): readonly ShownFinding[] {
    return corpus
      .checks(id)
      .findings.slice(0, MOST_FINDINGS)
      .map((finding) => ({ finding, hrefs: publishFinding(finding, corpus).places.map(({ href }) => href) }))
  }
}

function inOtherLanguage(request: Request, language: PageLanguage): string {
  const { searchParams: query } = new URL(request.originalUrl, 'http://localhost')
  query.set('language', language === 'zh' ? 'en' : 'zh')
  return `?${query.toString()}`
}
