import express, { type Router } from 'express'
import { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import { widgetPage } from '../web/widget-page.ts'
import { sendAsset } from './assets.ts'
import { baseAddress } from './base-address.ts'
import { onlyThese } from './methods.ts'
import { preferredLanguage } from './page-language.ts'
import type { Parts } from './parts.ts'
import { validated } from './request-validation.ts'

const words = z.string().trim().max(200).default('')
const tryoutQuerySchema = z.object({
  language: z.enum(['zh', 'en']).optional(),
  position: z.enum(['left', 'right']).default('right'),
  color: words,
  greeting: words,
  organization: words,
})

/** GET /widget.js (the widget for other sites' pages) and /widget (a page to try it on) */
export function widgetRoute(parts: Pick<Parts, 'pages' | 'publicUrl'>): Router {
  const router = express.Router()
  const { pages } = parts

  const script = router.route('/widget.js').get(async (request, response) => {
    const found = await pages.asset('widget.js')
    if (!found) throw new Problem('not-found', 'There is no widget.')
    // Pages of other sites load it: it holds nothing that they may not know, and asks by their allowed origin.
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    sendAsset(request, response, found)
  })
  onlyThese(script, 'GET')

  const tryout = router.route('/widget').get(async (request, response) => {
    const query = validated(tryoutQuerySchema, request.query)
    const language = query.language ?? preferredLanguage(request)
    const server = baseAddress(parts, request)
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(widgetPage({ ...query, language }, server, await pages.head('tryout')))
  })
  onlyThese(tryout, 'GET')
  return router
}
