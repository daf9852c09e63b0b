import { randomUUID } from 'node:crypto'
import type { Answer } from '../answer/contract.ts'
import { answerMarkdown, citationTitle } from '../answer-markdown.ts'
import {
  type Annotation,
  type ChatChunk,
  type ChatCompletion,
  type ChatMessage,
  MODEL_ID,
  type Usage,
} from './contract.ts'

/** What every piece of one completion says of it. */
export interface Frame {
  readonly id: string
  readonly created: number
  readonly model: string
}

export function newFrame(): Frame {
  return { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model: MODEL_ID }
}

/** An answer as OpenAI's completion; `base` is where the server is found. */
export function chatCompletion(
  frame: Frame,
  answer: Answer,
  messages: readonly ChatMessage[],
  base: string,
): ChatCompletion {
  const content = answerMarkdown(answer, base)
  const annotations = annotationsOf(content, answer, base)
  const message = { role: 'assistant', content, refusal: null, annotations } as const
  return {
    ...frame,
    object: 'chat.completion',
    choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
    usage: usageOf(messages, content),
  }
}

/** A piece of a completion that is sent as it comes. */
export function chatChunk(
  frame: Frame,
  delta: ChatChunk['choices'][number]['delta'],
  finish_reason: 'stop' | null = null,
): ChatChunk {
  return {
    ...frame,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  }
}

/** Each mark of a citation in the text, for clients that show links of their own; the footnotes themselves are none. */
export function annotationsOf(content: string, { citations }: Answer, base: string): Annotation[] {
  return [...content.matchAll(/(?<!\\)\[\^(\d+)\](?!:)/g)].flatMap((match) => {
    const citation = citations.find(({ id }) => id === Number(match[1]))
    if (!citation) return []
    const [start_index, end_index] = [match.index, match.index + match[0].length]
    const url = `${base}${citation.href}`
    return [{ type: 'url_citation', url_citation: { start_index, end_index, title: citationTitle(citation), url } }]
  })
}

/** Sizes for clients that keep accounts. */
export function usageOf(messages: readonly ChatMessage[], content: string): Usage {
  const prompt_tokens = messages.reduce(
    (sum, message) => sum + estimatedTokens(JSON.stringify(message.content ?? '')),
    0,
  )
  const completion_tokens = estimatedTokens(content)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

/** Tokens a text is worth, by the rule of thumb: a Chinese character is one, four other letters are one. */
function estimatedTokens(text: string): number {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese + Math.ceil((text.length - chinese) / 4)
}
