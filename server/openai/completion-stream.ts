import type { Answer } from '../answer/contract.ts'
import { answerMarkdown, footnoteMarks, settledText } from '../answer-markdown.ts'
import { annotationsOf, chatChunk, newFrame, usageOf } from './completion.ts'
import type { ChatChunk, ChatMessage } from './contract.ts'

/** What of a request says how its completion is sent. */
interface Wishes {
  readonly messages: readonly ChatMessage[]
  readonly stream_options?: { readonly include_usage?: boolean | undefined } | null | undefined
}

/** A completion in pieces; together they are the text of the completion that is sent whole. */
export class CompletionStream {
  readonly #wishes: Wishes
  readonly #base: string
  readonly #send: (chunk: ChatChunk) => void
  readonly #frame = newFrame()
  #text = ''
  #sent = ''

  constructor(wishes: Wishes, base: string, send: (chunk: ChatChunk) => void) {
    this.#wishes = wishes
    this.#base = base
    this.#send = send
  }

  /** Takes the next part of the text of the answer. */
  add(text: string): void {
    this.#text += text
    this.#show(footnoteMarks(settledText(this.#text)))
  }

  /** Sends what the answer has beyond the text that was added, and the end. */
  end(answer: Answer): void {
    const content = answerMarkdown(answer, this.#base)
    this.#show(content)
    this.#piece({ annotations: annotationsOf(content, answer, this.#base) })
    this.#piece({}, 'stop')
    if (!this.#wishes.stream_options?.include_usage) return
    this.#send({ ...chatChunk(this.#frame, {}), choices: [], usage: usageOf(this.#wishes.messages, content) })
  }

  /** Sends the rest of a text of which a part was sent. */
  #show(text: string): void {
    if (text.length <= this.#sent.length) return
    if (this.#sent === '') this.#piece({ role: 'assistant', content: '' })
    this.#piece({ content: text.slice(this.#sent.length) })
    this.#sent = text
  }

  #piece(delta: ChatChunk['choices'][number]['delta'], reason: 'stop' | null = null): void {
    const nothingYet = this.#wishes.stream_options?.include_usage ? { usage: null } : {}
    this.#send({ ...chatChunk(this.#frame, delta, reason), ...nothingYet })
  }
}
