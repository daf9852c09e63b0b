import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import type { JsonWay } from './endpoint.ts'

const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  stream: z.boolean().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  temperature: z.number().optional(),
  stream_options: z.unknown().optional(),
  response_format: z.object({ type: z.enum(['json_schema', 'json_object']) }).optional(),
  tools: z.array(z.unknown()).optional(),
})

/** What a client asked the server for. */
export interface SampleCall {
  readonly body: z.infer<typeof bodySchema>
  readonly stream: boolean
  readonly way: JsonWay
  readonly system: string
  readonly user: string
  readonly authorization: string | undefined
}

/** What the server does with a call. */
export type SampleReply =
  | { readonly do: 'say'; readonly text: string; readonly finish?: string; readonly pieces?: number }
  /** An HTTP status with a body of its own. */
  | {
      readonly do: 'status'
      readonly status: number
      readonly body?: string
      readonly headers?: Record<string, string>
    }
  | { readonly do: 'hang' }
  /** Says the text, and then nothing more: "cut" ends the connection, "hang" leaves it open, "quiet" ends the stream without a word of its end. */
  | { readonly do: 'break'; readonly text: string; readonly how: 'cut' | 'hang' | 'quiet' }
  /** Bytes as they are, with a content type. */
  | { readonly do: 'raw'; readonly type: string; readonly text: string }
  /** As JSON, also where a stream was asked for. */
  | { readonly do: 'unstreamed'; readonly text: string }

export interface SampleServer {
  readonly url: string
  readonly calls: readonly SampleCall[]
  /** Connections that the client closed before the reply was whole. */
  readonly abandoned: () => number
  readonly close: () => Promise<void>
}

const USAGE = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 }

/** For tests: a server of the chat protocol on loopback, over real HTTP, that does as it is told. */
export async function startSampleServer(behave: (call: SampleCall) => SampleReply): Promise<SampleServer> {
  const calls: SampleCall[] = []
  let abandoned = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.on('close', () => {
      if (!response.writableEnded) abandoned += 1
    })
    const call = callOf(bodySchema.parse(JSON.parse(await textOf(request))), request.headers.authorization)
    calls.push(call)
    await act(behave(call), call, response)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    calls,
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function callOf(body: z.infer<typeof bodySchema>, authorization: string | undefined): SampleCall {
  const told = (role: string) => body.messages.flatMap((turn) => (turn.role === role ? [turn.content] : [])).join('\n')
  const way = body.tools ? 'tool' : (body.response_format?.type ?? 'text')
  return { body, stream: body.stream === true, way, system: told('system'), user: told('user'), authorization }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += z.string().parse(chunk)
  return text
}

async function act(reply: SampleReply, call: SampleCall, response: ServerResponse): Promise<void> {
  switch (reply.do) {
    case 'say':
      return call.stream ? sayInPieces(reply, response) : sayWhole(reply.text, reply.finish ?? 'stop', call, response)
    case 'unstreamed':
      return sayWhole(reply.text, 'stop', call, response)
    case 'status':
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      response.end(reply.body ?? JSON.stringify({ error: { message: 'no', type: 'error' } }))
      return
    case 'hang':
      return
    case 'raw':
      response.writeHead(200, { 'content-type': reply.type })
      response.end(reply.text)
      return
    case 'break':
      return breakOff(reply, call, response)
  }
}

function sayWhole(text: string, finish: string, { way }: SampleCall, response: ServerResponse): void {
  const message =
    way === 'tool'
      ? {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 't', type: 'function', function: { name: 'f', arguments: text } }],
        }
      : { role: 'assistant', content: text }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({
      id: 'c',
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: finish }],
      usage: USAGE,
    }),
  )
}

const chunk = (content: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta: content, finish_reason: finish }] })}\n\n`

function sayInPieces(
  { text, finish = 'stop', pieces = 5 }: Extract<SampleReply, { do: 'say' }>,
  response: ServerResponse,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const size = Math.max(1, Math.ceil(text.length / pieces))
  for (let at = 0; at < text.length; at += size) response.write(chunk({ content: text.slice(at, at + size) }))
  response.write(chunk({}, finish))
  response.write(`data: ${JSON.stringify({ id: 'c', choices: [], usage: USAGE })}\n\n`)
  response.end('data: [DONE]\n\n')
}

function breakOff(
  { text, how }: Extract<SampleReply, { do: 'break' }>,
  { stream }: SampleCall,
  response: ServerResponse,
): void {
  response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' })
  response.write(
    stream ? chunk({ content: text }) : JSON.stringify({ choices: [{ message: { content: text } }] }).slice(0, -9),
  )
  if (how === 'quiet') response.end()
  // What was written must have left before the connection is cut.
  if (how === 'cut') setTimeout(() => response.destroy(), 20)
}
