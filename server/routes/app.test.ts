import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableSchema } from '../../ingest/domain/table.ts'
import { answerSchema, factsResponseSchema, problemSchema } from '../answer/contract.ts'
import { documentResponseSchema, documentsResponseSchema, readinessSchema } from '../lookup/documents-contract.ts'
import { fakeDocument } from '../lookup/fake-corpus.ts'
import { type Call, fakeParts, type Reply, startServer, type TestServer } from './fake-parts.ts'

let server: TestServer
beforeAll(async () => {
  const hostile = {
    ...fakeDocument('bbbb', { organization: '示例县卫生局', aliases: [] }),
    lines: ['<script>alert(1)</script>', 'a\u202eb'],
  }
  server = await startServer(fakeParts([fakeDocument('aaaa'), hostile]))
})
afterAll(() => server.stop())

function expectProblem(reply: Reply, status: number, code: string) {
  expect(reply.headers['content-type']).toBe('application/problem+json')
  const problem = problemSchema.parse(reply.json)
  expect(problem).toMatchObject({ status, code })
  expect(reply.status).toBe(status)
  expect(reply.text).not.toMatch(/<html|\bat .+\.ts:\d+/)
  return problem
}

describe('POST /api/ask', () => {
  it('answers in the shape of the contract', async () => {
    const reply = await server.ask({ question: '多少？', conversationId: 'mine' })
    expect(reply.status).toBe(200)
    expect(answerSchema.parse(reply.json).conversationId).toBe('mine')
  })

  it.each([
    [{}, 'question'],
    [{ question: '' }, 'question'],
    [{ question: '   ' }, 'question'],
    [{ question: 5 }, 'question'],
    [{ question: '问'.repeat(2001) }, 'question'],
    [{ question: '?', mode: 'fast' }, 'mode'],
    [{ question: '?', language: 'fr' }, 'language'],
    [{ question: '?', extra: 1 }, 'extra'],
    [[], ''],
    [null, ''],
    ['text', ''],
  ])('refuses %j and names the field "%s"', async (body, field) => {
    const problem = expectProblem(await server.ask(body), 400, 'request-invalid')
    expect(problem.errors?.map((error) => error.field)).toContain(field)
  })

  it.each(['{"question":', ''])('refuses the body %j, which is no JSON', async (body) => {
    expectProblem(
      await server.call('/api/ask', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
      400,
      'request-invalid',
    )
  })

  it.each<[string, Call]>([
    ['text', { headers: { 'Content-Type': 'text/plain' }, body: '{"question":"?"}' }],
    ['a form', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'question=?' }],
    ['no type', { body: '{"question":"?"}' }],
    ['a compressed body', { headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, body: 'x' }],
    ['another charset', { headers: { 'Content-Type': 'application/json; charset=gb2312' }, body: '{}' }],
  ])('answers 415 to %s', async (_name, call) => {
    expectProblem(await server.call('/api/ask', { ...call, method: 'POST' }), 415, 'media-type')
  })

  it('answers 413 to a body over 64 KB', async () => {
    expectProblem(await server.ask({ question: '?', conversationId: 'x'.repeat(65 * 1024) }), 413, 'request-too-large')
  })

  it('answers 504 where there is no answer in time', async () => {
    const slow = await startServer(fakeParts([], { askTimeLimitMs: 20, asker: { ask: () => new Promise(() => {}) } }))
    expectProblem(await slow.ask({ question: '?' }), 504, 'timeout')
    await slow.stop()
  })

  it('tells nothing of an error inside', async () => {
    const broken = await startServer(
      fakeParts([], { asker: { ask: () => Promise.reject(new Error('secret path /etc')) } }),
    )
    const problem = expectProblem(await broken.ask({ question: '?' }), 500, 'internal')
    expect(JSON.stringify(problem)).not.toContain('secret')
    await broken.stop()
  })
})

describe('GET /api/documents', () => {
  it('lists the documents', async () => {
    const { documents } = documentsResponseSchema.parse((await server.call('/api/documents')).json)
    expect(documents.map(({ id }) => id)).toEqual(['aaaa', 'bbbb'])
  })

  it('gives a document with its tables', async () => {
    const { document, tables } = documentResponseSchema.parse((await server.call('/api/documents/aaaa')).json)
    expect(document.id).toBe('aaaa')
    expect(tables).toMatchObject([{ id: 'aaaa-t1', role: 'three_public', rows: 1, columns: 2, lines: [1, 2] }])
  })

  it('gives a table as JSON and as CSV', async () => {
    expect(tableSchema.parse((await server.call('/api/documents/aaaa/tables/aaaa-t1')).json).id).toBe('aaaa-t1')
    const excel = await server.call('/api/documents/aaaa/tables/aaaa-t1?format=xlsx')
    expect(excel.headers['content-type']).toContain('spreadsheetml.sheet')
    expect(excel.headers['content-disposition']).toMatch(/^attachment; filename=.*aaaa-t1\.xlsx/)
    expect(excel.text.slice(0, 2)).toBe('PK')
    const reply = await server.call('/api/documents/aaaa/tables/aaaa-t1?format=csv')
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="?aaaa-t1.csv"?$/)
    expect(reply.text).toBe('\ufeff项目,预算数 / 合计\r\n公务接待费,1.50\r\n')
  })

  it('answers 404 to what is not there, and 400 to another format', async () => {
    expectProblem(await server.call('/api/documents/none'), 404, 'document-unknown')
    expectProblem(await server.call('/api/documents/none/tables/x'), 404, 'document-unknown')
    expectProblem(await server.call('/api/documents/aaaa/tables/bbbb-t1'), 404, 'table-unknown')
    expectProblem(await server.call('/api/documents/aaaa/tables/aaaa-t1?format=pdf'), 400, 'request-invalid')
  })
})

describe('GET /api/facts', () => {
  it('filters', async () => {
    const reply = await server.call(
      `/api/facts?organization=${encodeURIComponent('示例县卫生局')}&year=2031&basis=budget&table=three_public`,
    )
    const { facts, nextPage } = factsResponseSchema.parse(reply.json)
    expect(facts.map(({ id }) => id)).toEqual(['bbbb-f1'])
    expect(nextPage).toBeNull()
  })

  it.each(['year=abc', 'basis=actual', 'colour=red', 'page=zzz', 'year=2031&year=2030', 'item='.padEnd(300, 'x')])(
    'refuses ?%s',
    async (query) => {
      expectProblem(await server.call(`/api/facts?${query}`), 400, 'request-invalid')
    },
  )
})

describe('health', () => {
  it('is live and ready', async () => {
    expect((await server.call('/healthz')).json).toEqual({ status: 'ok' })
    expect(readinessSchema.parse((await server.call('/readyz')).json)).toEqual({
      status: 'ready',
      version: 'v1',
      documents: 2,
    })
  })

  it('is live but not ready without an index, and says so everywhere', async () => {
    const empty = await startServer(fakeParts(null))
    expect((await empty.call('/healthz')).status).toBe(200)
    for (const path of ['/readyz', '/api/documents', '/api/documents/x', '/api/facts', '/documents/x']) {
      const problem = expectProblem(await empty.call(path), 503, 'index-missing')
      expect(problem.detail).not.toContain('/secret')
    }
    expectProblem(await empty.ask({ question: '?' }), 503, 'index-missing')
    await empty.stop()
  })
})

describe('addresses', () => {
  it.each([
    '/nothing',
    '/api',
    '/api/nothing',
    '/assets/../app.ts',
    '/assets/chat.test.js',
    '/assets/tsconfig.json',
    '/assets/__proto__',
    '/.env',
  ])('answers 404 at %s', async (path) => {
    expectProblem(await server.call(path), 404, 'not-found')
  })

  it.each([
    ['GET', '/api/ask', 'POST'],
    ['DELETE', '/api/documents', 'GET, POST, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/healthz', 'GET, HEAD'],
  ])('answers 405 to %s %s', async (method, path, allowed) => {
    const reply = await server.call(path, { method })
    expectProblem(reply, 405, 'method')
    expect(reply.headers.allow).toBe(allowed)
  })

  it('answers 400 to an address that cannot be decoded', async () => {
    expectProblem(await server.call('/documents/%E0%A4%A'), 400, 'request-invalid')
  })

  it('keeps the id of a request and makes one where there is none', async () => {
    expect((await server.call('/healthz', { headers: { 'X-Request-Id': 'abcd-1234' } })).headers['x-request-id']).toBe(
      'abcd-1234',
    )
    expect((await server.call('/healthz', { headers: { 'X-Request-Id': 'bad id' } })).headers['x-request-id']).toMatch(
      /^[\da-f-]{36}$/,
    )
  })
})

describe('pages', () => {
  it('serves the page and its assets under a strict policy', async () => {
    const page = await server.call('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none';script-src 'self'/)
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe/)
    expect(page.text).not.toMatch(/<script(?![^>]*src=)|<style| style=| on[a-z]+=/)
    expect(page.text).toContain('<script src="/assets/chat.js" type="module"></script>')
    const asset = await server.call('/assets/icon.svg')
    expect(asset.status).toBe(200)
    expect(asset.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' })
  })

  it('sends assets packed to who can unpack them, and lets those be kept whose name tells their content', async () => {
    const packed = await server.call('/assets/chat-Ab_-1234.js', { headers: { 'Accept-Encoding': 'br, gzip' } })
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const plain = await server.call('/assets/icon.svg')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['cache-control']).toBe('no-cache')
    expect(plain.text).toBe('<svg/>')
  })

  it('shows a source with the cited line marked', async () => {
    const { text, headers } = await server.call('/documents/aaaa?lines=2-2&raw=1.50')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('<div class="line cited" id="L2" aria-current="location">')
    expect(text).toContain('<mark>1.50</mark>')
  })

  it('speaks the language of the browser', async () => {
    expect((await server.call('/documents/aaaa', { headers: { 'Accept-Language': 'en-GB,en' } })).text).toContain(
      'Organisation',
    )
    expect((await server.call('/documents/aaaa', { headers: { 'Accept-Language': 'zh-CN,en;q=0.5' } })).text).toContain(
      '返回提问',
    )
  })

  it('speaks the language that a link asks for, and leads to the other', async () => {
    const { text } = await server.call('/documents/aaaa?lines=2-2&language=en')
    expect(text).toContain('Organisation')
    expect(text).toContain('href="?lines=2-2&amp;language=zh"')
  })

  it('shows a table that was chosen, and no table of another document', async () => {
    expect((await server.call('/documents/aaaa?table=aaaa-t1')).text).toContain('role="grid"')
    expect((await server.call('/documents/aaaa?table=bbbb-t1')).text).not.toContain('role="grid"')
  })

  it('gives no file that is not kept', async () => {
    expectProblem(await server.call('/api/documents/aaaa/file'), 404, 'not-found')
    expect((await server.call('/documents/aaaa')).text).not.toContain('page-picture')
  })

  it('gives a file that is kept to be drawn, and not to be opened as a page of its own', async () => {
    const kept = join(mkdtempSync(join(tmpdir(), 'budget-chat-kept-')), 'kept')
    writeFileSync(kept, '%PDF-1.7')
    const other = await startServer(fakeParts([fakeDocument('aaaa')], { original: async () => kept }))
    try {
      expect((await other.call('/documents/aaaa')).text).toContain('data-file="/api/documents/aaaa/file"')
      const { text, headers } = await other.call('/api/documents/aaaa/file')
      expect(text).toBe('%PDF-1.7')
      expect(headers['content-type']).toBe('application/pdf')
      expect(headers['content-disposition']).toMatch(/^attachment;/)
    } finally {
      await other.stop()
      rmSync(dirname(kept), { recursive: true })
    }
  })

  it('shows hostile text as text', async () => {
    const { text } = await server.call('/documents/bbbb')
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toContain('\u202e')
  })

  it.each(['lines=abc', 'lines=0-1', 'lines=5-2', 'lines=1-21', 'nth=0', 'lines=1-2&lines=3-4'])(
    'refuses ?%s',
    async (query) => {
      expectProblem(await server.call(`/documents/aaaa?${query}`), 400, 'request-invalid')
    },
  )
})
