import { randomUUID } from 'node:crypto'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Asker } from '../answer/ask.ts'
import { type AskRequest, askRequestSchema } from '../answer/contract.ts'
import type { ChatMessage } from './contract.ts'

/** A question may lean on one that leans on another; so many before it are looked at. */
const MOST_EARLIER = 6

/** What a conversation asks: its last question, and those before it that it may lean on. */
export interface Asked {
  readonly question: string
  readonly earlier: readonly string[]
}

/** The questions of a conversation; throws Problem "request-invalid" where its last message of the user is no question. */
export function askedIn(messages: readonly ChatMessage[]): Asked {
  const spoken = messages.filter(({ role }) => role === 'user')
  const last = spoken.at(-1)
  if (!last) throw new Problem('request-invalid', 'messages: There is no message of the user.')
  const strange = typeof last.content === 'object' ? last.content?.find(({ type }) => type !== 'text') : undefined
  if (strange) throw new Problem('request-invalid', `messages: A question is text; "${strange.type}" is not read.`)
  const questions = spoken.map((message) => askRequestSchema.shape.question.safeParse(textOf(message)))
  const asked = questions.at(-1)
  if (!asked?.success)
    throw new Problem('request-invalid', 'messages: The last message of the user must have 1 to 2000 characters.')
  const earlier = questions.slice(0, -1).flatMap(({ success, data }) => (success ? [data] : []))
  return { question: asked.data, earlier: earlier.slice(-MOST_EARLIER) }
}

function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content
  return (content ?? []).map(({ text }) => text ?? '').join('\n')
}

/**
 * The asker, in a conversation of its own in which the earlier questions were asked before. The protocol carries whole
 * conversations, and whoever goes back in one and asks anew must not lean on what was asked since.
 */
export function askerAfter(asker: Asker, earlier: readonly string[]): Asker {
  return {
    async ask(request, listener) {
      const conversationId = `messages:${randomUUID()}`
      for (const question of earlier)
        await asker.ask({ question, conversationId, mode: 'offline' } satisfies AskRequest)
      return asker.ask({ ...request, conversationId }, listener)
    },
  }
}
