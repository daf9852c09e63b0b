import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { PROBLEMS } from '../../ingest/domain/problem.ts'
import { createAsker } from '../answer/ask.ts'
import { answerSchema, problemSchema } from '../answer/contract.ts'
import { SAMPLE_TEXTS } from '../answer/sample-texts.ts'
import { openSampleIndex } from '../sample-index.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import { type Malformed, malformed } from './sample-malformed.ts'

/** Whatever is sent, there is an answer by then. */
const HANG_MS = 5_000
/** How long a client that sent half a request waits before it closes its side. */
const SILENCE_MS = 300
const AT_ONCE = 8

/** For tests: the real assistant over made-up documents, served on loopback. */
export async function startSampleServer(): Promise<TestServer> {
  const { door, close } = await openSampleIndex(SAMPLE_TEXTS)
  const server = await startServer(fakeParts(null, { door, asker: createAsker(door) }))
  return {
    ...server,
    stop: async (limitMs) => {
      await server.stop(limitMs)
      close()
    },
  }
}

/** For tests: what came back over the connection, all of it. */
export function exchange(
  server: TestServer,
  { pieces, whole }: Pick<Malformed, 'pieces' | 'whole'>,
  limitMs = HANG_MS,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    const silence = whole ? undefined : setTimeout(() => socket.end(), SILENCE_MS)
    const limit = setTimeout(() => {
      socket.destroy()
      reject(new Error(`no answer within ${limitMs} ms, but: ${text.slice(0, 200)}`))
    }, limitMs)
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
    })
    // A server that has refused a request need not read the rest of it.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(limit)
      clearTimeout(silence)
      resolve(text)
    })
    void write(pieces, (piece) => socket.writable && socket.write(piece))
  })
}

async function write(pieces: readonly Buffer[], send: (piece: Buffer) => unknown): Promise<void> {
  for (const [at, piece] of pieces.entries()) {
    if (at > 0) await pause(2)
    send(piece)
  }
}

/** Holds a reply to what is promised of every reply; gives its status. */
export function expectReply(text: string): number {
  expect(text).toMatch(/^HTTP\/1\.1 \d{3} /)
  expect(text).not.toMatch(/^x-powered-by/im)
  expect(text).not.toMatch(/<html|<!doctype|\bat \S+ \(|node_modules|\.ts:\d+/i)
  const status = Number(text.slice(9, 12))
  const [head = '', ...rest] = text
    .slice(text.indexOf(' 100 Continue') > 0 ? text.indexOf('\r\n\r\n') + 4 : 0)
    .split('\r\n\r\n')
  if (status === 100) return expectReply(text.slice(text.indexOf('\r\n\r\n') + 4))
  // What was smuggled in behind may have been answered too, as the request of its own that it is.
  const body = rest.join('\r\n\r\n').split('HTTP/1.1 ')[0] ?? ''
  if (status === 200 && head.includes('application/json')) answerSchema.parse(JSON.parse(body))
  else {
    expect(head).toContain('application/problem+json')
    const problem = problemSchema.parse(JSON.parse(body))
    expect(Object.keys(PROBLEMS)).toContain(problem.code)
    expect(problem.requestId).toBeDefined()
    expect(status).toBeLessThan(500)
  }
  return status
}

/** For tests: sends `count` malformed requests and holds every reply to its promises; gives how often each status came. */
export async function campaign(server: TestServer, seed: number, count: number): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {}
  const all = malformed(seed, count).entries()
  const worker = async () => {
    for (const [at, sent] of all) {
      const status = await reply(server, sent, `seed ${seed}, request ${at}`)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return statuses
}

async function reply(server: TestServer, sent: Malformed, name: string): Promise<number> {
  const { kind, pieces, whole } = sent
  try {
    const text = await exchange(server, sent)
    // Who closes the own side before the answer is there may get none.
    return text === '' && !whole ? 0 : expectReply(text)
  } catch (cause) {
    throw new Error(`${name} (${kind}): ${JSON.stringify(Buffer.concat(pieces).toString('latin1').slice(0, 400))}`, {
      cause,
    })
  }
}
