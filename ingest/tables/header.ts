import type { RawCell } from '../domain/block.ts'
import { isTotalName, squeeze } from '../domain/name.ts'
import { cellAmount } from './cell-amount.ts'

/** Deepest header that budget tables have (asset tables reach four levels). */
const MOST_HEADER_ROWS = 5

/** Whether a row could belong to a header: words only, no figure, no code, no numbered item. */
export function isHeaderRow(row: readonly RawCell[]): boolean {
  const words = row.map((cell) => squeeze(cell.text)).filter((text) => text !== '')
  if (words.length === 0) return false
  if (words.some((word) => cellAmount(word) !== null || startsLikeData(word))) return false
  return !(words.length === 1 && isTotalName(words[0] ?? ''))
}

/** "201 一般公共服务支出", "一、本年收入", "421001-…" are rows, not headers. */
function startsLikeData(word: string): boolean {
  return /^\d{3}/.test(word) || /^[一二三四五六七八九十]+、/.test(word)
}

/** Number of leading rows that are the table's header. */
export function headerLength(rows: readonly (readonly RawCell[])[]): number {
  let length = 0
  for (const row of rows.slice(0, MOST_HEADER_ROWS)) {
    if (row.some((cell) => cell.text !== '') && !isHeaderRow(row)) break
    length += 1
  }
  // A table without any figure: its last words-only row may be a row label, but never its only header.
  return length
}

/**
 * Header words of each column, outermost first. A blank header cell belongs to the merged cell on its left where both
 * stand under one parent, and to the cell above it where that has a word of its own.
 */
export function headerPaths(header: readonly (readonly RawCell[])[], width: number): string[][] {
  const paths: string[][] = Array.from({ length: width }, () => [])
  /** Column whose own word closed the column's path (merged downwards). */
  const closed: boolean[] = Array.from({ length: width }, () => false)
  header.forEach((row, depth) => {
    const texts = Array.from({ length: width }, (_, column) => squeeze(row[column]?.text ?? ''))
    const parents = paths.map((path) => path.join('/'))
    const before = paths.map((path) => [...path])
    const last = depth === header.length - 1
    for (let column = 0; column < width; column += 1) {
      const own = texts[column] ?? ''
      if (own !== '') {
        paths[column] = [...(before[column] ?? []), own]
        continue
      }
      if (closed[column]) continue
      const left = nearestLeft(texts, column)
      const merged =
        left !== null &&
        !last &&
        !closed[left] &&
        parents[left] === parents[column] &&
        sameSpan(header, depth, left, column)
      if (merged) paths[column] = [...(paths[left] ?? [])]
    }
    for (let column = 0; column < width; column += 1) {
      const own = texts[column] ?? ''
      if (own === '') continue
      const next = texts[column + 1] ?? ''
      const below = header.slice(depth + 1).some((lower) => squeeze(lower[column]?.text ?? '') !== '')
      if (next !== '' && !below) closed[column] = true
    }
  })
  return paths
}

function nearestLeft(texts: readonly string[], column: number): number | null {
  for (let left = column - 1; left >= 0; left -= 1) if ((texts[left] ?? '') !== '') return left
  return null
}

/** No column between `left` and `column` has a word of its own higher up that `left` does not share. */
function sameSpan(header: readonly (readonly RawCell[])[], depth: number, left: number, column: number): boolean {
  return header.slice(0, depth).every((row) => {
    for (let between = left + 1; between <= column; between += 1)
      if (squeeze(row[between]?.text ?? '') !== '') return false
    return true
  })
}
