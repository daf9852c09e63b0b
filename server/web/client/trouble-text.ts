import type { DocumentsWords } from './documents-words.ts'
import { problemText } from './problem-text.ts'
import { Refused } from './server-calls.ts'
import { isAboutKeys } from './upload-access.ts'

/** What went wrong, in words. */
export function troubleText(error: unknown, words: DocumentsWords): string {
  if (isAboutKeys(error)) return words.keyNeeded
  if (error instanceof TypeError) return words.unreachable
  if (error instanceof Refused) return `${words.failed}${problemText(error.problem.code, error.message, words.code)}`
  return `${words.failed}${error instanceof Error ? error.message : String(error)}`
}
