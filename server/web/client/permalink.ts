import type { Answer, AskRequest } from '../../answer/contract.ts'
import { isRecord, parsedJson } from './server-replies.ts'

/** What a link to an answer holds: the question, and what was answered when the link was made. */
export interface LinkedAnswer {
  readonly question: string
  readonly language: NonNullable<AskRequest['language']>
  /** Day of the answer, "2031-05-04". */
  readonly day: string
  /** Of the figures that were the answer. */
  readonly figures: readonly string[]
}

const MARK = '#answer='

/**
 * A link that asks the question anew when it is opened, so that every figure is read again at its source. It stands
 * behind the "#", which browsers do not send, so no server's log has it.
 */
export function permalink(page: string, question: string, answer: Answer, now: Date): string {
  const linked: LinkedAnswer = {
    question: answer.understood ?? question,
    language: answer.language,
    day: now.toISOString().slice(0, 10),
    figures: answeredFigures(answer),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(linked))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return `${page}${MARK}${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/** What the link holds; null where it is none. */
export function readPermalink(hash: string): LinkedAnswer | null {
  if (!hash.startsWith(MARK)) return null
  const linked = parsedJson(decoded(hash.slice(MARK.length)))
  return isLinked(linked) ? linked : null
}

/** The figures that are the answer, one text each, in an order that does not depend on the answer's. */
export function answeredFigures({ figures }: Answer): readonly string[] {
  return figures
    .filter(({ role }) => role === 'answer')
    .map(({ value, unit }) => `${value}${unit === '' ? '' : ` ${unit}`}`)
    .sort()
}

const QUESTION_MARK = '#question='

/** A link to the page that asks, with a question for it to ask. */
export function questionLink(question: string): string {
  return `/${QUESTION_MARK}${encodeURIComponent(question)}`
}

/** The question of such a link; null where it is none. */
export function readQuestionLink(hash: string): string | null {
  if (!hash.startsWith(QUESTION_MARK)) return null
  try {
    return decodeURIComponent(hash.slice(QUESTION_MARK.length))
  } catch {
    return null
  }
}

function decoded(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return ''
  }
}

function isLinked(value: unknown): value is LinkedAnswer {
  return (
    isRecord(value) &&
    typeof value.question === 'string' &&
    (value.language === 'zh' || value.language === 'en') &&
    typeof value.day === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value.day) &&
    Array.isArray(value.figures) &&
    value.figures.every((figure) => typeof figure === 'string')
  )
}
