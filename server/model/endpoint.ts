import type { ChatMessage } from './chat.ts'

/** Ways to ask a server for JSON, the surest first; "text" asks in words alone. */
export const JSON_WAYS = ['json_schema', 'tool', 'json_object', 'text'] as const
export type JsonWay = (typeof JSON_WAYS)[number]

/** What a reply is to be. */
export type ReplyFormat =
  | { readonly way: 'text' | 'json_object' }
  | { readonly way: 'json_schema' | 'tool'; readonly name: string; readonly schema: Readonly<Record<string, unknown>> }

export interface EndpointCall {
  readonly messages: readonly ChatMessage[]
  readonly maxTokens: number
  readonly format: ReplyFormat
  readonly signal: AbortSignal
}

/** What a call cost, as the server counts it. */
export interface Usage {
  readonly promptTokens: number
  readonly completionTokens: number
}

/** How a reply ended. */
export interface ReplyEnd {
  readonly complete: boolean
  readonly usage: Usage | null
}

export interface EndpointReply extends ReplyEnd {
  readonly text: string
}

/** One server with one model, without patience: a call is tried once. Throws {@link ModelFailure} and nothing else. */
export interface ChatEndpoint {
  readonly model: string
  complete(call: EndpointCall): Promise<EndpointReply>
  /** Gives pieces as they come; all at once where the server does not stream. */
  stream(call: EndpointCall): AsyncGenerator<string, ReplyEnd, undefined>
}
