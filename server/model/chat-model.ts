import { z } from 'zod'
import { fillPrompt } from '../../prompts/prompts.ts'
import type { ChatMessage, ChatModel, ChatRequest, Form, Written } from './chat.ts'
import {
  type ChatEndpoint,
  type EndpointReply,
  JSON_WAYS,
  type JsonWay,
  type ReplyEnd,
  type ReplyFormat,
} from './endpoint.ts'
import { Guard, type Passage } from './guard.ts'
import { jsonIn } from './json-text.ts'
import { ModelFailure } from './model-failure.ts'
import { RETRIES, type RetryOptions, retried } from './retries.ts'

/** Text beyond this is no answer to anything that is asked. */
const MOST_CHARACTERS = 20_000
/** Ways of asking for JSON that are tried for one form; what the server cannot do at all costs no try. */
const MOST_FILLED = 2

export interface ChatModelOptions {
  readonly guard?: Guard
  readonly retries?: RetryOptions
}

/** A model on one server: patient where that helps, impatient where it does not, and asked for JSON in the way it knows. */
export function createChatModel(
  endpoint: ChatEndpoint,
  { guard = new Guard(), retries = RETRIES }: ChatModelOptions = {},
): ChatModel {
  /** The place in {@link JSON_WAYS} of the surest way that the server is known, or not known not, to have. */
  let surest = 0
  return {
    name: endpoint.model,
    write: (request) => written(endpoint, request, guard, retries),
    fill: async (request, form) => {
      const passage = await guard.enter(request.purpose, request.budget)
      try {
        const { value, way } = await filled(endpoint, request, form, { from: surest, passage, retries })
        surest = way
        passage.end()
        return value
      } catch (error) {
        passage.end(error)
        throw error
      }
    },
  }
}

async function* written(
  endpoint: ChatEndpoint,
  { purpose, messages, maxTokens, budget }: ChatRequest,
  guard: Guard,
  retries: RetryOptions,
): AsyncGenerator<string, Written, undefined> {
  const passage = await guard.enter(purpose, budget)
  let failure: unknown
  try {
    const call = { messages, maxTokens, format: { way: 'text' }, signal: budget.signal } as const
    // Only until the first piece: what was given cannot be taken back.
    const [begun, first] = await retried(() => begin(endpoint.stream(call)), budget, retries)
    const end = yield* bounded(begun, first)
    passage.spent(end.usage)
    return { complete: end.complete }
  } catch (error) {
    failure = error
    throw error
  } finally {
    passage.end(failure)
  }
}

type Pieces = AsyncGenerator<string, ReplyEnd, undefined>

async function begin(pieces: Pieces): Promise<[Pieces, IteratorResult<string, ReplyEnd>]> {
  return [pieces, await pieces.next()]
}

/** The pieces up to the longest text that is taken. */
async function* bounded(pieces: Pieces, first: IteratorResult<string, ReplyEnd>): Pieces {
  let length = 0
  try {
    for (let next = first; ; next = await pieces.next()) {
      if (next.done) return next.value
      length += next.value.length
      if (length > MOST_CHARACTERS) return { complete: false, usage: null }
      yield next.value
    }
  } finally {
    await pieces.return({ complete: false, usage: null })
  }
}

interface Filling {
  readonly from: number
  readonly passage: Passage
  readonly retries: RetryOptions
}

/** The form's value, and the place of the way by which it came. */
async function filled<Value>(
  endpoint: ChatEndpoint,
  request: ChatRequest,
  form: Form<Value>,
  { from, passage, retries }: Filling,
): Promise<{ readonly value: Value; readonly way: number }> {
  let tries = 0
  let last = new ModelFailure('format-unsupported', 'the server knows no way to give JSON')
  for (const [at, way] of JSON_WAYS.entries()) {
    if (at < from || tries >= MOST_FILLED) continue
    try {
      const reply = await retried(() => endpoint.complete(callFor(way, request, form)), request.budget, retries)
      passage.spent(reply.usage)
      tries += 1
      return { value: valueIn(reply, form), way: at }
    } catch (error) {
      if (!(error instanceof ModelFailure) || !OTHER_WAY.has(error.reason)) throw error
      last = error
    }
  }
  throw last
}

/** Failures after which another way of asking may go better. */
const OTHER_WAY: ReadonlySet<string> = new Set(['format-unsupported', 'bad-reply'])

function valueIn<Value>({ text, complete }: EndpointReply, { schema }: Form<Value>): Value {
  const parsed = schema.safeParse(jsonIn(text.slice(0, MOST_CHARACTERS)))
  if (parsed.success) return parsed.data
  throw new ModelFailure('bad-reply', `the reply is ${complete ? 'not the form asked for' : 'cut off'}`, {
    cause: parsed.error,
  })
}

function callFor<Value>(way: JsonWay, { messages, maxTokens, budget }: ChatRequest, { name, schema }: Form<Value>) {
  const json = jsonSchema(schema)
  const strict = way === 'json_schema' || way === 'tool'
  const format: ReplyFormat = strict ? { way, name, schema: json } : { way }
  const told: readonly ChatMessage[] = strict ? messages : inWords(messages, json)
  return { messages: told, maxTokens, format, signal: budget.signal }
}

/** For servers that take no schema: it is said in the instructions. */
function inWords(messages: readonly ChatMessage[], schema: object): ChatMessage[] {
  const words = fillPrompt('form', { schema: JSON.stringify(schema) }).text
  const [first, ...rest] = messages
  if (first?.role !== 'system') return [{ role: 'system', text: words }, ...messages]
  return [{ ...first, text: `${first.text}\n\n${words}` }, ...rest]
}

/** As the strict mode of servers wants it: without the marks that they refuse; zod checks those afterwards. */
function jsonSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schema, {
    override: ({ jsonSchema: json }) => {
      for (const mark of ['$schema', 'maxItems', 'minItems', 'maxLength', 'minLength', 'pattern', 'default'] as const)
        delete json[mark]
    },
  })
}
