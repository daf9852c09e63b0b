import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../config.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import { RateLimiter } from './rate-limit.ts'

const { apiKeys } = readSettings({}, { API_KEYS: 'plain-key,admin-key:admin' })
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })
const from = (address: string) => ({ 'X-Forwarded-For': address })

describe('a server with keys', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startServer(
      fakeParts([], { access: { apiKeys, allowedOrigins: [], trustedProxies: 1 }, now: () => 0 }),
    )
  })
  afterEach(() => server.stop())

  const times = (count: number, path: string, headers: Record<string, string>) =>
    Promise.all(Array.from({ length: count }, () => server.call(path, { headers })))
  const metrics = async () =>
    (await server.call('/metrics', { headers: { ...bearer('admin-key'), ...from('192.0.2.99') } })).text

  it('refuses an address that tries many keys, its right ones too, and no other address', async () => {
    const tries = await times(40, '/api/documents', { ...bearer('wrong'), ...from('192.0.2.1') })
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(30)
    const limited = tries.find(({ status }) => status === 429)
    expect(limited?.json).toMatchObject({ code: 'rate-limited' })
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0)
    const right = (address: string) =>
      server.call('/api/documents', { headers: { ...bearer('plain-key'), ...from(address) } })
    expect((await right('192.0.2.1')).status).toBe(429)
    expect((await right('192.0.2.2')).status).toBe(200)
    expect(await metrics()).toContain('budget_chat_rate_limited_total{limit="failed-key"} 11')
  })

  it('limits a key, wherever it is used from', async () => {
    const headers = (at: number) => ({ ...bearer('plain-key'), ...from(`192.0.2.${at}`) })
    const first = await times(200, '/api/documents', headers(1))
    const second = await times(200, '/api/documents', headers(2))
    expect(first.every(({ status }) => status === 200)).toBe(true)
    const limited = second.find(({ status }) => status === 429)
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0)
    expect(await metrics()).toMatch(/rate_limited_total\{limit="key"\} \d+/)
  })

  it('limits an address, whatever it asks for, but always tells whether it lives', async () => {
    const replies = await times(650, '/openapi.json', from('192.0.2.1'))
    expect(replies.some(({ status }) => status === 429)).toBe(true)
    expect((await server.call('/healthz', { headers: from('192.0.2.1') })).status).toBe(200)
    expect((await server.call('/openapi.json', { headers: from('192.0.2.2') })).status).toBe(200)
  })

  it('shows metrics to keys with the scope admin only', async () => {
    expect((await server.call('/metrics')).json).toMatchObject({ status: 401, code: 'key-required' })
    expect((await server.call('/metrics', { headers: { 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(401)
    expect((await server.call('/metrics', { headers: bearer('plain-key') })).json).toMatchObject({
      status: 403,
      code: 'scope-missing',
    })
    const reply = await server.call('/metrics', { headers: bearer('admin-key') })
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  })

  it('labels requests by the pattern of their route', async () => {
    for (const path of ['/api/documents/a', '/api/documents/b', '/nothing/1', '/nothing/2', '/api/x'])
      await server.call(path, { headers: bearer('plain-key') })
    const text = await metrics()
    expect(text).toContain('{method="GET",route="/api/documents/:id",status="404"} 2')
    expect(text).toContain('{method="GET",route="none",status="404"} 3')
    expect(text).not.toMatch(/nothing|documents\/a/)
  })
})

it('takes no address from a header where no proxy is trusted', async () => {
  const server = await startServer(
    fakeParts([], { access: { apiKeys, allowedOrigins: [], trustedProxies: 0 }, now: () => 0 }),
  )
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      server.call('/api/documents', { headers: { ...bearer('wrong'), ...from(`192.0.2.${at}`) } }),
    ),
  )
  expect(replies.some(({ status }) => status === 429)).toBe(true)
  await server.stop()
})

describe('RateLimiter', () => {
  it('remembers ten thousand callers at most', () => {
    const limiter = new RateLimiter({ burst: 1, perMinute: 1 })
    for (let caller = 0; caller < 50_000; caller += 1) limiter.take(String(caller))
    expect(limiter.size).toBe(10_000)
    expect(limiter.take('49999')).toBeGreaterThan(0)
  })

  it('tells how long to wait without taking anything', () => {
    const limiter = new RateLimiter({ burst: 1, perMinute: 6 }, () => 0)
    expect([limiter.wait('a'), limiter.wait('a'), limiter.take('a'), limiter.wait('a')]).toEqual([0, 0, 0, 10])
    expect(limiter.size).toBe(1)
  })
})
