import { comparable, isTotalName, squeeze } from '../../domain/name.ts'
import { isNumberedHeading } from '../headings.ts'
import { isBesideTitle, isField, isTableTitle } from './caption-words.ts'
import { isLone, type SheetRow, wordOf } from './sheet-rows.ts'

/** Rows of a sheet that are a table, or that are read line by line. */
export interface SheetPart {
  readonly kind: 'table' | 'prose'
  readonly rows: readonly SheetRow[]
}

/**
 * Tells tables from titles, notes and prose in the rows of a sheet. A row of several cells belongs to a table; a row of one
 * cell does between two of them (a name without figures), unless it says what no row of a table does. Blank rows part
 * tables only where what follows begins like one.
 */
export function sheetParts(rows: readonly SheetRow[]): SheetPart[] {
  const parts: SheetPart[] = []
  const cut = (kind: SheetPart['kind'], from: number, to: number) => {
    if (to > from) parts.push({ kind, rows: rows.slice(from, to) })
  }
  let from = 0
  while (from < rows.length) {
    const table = firstFrom(rows, from, (row) => !isLone(row))
    cut('prose', from, table)
    const end = table === rows.length ? table : tableEnd(rows, table)
    cut('table', table, end)
    from = end
  }
  return parts
}

/** The index behind the last row of the table that begins at a row. */
function tableEnd(rows: readonly SheetRow[], begin: number): number {
  const first = wordsOf(rows[begin])
  let figures = false
  let at = begin
  while (at < rows.length) {
    const row = rows[at]
    if (row && !isLone(row)) {
      if (at > begin && beginsTable(row, figures, first)) return at
      figures ||= hasFigure(row)
      at += 1
    } else {
      const below = firstFrom(rows, at, (other) => !isLone(other))
      const end = proseFrom(rows.slice(at, below), rows[below], figures)
      if (end < below - at) return at + end
      at = below
    }
  }
  return at
}

/** Whether a row below a table begins another one: a caption, the same header again, or a header behind a blank row. */
function beginsTable(row: SheetRow, figures: boolean, first: ReadonlySet<string>): boolean {
  if (hasFigure(row)) return false
  return row.parted || (figures && (isCaptionInCells(row) || repeats(row, first)))
}

/** Share of its words that a header must have in common with the first row of the table to be the same again. */
const SAME_HEADER = 0.6

function repeats(row: SheetRow, first: ReadonlySet<string>): boolean {
  const words = wordsOf(row)
  const common = [...words].filter((word) => first.has(word)).length
  return common >= SAME_HEADER * Math.max(words.size, first.size)
}

/**
 * Index of the first of these rows of one cell that is no row of the table above them; their number where all are. `below`
 * is the row of several cells that follows; `figures` tells whether the table has any yet.
 */
function proseFrom(rows: readonly SheetRow[], below: SheetRow | undefined, figures: boolean): number {
  const apart = firstFrom(rows, 0, (row) => standsApart(wordOf(row)))
  const [told] = rows.slice(apart)
  if (told) return rows.slice(0, apart).findLastIndex((row) => !headsProse(row, told)) + 1
  const tableBelow = below !== undefined && !hasFigure(below)
  if (figures && tableBelow && rows.every((row) => isNumberedHeading(wordOf(row)))) return 0
  // Names behind a blank row go on with a table only where figures do.
  const parted = rows.findIndex((row) => row.parted)
  return parted >= 0 && (below === undefined || tableBelow) ? parted : rows.length
}

/** Whether a row is a heading of what is told below it: numbered, or no more than its words in the same column. */
function headsProse(row: SheetRow, told: SheetRow): boolean {
  const word = wordOf(row)
  if (isNumberedHeading(word)) return true
  const inLine = row.cells[0]?.column === told.cells[0]?.column
  return inLine && !isTotalName(word) && !isBesideTitle(wordOf(told))
}

function firstFrom(rows: readonly SheetRow[], from: number, holds: (row: SheetRow) => boolean): number {
  let at = from
  for (let row = rows[at]; row && !holds(row); row = rows[at]) at += 1
  return at
}

function wordsOf(row: SheetRow | undefined): ReadonlySet<string> {
  return new Set((row?.cells ?? []).map(({ text }) => comparable(text)))
}

const FIGURE = /^-?[\d,]+(?:\.\d+)?[%％]?$/
const YEAR = /^20\d{2}$/

function hasFigure({ cells }: SheetRow): boolean {
  return cells.some(({ text }) => FIGURE.test(squeeze(text)) && !YEAR.test(squeeze(text)))
}

const PART = /^第[一二三四五六七八九十]+(?:部分|章)/
/** No name of an item is as long, nor a sentence. */
const LONGEST_NAME = 40

/** Whether a text in a row of its own is a title, a field, a note or a sentence, and so no row of a table. */
function standsApart(word: string): boolean {
  if (word.length > LONGEST_NAME || word.includes('。') || word.endsWith('；')) return true
  return isTableTitle(word) || isBesideTitle(word) || PART.test(word)
}

/** Title or unit of another table, beside one another in cells. */
function isCaptionInCells(row: SheetRow): boolean {
  return !hasFigure(row) && row.cells.length <= 3 && row.cells.some(({ text }) => isField(squeeze(text)))
}
