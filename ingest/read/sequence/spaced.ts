import type { GridBlock } from '../../domain/block.ts'
import { assembleTable, type ReadRows } from './assemble.ts'
import { type Half, readHalf, type SequenceRow } from './row.ts'
import { Sides } from './sides.ts'
import { isFigure, type Token } from './token.ts'

/** A table found among lines: indices of its first line and of that behind its last. */
export interface SequenceTable {
  readonly from: number
  readonly to: number
  readonly grid: GridBlock
}

const MOST_LEVELS = 4
const LONGEST_WORD = 24

/**
 * The table whose header begins at a line, where its cells are parted by single spaces and blank ones are lost; null
 * where none begins there.
 */
export function readSpacedTable(lines: readonly string[], from: number): SequenceTable | null {
  const levels: Token[][] = []
  let at = from
  for (; levels.length < MOST_LEVELS; at += 1) {
    const words = headerWords(lines[at], at)
    if (!words) break
    levels.push(words)
  }
  while (isColumnNumbers(lines[at])) at += 1
  if (levels.length === 0 || !isRow(lines[at])) return null
  const body: Token[][] = []
  const head = new Set(lines.slice(from, at))
  let to = at
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '' || head.has(line)) continue
    if (!isRow(line)) break
    body.push(tokensOf(line, index))
    to = index + 1
  }
  const grid = assembleTable([levels], rowsOf(body))
  return grid ? { from, to, grid } : null
}

function rowsOf(body: readonly (readonly Token[])[]): ReadRows {
  return (halves, most) => {
    const sides = new Sides(halves)
    const tried = body.slice(0, most)
    const rows = tried.flatMap((tokens) => readLine(tokens, halves, sides) ?? [])
    return { rows, unread: tried.length - rows.length }
  }
}

/** A line that holds all halves of a row, or one of them. */
function readLine(tokens: readonly Token[], halves: readonly Half[], sides: Sides): SequenceRow | null {
  let at = 0
  const row = new Map<number, Token>()
  for (const half of halves) {
    const read = readHalf(tokens, at, half)
    if (!read) break
    for (const [column, token] of read.row) row.set(column, token)
    at = read.next
    if (half === halves.at(-1) && at === tokens.length) {
      sides.note(row)
      return row
    }
  }
  const single = sides.read(tokens, 0)
  return single?.next === tokens.length ? single.row : null
}

function tokensOf(line: string, index: number): Token[] {
  return line
    .trim()
    .split(/\s+/)
    .map((text) => ({ text, line: index + 1 }))
}

/** The words of a line that can be a level of a header; null where it prints anything else. */
function headerWords(line: string | undefined, index: number): Token[] | null {
  if (line === undefined || !isOneSpaced(line)) return null
  const words = tokensOf(line, index)
  const other = ({ text }: Token) => isFigure(text) || text.length > LONGEST_WORD || /[。；，：:]/.test(text)
  return words.length < 2 || words.some(other) || /^第.+部分$/.test(words[0]?.text ?? '') ? null : words
}

/** "栏次 1 2 3": numbers of columns. */
function isColumnNumbers(line: string | undefined): boolean {
  const words = (line ?? '').trim().split(/\s+/)
  const numbers = words.filter((word) => word !== '栏次')
  return numbers.length > 1 && numbers.every((word, at) => word === String(at + 1))
}

/** A name with figures behind it, nothing else between them than single spaces. */
function isRow(line: string | undefined): boolean {
  if (line === undefined || !isOneSpaced(line) || /[。；]/.test(line)) return false
  const words = line.trim().split(/\s+/)
  return words.length >= 2 && isFigure(words.at(-1) ?? '') && words.some((word) => !isFigure(word))
}

function isOneSpaced(line: string): boolean {
  return /\S \S/.test(line) && !/[\t|\u3000]| {2}/.test(line.trim())
}
