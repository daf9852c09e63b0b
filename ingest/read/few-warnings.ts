import type { Warning } from '../domain/document.ts'
import { said } from '../domain/warning.ts'

/** Warnings of one kind that are told one by one. */
const MOST_TOLD = 20

/** Warnings of one kind; where there are many, the first of them, and how many more there are. */
export function fewWarnings(warnings: readonly Warning[]): readonly Warning[] {
  const [first] = warnings
  const more = warnings.length - MOST_TOLD
  if (!first || more <= 0) return warnings
  const rest = { ...said('more', { count: more }), code: first.code, line: null, page: null }
  return [...warnings.slice(0, MOST_TOLD), rest]
}
