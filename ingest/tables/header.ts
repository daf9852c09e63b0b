import { isTotalName } from '../domain/name.ts'
import { cellAmount } from './cell-amount.ts'
import { isBlank, type RawRow, textAt, wordsOf } from './raw-row.ts'
import { unshiftLowestLevel } from './shifted-header.ts'

/** Deepest header that budget tables have (asset tables reach four levels). */
const MOST_HEADER_ROWS = 5

/** Whether a row could belong to a header: words only, no figure, no code, no numbered item. */
export function isHeaderRow(row: RawRow): boolean {
  const words = wordsOf(row)
  if (words.length === 0) return false
  const data = words.filter((word) => !YEAR_HEADER.test(word))
  if (data.some((word) => cellAmount(word) !== null || startsLikeData(word))) return false
  if (data.length === 0) return false
  return !(words.length === 1 && (isTotalName(words[0] ?? '') || words[0] === '无'))
}

/** "201 一般公共服务支出", "一、本年收入", "101001-…" are rows, not headers. */
function startsLikeData(word: string): boolean {
  return /^\d{3}/.test(word) || /^[一二三四五六七八九十]+、/.test(word)
}

/** "2031年", "2031年度预算数", "2031年基本支出（万元）": a column of a year. */
const YEAR_HEADER =
  /^20\d{2}年度?(?:\D{0,6}(?:预算|决算|执行|支出|收入|拨款|安排|金额)数?)?(?:[（(][^（()）]{1,6}[)）])?$/

/** Number of leading rows that are the table's header; blank rows between them count. */
export function headerLength(rows: readonly RawRow[]): number {
  const first = rows.slice(0, MOST_HEADER_ROWS).findIndex((row) => !isBlank(row) && !isHeaderRow(row))
  return first < 0 ? Math.min(rows.length, MOST_HEADER_ROWS) : first
}

/**
 * Header words of each column, outermost first. A blank header cell belongs to the merged cell on its left where both
 * stand under one parent, and to the cell above it where that has a word of its own.
 */
export function headerPaths(header: readonly RawRow[], width: number): string[][] {
  const columns = Array.from({ length: width }, (_, column) => column)
  const grid = unshiftLowestLevel(header.map((row) => columns.map((column) => textAt(row, column))))
  let paths: string[][] = columns.map(() => [])
  /** Columns merged downwards: their own word ended their path. */
  const closed = new Set<number>()
  /** Words above the level at hand, in the columns up to each one. */
  const wordsBefore = columns.map(() => 0)
  grid.forEach((words, depth) => {
    const above = paths
    const left = depth < grid.length - 1 ? wordsToTheLeft(words) : []
    paths = columns.map((column) => {
      const own = words[column] ?? ''
      if (own !== '') return [...(above[column] ?? []), own]
      const word = closed.has(column) ? -1 : (left[column] ?? -1)
      // A word higher up between the two columns parts them.
      const parted = wordsBefore[word] !== wordsBefore[column]
      const spans = word >= 0 && !parted && !closed.has(word) && samePath(above[word], above[column])
      return spans ? [...(above[word] ?? []), words[word] ?? ''] : (above[column] ?? [])
    })
    addWords(wordsBefore, words)
    for (const column of columns) if (isMergedDown(grid, depth, column)) closed.add(column)
  })
  return paths
}

/** For each column the nearest one to its left that has a word, which may span it; -1 where none has. */
function wordsToTheLeft(words: readonly string[]): number[] {
  let last = -1
  return words.map((word, column) => {
    const before = last
    if (word !== '') last = column
    return before
  })
}

function addWords(counts: number[], words: readonly string[]): void {
  let count = 0
  for (const [column, word] of words.entries()) {
    if (word !== '') count += 1
    counts[column] = (counts[column] ?? 0) + count
  }
}

/** A word with a neighbour on its right and nothing below it stands for its column down to the body. */
function isMergedDown(grid: readonly (readonly string[])[], depth: number, column: number): boolean {
  const [word, next] = [grid[depth]?.[column] ?? '', grid[depth]?.[column + 1] ?? '']
  return word !== '' && next !== '' && grid.slice(depth + 1).every((row) => row[column] === '')
}

function samePath(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.join('/') === b.join('/')
}
