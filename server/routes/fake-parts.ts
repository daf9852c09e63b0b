import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { Problem } from '../../ingest/domain/problem.ts'
import { publishFact, publishFinding } from '../answer/citation.ts'
import { answerSchema } from '../answer/contract.ts'
import { type FakeDocument, fakeCorpus } from '../lookup/fake-corpus.ts'
import { createMetrics } from '../records/metrics.ts'
import type { Asset } from '../web/asset.ts'
import { createApp } from './app.ts'
import { type Listening, listen } from './http-server.ts'
import { EXAMPLES } from './openapi-examples.ts'
import type { Parts } from './parts.ts'

/** For tests: parts over a corpus in memory; null is a data folder without an index. */
export function fakeParts(documents: readonly FakeDocument[] | null, change: Partial<Parts> = {}): Parts {
  const current = async () => {
    if (documents === null) throw new Problem('index-missing', 'There is no index in /secret/folder.')
    return { ...fakeCorpus(documents), version: 'v1', createdAt: new Date() }
  }
  return {
    door: { current },
    asker: {
      ask: async ({ conversationId }) => {
        await current()
        const answer = answerSchema.parse(EXAMPLES.Answer)
        return { ...answer, conversationId: conversationId ?? answer.conversationId }
      },
    },
    publishFact,
    publishFinding,
    access: { apiKeys: [], allowedOrigins: [], trustedProxies: 0 },
    publicUrl: null,
    log: pino({ level: 'silent' }),
    audit: { note: () => {}, close: async () => {} },
    metrics: createMetrics(async () => null),
    uploads: NO_UPLOADS,
    slack: null,
    pages: FAKE_PAGES,
    original: async () => null,
    askTimeLimitMs: 1000,
    ...change,
  }
}

const notHere = async () => {
  throw new Problem('folder-unwritable', 'Nothing is written here.')
}
const NO_UPLOADS: Parts['uploads'] = { openSpool: notHere, add: notHere, remove: notHere, close: () => undefined }

const ASSETS: ReadonlyMap<string, Asset> = new Map([
  ['assets/icon.svg', fakeAsset('image/svg+xml', '<svg/>')],
  ['assets/chat-Ab_-1234.js', fakeAsset('text/javascript; charset=utf-8', '1')],
])
const FAKE_PAGES: Parts['pages'] = {
  asset: async (address) => ASSETS.get(address) ?? null,
  head: async (page) => ({ script: `assets/${page}.js`, styles: [`assets/${page}.css`] }),
}

function fakeAsset(mediaType: string, text: string): Asset {
  const content = Buffer.from(text)
  return { mediaType, content, gzipped: gzipSync(content) }
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
}

export interface Call {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | undefined
}

export interface TestServer extends Listening {
  call(path: string, options?: Call): Promise<Reply>
  ask(body: unknown, headers?: Record<string, string>): Promise<Reply>
}

/** For tests: the app on a free port of loopback. `call` sends what fetch would not let through, Host and Origin included. */
export async function startServer(parts: Parts): Promise<TestServer> {
  const listening = await listen(createApp(parts), '127.0.0.1', 0, parts.log)
  const call = (path: string, { method = 'GET', headers = {}, body }: Call = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const sent = httpRequest(`${listening.address}${path}`, { method, headers, agent: false }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const ask = (body: unknown, headers: Record<string, string> = {}) =>
    call('/api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return { ...listening, call, ask }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
