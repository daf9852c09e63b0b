import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../config.ts'
import { fakeDocument } from '../lookup/fake-corpus.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import { RateLimiter } from './rate-limit.ts'

describe('without keys', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer(
      fakeParts([fakeDocument('aaaa')], {
        access: { apiKeys: [], allowedOrigins: ['https://allowed.example'], trustedProxies: 0 },
      }),
    )
  })
  afterAll(() => server.stop())

  it.each(['localhost', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:80', '127.1.2.3'])(
    'answers the host %s',
    async (Host) => {
      expect((await server.call('/healthz', { headers: { Host } })).status).toBe(200)
    },
  )

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:3000',
    '10.0.0.1',
    '0.0.0.0',
    'evil.example@127.0.0.1',
    '127.0.0.1/evil',
  ])('refuses the host "%s", wherever it asks', async (Host) => {
    for (const path of ['/', '/api/documents', '/documents/aaaa', '/healthz', '/nothing']) {
      const reply = await server.call(path, { headers: { Host } })
      expect(reply.status).toBe(403)
      expect(reply.json).toMatchObject({ code: 'host-refused' })
    }
  })

  it.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1:3000',
    'http://127.0.0.1:3001',
    'http://localhost.evil.example:3000',
    'file://',
  ])('refuses the origin %s', async (Origin) => {
    const reply = await server.ask({ question: '?' }, { Host: '127.0.0.1:3000', Origin })
    expect(reply.json).toMatchObject({ status: 403, code: 'host-refused' })
  })

  it.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'https://allowed.example'])(
    'answers the origin %s',
    async (Origin) => {
      expect((await server.ask({ question: '?' }, { Host: '127.0.0.1:3000', Origin })).status).toBe(200)
    },
  )

  it('limits no rate', async () => {
    const replies = await Promise.all(Array.from({ length: 100 }, () => server.ask({ question: '?' })))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('with keys', () => {
  let server: TestServer
  const { apiKeys } = readSettings({}, { API_KEYS: 'plain-key,reader-key:read,upload-key:upload' })
  beforeAll(async () => {
    server = await startServer(
      fakeParts([fakeDocument('aaaa')], {
        access: { apiKeys, allowedOrigins: ['https://allowed.example'], trustedProxies: 0 },
      }),
    )
  })
  afterAll(() => server.stop())
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })

  it.each([
    {},
    bearer('wrong'),
    bearer(''),
    { Authorization: 'Basic plain-key' },
    { Authorization: 'plain-key' },
    bearer('plain-key x'),
  ])('answers 401 to %o', async (headers) => {
    for (const path of ['/api/documents', '/api/documents/aaaa', '/api/facts', '/api/nothing']) {
      const reply = await server.call(path, { headers })
      expect(reply.json).toMatchObject({ status: 401, code: 'key-required' })
      expect(reply.headers['www-authenticate']).toBe('Bearer')
    }
    expect((await server.ask({ question: '?' }, headers)).status).toBe(401)
  })

  it('asks for the key before it looks at the body', async () => {
    expect((await server.call('/api/ask', { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(401)
  })

  it('lets a key do what its scopes say', async () => {
    expect((await server.ask({ question: '?' }, bearer('plain-key'))).status).toBe(200)
    expect((await server.call('/api/facts', { headers: bearer('plain-key') })).status).toBe(200)
    expect((await server.call('/api/facts', { headers: bearer('reader-key') })).status).toBe(200)
    expect((await server.ask({ question: '?' }, bearer('reader-key'))).json).toMatchObject({
      status: 403,
      code: 'scope-missing',
    })
    expect((await server.call('/api/facts', { headers: bearer('upload-key') })).json).toMatchObject({
      status: 403,
      code: 'scope-missing',
    })
  })

  it('answers any host, and needs no key for health and pages', async () => {
    for (const path of ['/healthz', '/readyz', '/', '/documents/aaaa', '/openapi.json']) {
      expect((await server.call(path, { headers: { Host: 'budget.example' } })).status).toBe(200)
    }
  })

  it('lets its own page and allowed origins ask and read', async () => {
    const own = { Host: 'budget.example', Origin: 'https://budget.example' }
    expect((await server.ask({ question: '?' }, own)).status).toBe(200)
    expect((await server.call('/api/documents', { headers: { 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200)
    const reply = await server.ask({ question: '?' }, { Origin: 'https://allowed.example' })
    expect(reply.status).toBe(200)
    expect(reply.headers['access-control-allow-origin']).toBe('https://allowed.example')
    expect((await server.ask({ question: '?' }, { Origin: 'https://evil.example' })).status).toBe(401)
  })

  it('does not let a wrong key pass for a page', async () => {
    expect((await server.ask({ question: '?' }, { 'Sec-Fetch-Site': 'same-origin', ...bearer('wrong') })).status).toBe(
      401,
    )
  })

  it('answers the preflight of allowed origins only', async () => {
    const headers = { 'Access-Control-Request-Method': 'POST' }
    const allowed = await server.call('/api/ask', {
      method: 'OPTIONS',
      headers: { ...headers, Origin: 'https://allowed.example' },
    })
    expect(allowed).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-headers': 'Content-Type, Authorization' },
    })
    const refused = await server.call('/api/ask', {
      method: 'OPTIONS',
      headers: { ...headers, Origin: 'https://evil.example' },
    })
    expect(refused.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('limits pages and says how long to wait', async () => {
    const replies = await Promise.all(
      Array.from({ length: 60 }, () => server.ask({ question: '?' }, { Origin: 'https://allowed.example' })),
    )
    const limited = replies.find(({ status }) => status === 429)
    expect(limited?.json).toMatchObject({ code: 'rate-limited' })
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await server.ask({ question: '?' }, bearer('plain-key'))).status).toBe(200)
  })
})

describe('RateLimiter', () => {
  it('gives calls back at its rate, to each caller alone', () => {
    let now = 0
    const limiter = new RateLimiter({ burst: 2, perMinute: 6 }, () => now)
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 10])
    expect(limiter.take('b')).toBe(0)
    now += 4_000
    expect(limiter.take('a')).toBe(6)
    now += 6_000
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 10])
  })
})
