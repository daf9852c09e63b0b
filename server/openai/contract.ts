import { z } from 'zod'

/** The one model: the assistant itself. */
export const MODEL_ID = 'budget-chat'

/** A part of a message: text; others are known so that they can be refused by name. */
const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() })

const messageSchema = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(partSchema), z.null()]).optional(),
})
export type ChatMessage = z.infer<typeof messageSchema>

/**
 * What of OpenAI's request is heeded. Fields that would not change the answer (temperature, tools …) are passed over; those
 * that would promise something else are refused.
 */
export const chatRequestSchema = z.looseObject({
  model: z.string().max(200),
  messages: z
    .array(messageSchema)
    .min(1)
    .max(2000)
    .describe('The last message of the user is the question; those of the user before it are what it may lean on.'),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  n: z.literal(1).nullish(),
  response_format: z.looseObject({ type: z.literal('text') }).nullish(),
})

const usageSchema = z
  .object({ prompt_tokens: z.number().int(), completion_tokens: z.number().int(), total_tokens: z.number().int() })
  .describe('Estimated from the number of characters: nothing here counts in tokens.')
export type Usage = z.infer<typeof usageSchema>

const annotationSchema = z.object({
  type: z.literal('url_citation'),
  url_citation: z.object({
    start_index: z.number().int(),
    end_index: z.number().int(),
    title: z.string(),
    url: z.string(),
  }),
})
export type Annotation = z.infer<typeof annotationSchema>

export const chatCompletionSchema = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.number().int(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.literal(0),
      message: z.object({
        role: z.literal('assistant'),
        content: z.string().describe('Markdown; the citations are footnotes.'),
        refusal: z.null(),
        annotations: z.array(annotationSchema),
      }),
      logprobs: z.null(),
      finish_reason: z.literal('stop'),
    }),
  ),
  usage: usageSchema,
})
export type ChatCompletion = z.infer<typeof chatCompletionSchema>

/** A piece of a completion. */
export interface ChatChunk {
  readonly id: string
  readonly object: 'chat.completion.chunk'
  readonly created: number
  readonly model: string
  readonly choices: readonly {
    readonly index: 0
    readonly delta: {
      readonly role?: 'assistant'
      readonly content?: string
      readonly annotations?: readonly Annotation[]
    }
    readonly logprobs: null
    readonly finish_reason: 'stop' | null
  }[]
  /** Null in every piece but the last, where it was asked for at all. */
  readonly usage?: Usage | null
}

export const modelSchema = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.number().int(),
  owned_by: z.string(),
})
export const modelsSchema = z.object({ object: z.literal('list'), data: z.array(modelSchema) })

export const openaiErrorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable().describe('The field that is wrong.'),
    code: z.string().describe('A code of the catalogue, as in problem details.'),
  }),
})
export type OpenaiError = z.infer<typeof openaiErrorSchema>
