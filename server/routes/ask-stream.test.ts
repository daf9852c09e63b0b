import { request as httpRequest } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Listener } from '../answer/assistant.ts'
import { answerSchema } from '../answer/contract.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import { EXAMPLES } from './openapi-examples.ts'
import type { Parts } from './parts.ts'

const ANSWER = answerSchema.parse(EXAMPLES.Answer)

let server: TestServer
afterEach(() => server.stop())

async function streaming(ask: Parts['asker']['ask'], change: Partial<Parts> = {}) {
  server = await startServer(fakeParts([], { asker: { ask }, ...change }))
  return (body: unknown) =>
    server.call('/api/ask/stream', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
}

/** The events of a reply, in order. */
function eventsIn(text: string): { readonly event: string; readonly data: unknown }[] {
  return text.split('\n\n').flatMap((block) => {
    const match = /^event: (\w+)\ndata: (.*)$/.exec(block)
    return match ? [{ event: match[1] ?? '', data: z.unknown().parse(JSON.parse(match[2] ?? '')) }] : []
  })
}

describe('POST /api/ask/stream', () => {
  it('sends what is done, the text as it is verified, and the answer', async () => {
    const ask = await streaming(async (_, listener?: Listener) => {
      listener?.status('searching')
      listener?.delta('一句\n')
      listener?.delta('两句')
      return ANSWER
    })
    const reply = await ask({ question: '多少？' })
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(eventsIn(reply.text)).toEqual([
      { event: 'status', data: { stage: 'searching' } },
      { event: 'delta', data: { text: '一句\n' } },
      { event: 'delta', data: { text: '两句' } },
      { event: 'answer', data: ANSWER },
    ])
  })

  it('refuses an invalid request before it begins', async () => {
    const ask = await streaming(async () => ANSWER)
    const reply = await ask({ question: '' })
    expect(reply.status).toBe(400)
    expect(reply.json).toMatchObject({ code: 'request-invalid' })
  })

  it.each([
    [new Problem('index-missing', 'There is no index.'), 'index-missing'],
    [new Error('planted secret'), 'internal'],
  ])('sends %s as an event', async (error, code) => {
    const ask = await streaming(() => Promise.reject(error))
    const { text } = await ask({ question: '多少？' })
    expect(eventsIn(text)).toMatchObject([{ event: 'error', data: { code } }])
    expect(text).not.toContain('secret')
  })

  it('gives up in time', async () => {
    const ask = await streaming(() => new Promise(() => {}), { askTimeLimitMs: 30 })
    expect(eventsIn((await ask({ question: '多少？' })).text)).toMatchObject([
      { event: 'error', data: { code: 'timeout' } },
    ])
  })

  it.each(['/api/ask/stream', '/api/ask'])('tells the assistant at %s where the client goes away', async (path) => {
    const signals: AbortSignal[] = []
    await streaming((_, listener) => {
      if (listener?.signal) signals.push(listener.signal)
      return new Promise(() => {})
    })
    const headers = { 'Content-Type': 'application/json' }
    const sent = httpRequest(`${server.address}${path}`, { method: 'POST', headers, agent: false })
    sent.on('error', () => undefined)
    sent.end(JSON.stringify({ question: '多少？' }))
    await expect.poll(() => signals.length).toBe(1)
    expect(signals[0]?.aborted).toBe(false)
    sent.destroy()
    await expect.poll(() => signals[0]?.aborted).toBe(true)
  })
})
