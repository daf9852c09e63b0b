import { z } from 'zod'
import type { EndpointReply, Usage } from './endpoint.ts'
import { ModelFailure } from './model-failure.ts'

// What a server sends is read by schemas that ask for no more than is needed: servers differ in the rest, and some lie.

const usageSchema = z
  .object({ prompt_tokens: z.number().int().nonnegative(), completion_tokens: z.number().int().nonnegative() })
  .transform(
    ({ prompt_tokens, completion_tokens }): Usage => ({
      promptTokens: prompt_tokens,
      completionTokens: completion_tokens,
    }),
  )
  .nullish()
  .catch(null)

const contentSchema = z.string().nullish()

const replySchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: contentSchema,
          tool_calls: z.array(z.object({ function: z.object({ arguments: z.string() }) })).nullish(),
        }),
        finish_reason: contentSchema,
      }),
    )
    .min(1),
  usage: usageSchema,
})

const chunkSchema = z.object({
  choices: z
    .array(z.object({ delta: z.object({ content: contentSchema }).nullish(), finish_reason: contentSchema }))
    .nullish(),
  usage: usageSchema,
})

/** Reasons to end that leave a whole text behind. */
const WHOLE = new Set(['stop', 'tool_calls'])

/** A whole reply. Throws ModelFailure "bad-reply" where it is none. */
export function readReply(body: unknown): EndpointReply {
  const { choices, usage } = readBy(replySchema, body)
  const [choice] = choices
  const text = choice?.message.content || (choice?.message.tool_calls?.[0]?.function.arguments ?? '')
  return { text, complete: WHOLE.has(choice?.finish_reason ?? 'stop'), usage: usage ?? null }
}

/** A piece of a streamed one; `complete` is null until the server says how it ended. */
export interface ReplyPiece {
  readonly text: string
  readonly complete: boolean | null
  readonly usage: Usage | null
}

/** Throws ModelFailure "bad-reply" where it is no piece of a reply. */
export function readPiece(data: unknown): ReplyPiece {
  const { choices, usage } = readBy(chunkSchema, data)
  const [choice] = choices ?? []
  const end = choice?.finish_reason
  return { text: choice?.delta?.content ?? '', complete: end == null ? null : WHOLE.has(end), usage: usage ?? null }
}

function readBy<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw new ModelFailure('bad-reply', 'the reply is not of the protocol', { cause: read.error })
}
