import express, { type Router } from 'express'
import { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import { MAX_CITED_LINES } from '../../ingest/domain/source.ts'
import { findAsset, readAsset } from '../web/assets.ts'
import { type SourceView, sourcePage } from '../web/source-page.ts'
import { heldDocument } from './documents-route.ts'
import { onlyThese } from './methods.ts'
import type { CorpusDoor } from './parts.ts'
import { validated } from './request-validation.ts'

const NO_BOX = 'must be four numbers like 90.5,120,200,134.25: left, top, right, bottom'
const NO_LINES = `must be two line numbers like 214-216, at most ${MAX_CITED_LINES} lines`

/**
 * Query of the source viewer: `?lines=214-216&raw=3.50&nth=2`, or `?page=12&box=90.5,120,200,134&raw=3.50` in a document
 * of pages. Other parameters are none of its business.
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
  raw: z.string().max(500).optional().describe('The text to mark in the cited lines.'),
  nth: z.coerce.number().int().min(1).optional().describe('Which of several places of the text is meant.'),
})

/** A page without a box is cited whole. */
function citedOf(
  { lines, page, box }: Pick<z.infer<typeof sourceQuerySchema>, 'lines' | 'page' | 'box'>,
  raw: string | null,
  nth: number | null,
): SourceView['cited'] {
  if (page !== undefined) return { page, box: box ?? null, raw, nth }
  return lines ? { from: lines[0], to: lines[1], raw, nth } : null
}

/** GET / (the page that asks), /assets/… and /documents/:id (the source viewer) */
export function pagesRoute(door: CorpusDoor): Router {
  const router = express.Router()

  const chat = router.route('/').get(async (_request, response) => {
    const { mediaType, content } = await readAsset('index.html')
    response.set('Cache-Control', 'no-cache').type(mediaType).send(content)
  })
  onlyThese(chat, 'GET')

  const asset = router.route('/assets/:name').get(async (request, response) => {
    const name = findAsset(request.params.name)
    if (!name) throw new Problem('not-found', `There is no asset ${request.params.name}.`)
    const { mediaType, content } = await readAsset(name)
    response.set('Cache-Control', 'no-cache').type(mediaType).send(content)
  })
  onlyThese(asset, 'GET')

  const source = router.route('/documents/:id').get(async (request, response) => {
    const { raw = null, nth = null, ...place } = validated(sourceQuerySchema, request.query)
    const corpus = await door.current()
    const document = heldDocument(corpus, request.params.id)
    const page = sourcePage({
      language: request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh',
      title: document.title,
      organization: document.organization,
      fiscalYear: document.fiscalYear,
      basis: document.basis,
      file: document.file,
      lines: corpus.lines(document.id),
      places: corpus.places(document.id),
      cited: citedOf(place, raw, nth),
    })
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'private, no-cache')
      .type('text/html; charset=utf-8')
      .send(page)
  })
  onlyThese(source, 'GET')
  return router
}
