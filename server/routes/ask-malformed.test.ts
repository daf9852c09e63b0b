import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaign, expectReply, startSampleServer } from './sample-campaign.ts'

let server: Awaited<ReturnType<typeof startSampleServer>>
beforeAll(async () => {
  server = await startSampleServer()
}, 60_000)
afterAll(() => server.stop())

it('answers or refuses 400 malformed requests, and lives on', async () => {
  const statuses = await campaign(server, 1, 400)
  for (const status of ['200', '400', '413', '415']) expect(Object.keys(statuses)).toContain(status)
  expect((await server.ask({ question: '公务接待费是多少？' })).status).toBe(200)
}, 120_000)

it.each([
  ['nothing', ''],
  ['HTML', 'HTTP/1.1 400 Bad Request\r\n\r\n<html>'],
  [
    'a stack',
    'HTTP/1.1 500 Oh\r\nContent-Type: application/problem+json\r\n\r\n"Error\\n    at ask (/app/ask.ts:3:4)"',
  ],
  ['no reason', 'HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n'],
])('is a check that lets %s pass for no answer', (_name, text) => {
  expect(() => expectReply(text)).toThrow()
})
