import type { ChatEndpoint, EndpointCall, EndpointReply, ReplyEnd, Usage } from './endpoint.ts'
import { ModelFailure } from './model-failure.ts'
import { eventsOf, failureOf, openAiClient, type ServerAddress } from './openai-client.ts'
import { readPiece, readReply } from './openai-reply.ts'
import { RequestMaker } from './openai-request.ts'

/** A model behind any server that speaks OpenAI's protocol for chat completions. */
export function createOpenAiEndpoint(address: ServerAddress, model: string): ChatEndpoint {
  const client = openAiClient(address)
  const maker = new RequestMaker(model)

  async function complete(call: EndpointCall): Promise<EndpointReply> {
    try {
      const body: unknown = await client.chat.completions.create(maker.body(call), { signal: call.signal })
      return readReply(body)
    } catch (error) {
      const failure = failureOf(error, call.signal)
      if (maker.learns(failure)) return complete(call)
      throw unlessOfFormat(failure, call)
    }
  }

  async function open(call: EndpointCall, controller: AbortController): Promise<Response> {
    try {
      const options = { signal: AbortSignal.any([call.signal, controller.signal]) }
      return await client.chat.completions.create(maker.streamBody(call), options).asResponse()
    } catch (error) {
      const failure = failureOf(error, call.signal)
      if (maker.learns(failure)) return open(call, controller)
      throw failure
    }
  }

  return {
    model,
    complete,
    async *stream(call) {
      const controller = new AbortController()
      try {
        const response = await open(call, controller)
        if (!isStream(response)) return yield* inOne(await response.json())
        return yield* pieces(eventsOf(response, controller, client), call.signal)
      } catch (error) {
        throw failureOf(error, call.signal)
      } finally {
        controller.abort()
      }
    },
  }
}

/** A call for JSON that is refused is refused for its format, unless the server says what else it minds. */
function unlessOfFormat(failure: ModelFailure, { format }: EndpointCall): ModelFailure {
  if (failure.reason !== 'bad-request' || format.way === 'text') return failure
  return new ModelFailure('format-unsupported', failure.message, { cause: failure })
}

function isStream({ headers }: Response): boolean {
  return /event-stream/i.test(headers.get('content-type') ?? '')
}

/** The reply of a server that does not stream. */
function* inOne(body: unknown): Generator<string, ReplyEnd, undefined> {
  const { text, ...end } = readReply(body)
  if (text !== '') yield text
  return end
}

async function* pieces(
  events: AsyncIterable<unknown>,
  signal: AbortSignal,
): AsyncGenerator<string, ReplyEnd, undefined> {
  let complete = false
  let usage: Usage | null = null
  for await (const data of events) {
    const piece = readPiece(data)
    if (piece.text !== '') yield piece.text
    complete = piece.complete ?? complete
    usage = piece.usage ?? usage
  }
  // The vendor's client ends a stream without a word where it is aborted.
  if (signal.aborted) throw new ModelFailure('timeout', 'the time was over')
  return { complete, usage }
}
