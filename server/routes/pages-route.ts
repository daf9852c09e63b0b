import express, { type Router } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import { chatPage } from '../web/chat-page.ts'
import { sendAsset } from './assets.ts'
import { onlyThese } from './methods.ts'
import type { Parts } from './parts.ts'

/** GET / (the page that asks) and /assets/… */
export function pagesRoute({ pages }: Pick<Parts, 'pages'>): Router {
  const router = express.Router()

  const chat = router.route('/').get(async (_request, response) => {
    const page = chatPage(await pages.head('chat'))
    response.set('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
  onlyThese(chat, 'GET')

  const asset = router.route('/assets/*name').get(async (request, response) => {
    const name = request.params.name.join('/')
    const found = await pages.asset(`assets/${name}`)
    if (!found) throw new Problem('not-found', `There is no asset ${name}.`)
    sendAsset(request, response, found)
  })
  onlyThese(asset, 'GET')

  return router
}
