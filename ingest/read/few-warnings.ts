import type { Warning } from '../domain/document.ts'

/** Warnings of one kind that are told one by one. */
const MOST_TOLD = 20

/** Warnings of one kind; where there are many, the first of them, and how many more there are. */
export function fewWarnings(warnings: readonly Warning[]): readonly Warning[] {
  const [first] = warnings
  const more = warnings.length - MOST_TOLD
  if (!first || more <= 0) return warnings
  const rest = { code: first.code, message: `There are ${more} more like these.`, line: null, page: null }
  return [...warnings.slice(0, MOST_TOLD), rest]
}
