import type { EndpointCall, ReplyFormat } from './endpoint.ts'
import { ModelFailure } from './model-failure.ts'

/** What servers that speak the protocol still differ in. */
const PECULIARITIES = ['temperature', 'max_tokens', 'stream_options'] as const
type Peculiarity = (typeof PECULIARITIES)[number]

/**
 * Makes requests as one server takes them. What it differs in is learnt from what it refuses: a model that sets its own
 * temperature, one that knows only the new name of the limit of tokens, a server that does not count what it streams.
 */
export class RequestMaker {
  readonly #model: string
  readonly #refused = new Set<Peculiarity>()

  constructor(model: string) {
    this.#model = model
  }

  body({ messages, maxTokens, format }: EndpointCall) {
    return {
      model: this.#model,
      messages: messages.map(({ role, text }) => ({ role, content: text })),
      ...(this.#refused.has('max_tokens') ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
      // The same question is to be answered alike.
      ...(this.#refused.has('temperature') ? {} : { temperature: 0 }),
      ...formatPart(format),
    }
  }

  streamBody(call: EndpointCall) {
    const counted = this.#refused.has('stream_options') ? {} : { stream_options: { include_usage: true } }
    return { ...this.body(call), stream: true as const, ...counted }
  }

  /** Whether a refusal taught something, so that the same call is to be made again. */
  learns(failure: unknown): boolean {
    if (!(failure instanceof ModelFailure) || failure.reason !== 'bad-request') return false
    const taught = PECULIARITIES.filter((name) => !this.#refused.has(name) && failure.message.includes(name))
    for (const name of taught) this.#refused.add(name)
    return taught.length > 0
  }
}

function formatPart(format: ReplyFormat) {
  switch (format.way) {
    case 'text':
      return {}
    case 'json_object':
      return { response_format: { type: 'json_object' as const } }
    case 'json_schema': {
      const { name, schema } = format
      return {
        response_format: { type: 'json_schema' as const, json_schema: { name, schema: { ...schema }, strict: true } },
      }
    }
    case 'tool': {
      const { name, schema } = format
      return {
        tools: [{ type: 'function' as const, function: { name, parameters: { ...schema } } }],
        tool_choice: { type: 'function' as const, function: { name } },
      }
    }
  }
}
