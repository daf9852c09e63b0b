import { assembleTable, type ReadRows } from './assemble.ts'
import type { SequenceRow } from './row.ts'
import { Sides } from './sides.ts'
import type { SequenceTable } from './spaced.ts'
import { isCode, isFigure, type Token } from './token.ts'

const LONGEST_CELL = 40
const MOST_HEADER_WORDS = 20
const LEAST_HEADER_WORDS = 3
/** A run of cells that is no table is left at its end; longer ones than this are looked at in part. */
const MOST_CELLS = 20_000

/**
 * The table whose header begins at a line, where each cell stands on a line of its own and blank ones are lost; null
 * where none begins there.
 */
export function readStackedTable(lines: readonly string[], from: number): SequenceTable | null {
  const cells = runOfCells(lines, from)
  const first = cells.findIndex(({ text }) => isFigure(text))
  if (first < LEAST_HEADER_WORDS) return null
  // The first row's name stands before its figures: a code is itself such a figure.
  const head = cells.slice(
    0,
    isCode(cells[first]?.text ?? '') && !isFigure(cells[first + 1]?.text ?? '1') ? first : first - 1,
  )
  if (head.length < LEAST_HEADER_WORDS || head.length > MOST_HEADER_WORDS) return null
  const { body, to } = trimmed(cells.slice(head.length), head)
  const grid = assembleTable(splitsOf(head), rowsOf(body))
  return grid ? { from, to, grid } : null
}

/** Lines of one short cell each, blank ones between them left out. */
function runOfCells(lines: readonly string[], from: number): Token[] {
  const cells: Token[] = []
  for (let index = from; index < lines.length && cells.length < MOST_CELLS; index += 1) {
    const text = (lines[index] ?? '').trim()
    if (text === '') continue
    if (!isCell(text)) break
    cells.push({ text: text.replace(/\s+/g, ''), line: index + 1 })
  }
  return cells
}

const UNIT_OR_BODY = /^(?:(?:金额)?单位|部门|(?:编制|填报|预算)(?:单位|部门)(?:名称)?)[：:]/

/** Whether a line can be a cell on its own: short, no sentence, no caption of a table. */
export function isCell(text: string): boolean {
  return (
    text.length <= LONGEST_CELL && !/[\t|。；]|[：:]$|[^\d]{6,}表$|^第.+部分/.test(text) && !UNIT_OR_BODY.test(text)
  )
}

/** The cells up to the last figure, and the index behind its line. Page numbers and repeated headers are left out. */
function trimmed(cells: readonly Token[], head: readonly Token[]): { body: Token[]; to: number } {
  const last = cells.findLastIndex(({ text }) => isFigure(text))
  const known = new Set(head.map(({ text }) => text))
  const isHead = (at: number) => head.every(({ text }, offset) => cells[at + offset]?.text === text)
  const body: Token[] = []
  for (let at = 0; at <= last; at += 1) {
    const cell = cells[at]
    if (!cell) continue
    if (known.has(cell.text) && isHead(at)) at += head.length - 1
    else body.push(cell)
  }
  return { body, to: cells[last]?.line ?? 0 }
}

/** All ways to part header words into one, two or three levels. */
function splitsOf(head: readonly Token[]): (readonly Token[])[][] {
  const cuts = Array.from({ length: head.length - 1 }, (_, at) => at + 1)
  const two = cuts.map((cut) => [head.slice(0, cut), head.slice(cut)])
  const three = cuts.flatMap((cut) =>
    cuts.filter((next) => next > cut).map((next) => [head.slice(0, cut), head.slice(cut, next), head.slice(next)]),
  )
  return [[head], ...two, ...three]
}

function rowsOf(body: readonly Token[]): ReadRows {
  return (halves, most) => {
    const sides = new Sides(halves)
    const rows: SequenceRow[] = []
    let [at, unread] = [0, 0]
    while (at < body.length && rows.length + unread < most) {
      const read = sides.read(body, at)
      if (read) rows.push(read.row)
      else unread += 1
      at = read?.next ?? nextName(body, at)
    }
    return { rows, unread }
  }
}

/** The next place behind `at` where a row may begin: words, or a code before them, right behind a figure. */
function nextName(body: readonly Token[], at: number): number {
  const next = body.findIndex(({ text }, index) => {
    const behindFigure = index > at && isFigure(body[index - 1]?.text ?? '')
    const named = !isFigure(text) || (isCode(text) && !isFigure(body[index + 1]?.text ?? '1'))
    return behindFigure && named && !isCode(body[index - 1]?.text ?? '')
  })
  return next < 0 ? body.length : next
}
