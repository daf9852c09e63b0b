import { problemText } from './problem-text.ts'
import { Refused } from './server-calls.ts'
import type { Words } from './words.ts'

/** Why there is no answer, in words. */
export function failureText(error: unknown, words: Words): string {
  if (error instanceof DOMException && error.name === 'AbortError') return words.stopped
  if (!(error instanceof Refused)) return words.offline
  if (error.problem.code === 'index-missing') return words.empty
  if (error.problem.code === 'key-required') return words.keyNeeded
  return `${words.failed}${problemText(error.problem.code, error.message, words.code)}`
}
