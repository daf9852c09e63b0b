import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaign, exchange, expectReply, startSampleServer } from './sample-campaign.ts'

let server: Awaited<ReturnType<typeof startSampleServer>>
beforeAll(async () => {
  server = await startSampleServer()
}, 60_000)
afterAll(() => server.stop())

const head = (...lines: string[]) =>
  Buffer.from(
    [
      'POST /api/ask HTTP/1.1',
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      'Connection: close',
      ...lines,
      '',
      '',
    ].join('\r\n'),
  )

it('answers or refuses 10,000 malformed requests, and lives on', async () => {
  const statuses = await campaign(server, 20_310_203, 10_000)
  for (const status of ['200', '400', '413', '415', '431']) expect(Object.keys(statuses)).toContain(status)
  expect((await server.ask({ question: '公务接待费是多少？' })).status).toBe(200)
}, 1_800_000)

// What is too much is read to its end and thrown away, so that the client hears why.
it('refuses 50 MB', async () => {
  const size = 50 * 1024 * 1024
  const announced = [head(`Content-Length: ${size}`), Buffer.alloc(size, 'a')]
  expect(expectReply(await exchange(server, { pieces: announced, whole: true }))).toBe(413)
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 'a'), Buffer.from('\r\n')])
  const chunked = [
    head('Transfer-Encoding: chunked'),
    ...Array.from({ length: 50 }, () => chunk),
    Buffer.from('0\r\n\r\n'),
  ]
  expect(expectReply(await exchange(server, { pieces: chunked, whole: true }))).toBe(413)
}, 60_000)

it('gives up on a body that does not come, and answers others meanwhile', async () => {
  const slow = exchange(
    server,
    { pieces: [head('Content-Length: 100'), Buffer.from('{"question"')], whole: true },
    60_000,
  )
  await pause(1000)
  expect((await server.ask({ question: '公务接待费是多少？' })).status).toBe(200)
  expect(expectReply(await slow)).toBe(408)
}, 90_000)
