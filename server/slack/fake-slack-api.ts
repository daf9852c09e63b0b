import { createServer, type ServerResponse } from 'node:http'
import { z } from 'zod'

const postSchema = z.object({ channel: z.string(), text: z.string(), thread_ts: z.string().optional() })

/** A message as the Web API or a response_url was sent it. */
export interface Posted {
  /** Name of the method, or "respond". */
  readonly method: string
  readonly token: string | undefined
  readonly channel: string | undefined
  readonly thread: string | undefined
  readonly text: string
  readonly blocks: unknown
  /** What Slack calls the message. */
  readonly ts: string
}

/** How a call is answered in place of the ordinary way; "hang" never is. */
export type Mishap =
  | 'hang'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: object }

export interface FakeSlackApi {
  /** For SLACK_API_URL. */
  readonly url: string
  /** A response_url. */
  readonly responseUrl: string
  readonly posted: readonly Posted[]
  /** How many calls came, refused ones too. */
  readonly calls: () => number
  /** The next calls go wrong like this, in turn. */
  mishap(...mishaps: readonly Mishap[]): void
  /** Waits for so many messages altogether; rejects after ten seconds. */
  arrived(count: number): Promise<Posted>
  close(): Promise<void>
}

/** For tests: the Web API of Slack on loopback, as far as messages go; Socket Mode is told to connect to `socketUrl`. */
export async function startFakeSlackApi(socketUrl = ''): Promise<FakeSlackApi> {
  const posted: Posted[] = []
  const mishaps: Mishap[] = []
  let calls = 0
  const take = (path: string, token: string | undefined, body: string, response: ServerResponse) => {
    calls += 1
    const mishap = mishaps.shift()
    if (mishap === 'hang') return
    if (mishap) {
      response.writeHead(mishap.status, { 'Content-Type': 'application/json', ...mishap.headers })
      response.end(JSON.stringify(mishap.body ?? {}))
      return
    }
    if (path === '/api/apps.connections.open') {
      response.end(JSON.stringify({ ok: true, url: socketUrl }))
      return
    }
    const ts = `1790000000.${String(posted.length + 1).padStart(6, '0')}`
    posted.push({ ...messageOf(path, body), token, ts })
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ ok: true, ts, channel: 'C1', message: {} }))
  }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => take(request.url ?? '', request.headers.authorization, body, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const origin = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  return {
    url: `${origin}/api/`,
    responseUrl: `${origin}/respond`,
    posted,
    calls: () => calls,
    mishap: (...more) => void mishaps.push(...more),
    arrived: async (count) => {
      for (let waited = 0; posted.length < count && waited < 10_000; waited += 10)
        await new Promise((resolve) => setTimeout(resolve, 10))
      const message = posted[count - 1]
      if (!message) throw new Error(`only ${posted.length} messages arrived`)
      return message
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function messageOf(path: string, body: string): Omit<Posted, 'token' | 'ts'> {
  if (path === '/respond') {
    const { text, blocks } = z.object({ text: z.string(), blocks: z.unknown() }).parse(JSON.parse(body))
    return { method: 'respond', channel: undefined, thread: undefined, text, blocks }
  }
  const form = Object.fromEntries(new URLSearchParams(body))
  const { channel, text, thread_ts } = postSchema.parse(form)
  const blocks: unknown = form.blocks === undefined ? undefined : JSON.parse(form.blocks)
  return { method: path.replace('/api/', ''), channel, thread: thread_ts, text, blocks }
}
