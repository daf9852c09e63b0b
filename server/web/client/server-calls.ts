import type { Answer, AskRequest, ProblemDetails } from '../../answer/contract.ts'
import { readEvents, type ServerEvent } from './event-reader.ts'
import { isAnswer, isProblem, isRecord, parsedJson } from './server-replies.ts'

/** A problem that the server told of. */
export class Refused extends Error {
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.detail)
    this.problem = problem
  }
}

/** What is told of an answer while it is made. */
export interface AskListener {
  readonly stage: (stage: string) => void
  readonly delta: (text: string) => void
}

/** The reply of an address as JSON. */
export async function call<T>(address: string, is: (reply: unknown) => reply is T): Promise<T> {
  return replyOf(await fetch(address), is)
}

/** Asks a server, and listens to the answer while it is made. */
export async function ask(
  server: string,
  request: AskRequest,
  listener: AskListener,
  signal: AbortSignal,
): Promise<Answer> {
  const post: RequestInit = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  }
  const streamed = await fetch(`${server}/api/ask/stream`, post)
  if (!streamed.ok || !streamed.body) return replyOf(streamed, isAnswer)
  for await (const event of readEvents(streamed.body)) {
    const answer = heard(event, listener)
    if (answer) return answer
  }
  throw new TypeError('the stream ended without an answer')
}

function heard({ name, data }: ServerEvent, listener: AskListener): Answer | null {
  const told = parsedJson(data)
  if (name === 'error' && isProblem(told)) throw new Refused(told)
  if (name === 'answer' && isAnswer(told)) return told
  if (name === 'status' && isRecord(told) && typeof told.stage === 'string') listener.stage(told.stage)
  if (name === 'delta' && isRecord(told) && typeof told.text === 'string') listener.delta(told.text)
  return null
}

/** What went wrong, of a response that is none. */
export async function refusal(response: Response): Promise<Error> {
  const reply: unknown = await response.json().catch(() => null)
  return isProblem(reply) ? new Refused(reply) : new TypeError(`an odd reply of ${response.url}`)
}

async function replyOf<T>(response: Response, is: (reply: unknown) => reply is T): Promise<T> {
  const reply: unknown = await response.json()
  if (!response.ok && isProblem(reply)) throw new Refused(reply)
  if (!response.ok || !is(reply)) throw new TypeError(`an odd reply of ${response.url}`)
  return reply
}
