import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { answerSchema } from '../answer/contract.ts'
import { fakeParts, startServer } from './fake-parts.ts'
import { listen } from './http-server.ts'
import { EXAMPLES } from './openapi-examples.ts'

const answer = answerSchema.parse(EXAMPLES.Answer)

it('lets a request in flight finish before it stops, and takes no more', async () => {
  const server = await startServer(fakeParts([], { asker: { ask: () => wait(200).then(() => answer) } }))
  const asked = server.ask({ question: '?' })
  await wait(50)
  const stopped = server.stop()
  await expect(server.call('/healthz')).rejects.toThrow()
  expect((await asked).status).toBe(200)
  await stopped
})

it('cuts off what does not finish in time', async () => {
  const server = await startServer(
    fakeParts([], { askTimeLimitMs: 60_000, asker: { ask: () => new Promise(() => {}) } }),
  )
  const asked = server.ask({ question: '?' })
  const failed = expect(asked).rejects.toThrow()
  await wait(50)
  await server.stop(100)
  await failed
})

it('says which port is taken', async () => {
  const server = await startServer(fakeParts([]))
  const port = Number(new URL(server.address).port)
  await expect(listen(() => {}, '127.0.0.1', port, { info: () => {} })).rejects.toMatchObject({
    code: 'setting-invalid',
    message: expect.stringContaining(`PORT ${port}`),
  })
  await server.stop()
})

it.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['headers too large', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 403],
])('answers %s with a problem', async (_name, sent, status) => {
  const server = await startServer(fakeParts([]))
  const text = await raw(Number(new URL(server.address).port), sent)
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(text).toContain('application/problem+json')
  await server.stop()
})

function raw(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(sent))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
}
