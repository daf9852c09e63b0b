import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { cellPosition } from '../../ingest/domain/cell-name.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import { MAX_CITED_LINES } from '../../ingest/domain/source.ts'
import { chatPage } from '../web/chat-page.ts'
import type { Asset } from '../web/page-store.ts'
import { type SourceView, sourcePage } from '../web/source-page.ts'
import { heldDocument } from './documents-route.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'
import { validated } from './request-validation.ts'

const NO_BOX = 'must be four numbers like 90.5,120,200,134.25: left, top, right, bottom'
const NO_LINES = `must be two line numbers like 214-216, at most ${MAX_CITED_LINES} lines`

/**
 * Query of the source viewer: `?lines=214-216&raw=3.50&nth=2`, or `?page=12&box=90.5,120,200,134&raw=3.50` in a document
 * of pages, `?sheet=…&cell=C14` in a workbook, `?paragraph=12` in a Word file. Other parameters are none of its business.
 */
const sourceQuerySchema = z.object({
  lines: z
    .string()
    .regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/, NO_LINES)
    .transform((text) => text.split('-').map(Number))
    .pipe(z.tuple([z.number(), z.number()]))
    .refine(([from, to]) => from <= to && to - from < MAX_CITED_LINES, NO_LINES)
    .optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
  box: z
    .string()
    .regex(/^-?\d{1,6}(?:\.\d{1,6})?(?:,-?\d{1,6}(?:\.\d{1,6})?){3}$/, NO_BOX)
    .transform((text) => text.split(',').map(Number))
    .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
    .optional()
    .describe('In points from the top left corner of the page.'),
  sheet: z.string().max(200).optional(),
  cell: z
    .string()
    .refine((name) => cellPosition(name) !== null, 'must be a cell like C14')
    .optional(),
  paragraph: z.coerce.number().int().min(1).max(10_000_000).optional(),
  raw: z.string().max(500).optional().describe('The text to mark in the cited lines.'),
  nth: z.coerce.number().int().min(1).optional().describe('Which of several places of the text is meant.'),
})

type CitedSite = NonNullable<SourceView['cited']>['site']

/** A page without a box is cited whole, and a sheet without a cell not at all. */
function siteOf({ lines, page, box, sheet, cell, paragraph }: z.infer<typeof sourceQuerySchema>): CitedSite | null {
  if (page !== undefined) return box ? { kind: 'page', page, box } : { kind: 'whole-page', page }
  if (sheet !== undefined && cell !== undefined) return { kind: 'cell', sheet, cell }
  if (paragraph !== undefined) return { kind: 'paragraph', paragraph }
  return lines ? { kind: 'lines', from: lines[0], to: lines[1] } : null
}

/** GET / (the page that asks), /assets/… and /documents/:id (the source viewer) */
export function pagesRoute({ door, pages }: Pick<Parts, 'door' | 'pages'>): Router {
  const router = express.Router()

  const chat = router.route('/').get(async (_request, response) => {
    const page = chatPage(await pages.head('chat'))
    response.set('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
  onlyThese(chat, 'GET')

  const asset = router.route('/assets/:name').get(async (request, response) => {
    const found = await pages.asset(`assets/${request.params.name}`)
    if (!found) throw new Problem('not-found', `There is no asset ${request.params.name}.`)
    sendAsset(request, response, found)
  })
  onlyThese(asset, 'GET')

  const source = router.route('/documents/:id').get(async (request, response) => {
    const query = validated(sourceQuerySchema, request.query)
    const site = siteOf(query)
    const corpus = await door.current()
    const document = heldDocument(corpus, request.params.id)
    const view: SourceView = {
      language: request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh',
      title: document.title,
      organization: document.organization,
      fiscalYear: document.fiscalYear,
      basis: document.basis,
      file: document.file,
      lines: corpus.lines(document.id),
      places: corpus.places(document.id),
      tables: corpus.tables(document.id),
      cited: site && { site, raw: query.raw ?? null, nth: query.nth ?? null },
    }
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'private, no-cache')
      .type('text/html; charset=utf-8')
      .send(sourcePage(view, await pages.head('source')))
  })
  onlyThese(source, 'GET')
  return router
}

/** Names with a hash of their content never change what they mean; the others are asked for anew each time. */
const HASHED = /-[\w-]{8}\.\w+$/

function sendAsset(request: Request, response: Response, { mediaType, content, gzipped }: Asset): void {
  const gzip = request.acceptsEncodings('gzip') === 'gzip'
  if (gzip) response.set('Content-Encoding', 'gzip')
  response
    .vary('Accept-Encoding')
    .set('Cache-Control', HASHED.test(request.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    .type(mediaType)
    .send(gzip ? gzipped : content)
}
