import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { readSettings } from '../config.ts'
import type { AskedQuestion } from '../records/audit-log.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import type { Parts } from './parts.ts'

let server: TestServer
afterEach(() => server.stop())

/** A server whose log and audit log can be read. */
async function watched(change: Partial<Parts> = {}) {
  const lines: string[] = []
  const noted: AskedQuestion[] = []
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
  const audit = { note: (asked: AskedQuestion) => void noted.push(asked), close: async () => {} }
  server = await startServer(fakeParts([], { log, audit, ...change }))
  return { noted, logged: () => lines.map((line) => logLineSchema.parse(JSON.parse(line))) }
}

const logLineSchema = z.object({ requestId: z.string(), msg: z.string(), status: z.number().optional() })

it('gives one id to the header, the problem, the log and the audit log', async () => {
  const { noted, logged } = await watched({ asker: { ask: () => Promise.reject(new Error('planted')) } })
  const reply = await server.ask({ question: '?' }, { 'X-Request-Id': 'given-id-1' })
  expect(reply.headers['x-request-id']).toBe('given-id-1')
  expect(reply.json).toMatchObject({ code: 'internal', requestId: 'given-id-1' })
  expect(noted).toMatchObject([{ requestId: 'given-id-1', caller: 'loopback', question: '?', outcome: 'internal' }])
  await expect.poll(() => logged().length).toBe(2)
  for (const { requestId } of logged()) expect(requestId).toBe('given-id-1')
})

it.each(['short', 'with space in it', 'x'.repeat(65), 'new-line%0a!', '<script>alert'])(
  'makes an id of its own in the place of "%s"',
  async (given) => {
    await watched()
    const reply = await server.call('/nothing', { headers: { 'X-Request-Id': given } })
    expect(reply.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(reply.json).toMatchObject({ requestId: reply.headers['x-request-id'] })
  },
)

it('notes who asked without the key', async () => {
  const { apiKeys } = readSettings({}, { API_KEYS: 'secret-key-1' })
  const { noted } = await watched({ access: { apiKeys, allowedOrigins: [], trustedProxies: 0 } })
  await server.ask({ question: 'one' }, { Authorization: 'Bearer secret-key-1' })
  await server.ask({ question: 'two' }, { 'Sec-Fetch-Site': 'same-origin' })
  await server.ask({ question: 'three' }, { Authorization: 'Bearer wrong' })
  expect(noted.map(({ question }) => question)).toEqual(['one', 'two'])
  expect(noted[0]?.caller).toMatch(/^key:[\da-f]{8}$/)
  expect(noted[1]?.caller).toBe('page')
  expect(JSON.stringify(noted)).not.toContain('secret')
})

it('notes an answer with its figures, and no request that asks nothing', async () => {
  const { noted } = await watched()
  await server.ask({ question: '多少？' })
  await server.ask({ question: '' })
  await server.ask({ question: '?', extra: 1 })
  expect(noted).toHaveLength(1)
  expect(noted[0]?.outcome).toMatchObject({ status: 'answered' })
  expect(noted[0]?.ms).toBeGreaterThanOrEqual(0)
})
