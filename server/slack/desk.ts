import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { Problem } from '../../ingest/domain/problem.ts'
import { NOBODY } from '../answer/assistant.ts'
import { askRequestSchema } from '../answer/contract.ts'
import { languageOf } from '../answer/question.ts'
import { type InquiryParts, inquire } from '../records/inquiry.ts'
import { answerMessage, sentenceMessage } from './answer-message.ts'
import type { SlackMessage } from './blocks.ts'
import type { Said } from './deliveries.ts'
import { inert } from './mrkdwn.ts'
import { Once } from './once.ts'
import { Queue } from './queue.ts'
import { Threads } from './threads.ts'
import { Turns } from './turns.ts'
import { WORDS } from './words.ts'

/** What answers are made of, and where links in them lead; null where people cannot follow any. */
export interface DeskParts extends InquiryParts {
  readonly log: Pick<Logger, 'error' | 'warn'>
  readonly publicUrl: string | null
}

/** Questions worked on at once: a language model takes seconds, and those who need none should not wait for it. */
const AT_ONCE = 8

/** Questions that may wait: at some hundredths of a second each, half a minute's work at most. */
const MOST_WAITING = 1000

/** Sends messages; rejects where Slack did not take one. */
export interface Outbox {
  /** Posts in a channel, or in a thread there, and gives the name of the message. */
  post(channel: string, thread: string | null, message: SlackMessage): Promise<string | null>
  /** Answers where only the one who asked can see it. */
  respond(responseUrl: string, message: SlackMessage): Promise<void>
}

/** Answers what is said in Slack, each thing once, those of one conversation in their order. */
export class Desk {
  readonly #parts: DeskParts
  readonly #once = new Once()
  readonly #threads = new Threads()
  readonly #turns = new Turns()
  readonly #queue = new Queue(AT_ONCE, MOST_WAITING)

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  /** Whether a thread is one in which the assistant was asked something. */
  readonly isOurs = (channel: string, thread: string): boolean => this.#threads.conversationOf(channel, thread) !== null

  /** Answers; never rejects: what cannot be sent is told to the log. */
  async take(said: Said, outbox: Outbox): Promise<void> {
    if (!this.#once.isFirst(said.names)) return
    const conversation = this.#conversationOf(said)
    if (said.thread !== null) this.#threads.note(said.channel, said.thread, conversation)
    if (said.message !== null) this.#threads.note(said.channel, said.message, conversation)
    try {
      await this.#turns.after(conversation, async () => {
        const posted = await this.#send(said, await this.#reply(said, conversation), outbox)
        if (posted !== null) this.#threads.note(said.channel, posted, conversation)
      })
    } catch (error) {
      this.#parts.log.error({ err: error }, 'an answer could not be sent to Slack')
    }
  }

  /** Settles when everything taken is answered. */
  done(): Promise<void> {
    return this.#turns.done()
  }

  /** A thread is a conversation; so is the talk outside of threads with one person; a command begins one. */
  #conversationOf({ team, channel, thread, message }: Said): string {
    if (thread !== null) return this.#threads.conversationOf(channel, thread) ?? `slack:${team}:${channel}:${thread}`
    return message === null ? `slack:${randomUUID()}` : `slack:${team}:${channel}`
  }

  async #reply(said: Said, conversationId: string): Promise<SlackMessage> {
    const { question, unseen, user } = said
    const words = WORDS[languageOf(question)]
    if (/^(?:help|帮助)?$/i.test(question)) return sentenceMessage(question === '' ? bothHelps() : words.help)
    const asked = askRequestSchema.safeParse({ question, conversationId })
    if (!asked.success) return sentenceMessage(words.tooLong)
    const { publicUrl, log } = this.#parts
    const requestId = randomUUID()
    try {
      const trace = { requestId, caller: `slack:${said.team}` }
      const answer = await this.#queue.run(() => inquire(this.#parts, trace, asked.data, NOBODY))
      return answerMessage(answer, { publicUrl, ...(unseen ? { asked: { user, question } } : {}) })
    } catch (error) {
      const code = error instanceof Problem ? error.code : 'internal'
      log.error({ requestId, code, err: error }, 'a question from Slack failed')
      const about = unseen ? `${inert(question).slice(0, 200)}: ` : ''
      return sentenceMessage(`${about}${words.failed(code)}`)
    }
  }

  /** Posts where everybody sees it; where that may not be, or fails, at least the one who asked is answered. */
  async #send({ channel, thread, responseUrl }: Said, message: SlackMessage, outbox: Outbox): Promise<string | null> {
    try {
      return await outbox.post(channel, thread, message)
    } catch (error) {
      if (responseUrl === null) throw error
      this.#parts.log.warn({ err: error }, 'an answer is sent to the one who asked only')
      await outbox.respond(responseUrl, message)
      return null
    }
  }
}

/** Nothing was said, so its language is not known. */
function bothHelps(): string {
  return `${WORDS.zh.help}\n${WORDS.en.help}`
}
