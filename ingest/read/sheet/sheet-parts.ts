import { squeeze } from '../../domain/name.ts'
import { isNumberedHeading } from '../headings.ts'
import { isBesideTitle, isField, isTableTitle } from './caption-words.ts'
import { type SheetRow, wordOf } from './sheet-rows.ts'

/** Rows of a sheet that are a table, or that are read line by line. */
export interface SheetPart {
  readonly kind: 'table' | 'prose'
  readonly rows: readonly SheetRow[]
}

/**
 * Tells tables from titles, notes and prose in rows that follow one another. A row of several cells belongs to a table; a
 * row of one cell does between two of them (a name without figures), unless it says what no row of a table does.
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
  let figures = false
  let at = begin
  while (at < rows.length) {
    const row = rows[at]
    if (row && !isLone(row)) {
      if (figures && isCaptionInCells(row)) return at
      figures ||= hasFigure(row)
      at += 1
    } else {
      const next = firstFrom(rows, at, (other) => !isLone(other))
      const end = proseFrom(rows.slice(at, next), figures && opensTable(rows[next]))
      if (end < next - at) return at + end
      at = next
    }
  }
  return at
}

/** Index of the first of these rows of one cell that is no row of the table above them; their number where all are. */
function proseFrom(rows: readonly SheetRow[], tableBelow: boolean): number {
  const apart = firstFrom(rows, 0, (row) => standsApart(wordOf(row)))
  const headings = rows.slice(0, apart).findLastIndex((row) => !isNumberedHeading(wordOf(row))) + 1
  if (apart < rows.length) return headings
  return tableBelow && headings === 0 ? 0 : rows.length
}

function firstFrom(rows: readonly SheetRow[], from: number, holds: (row: SheetRow) => boolean): number {
  let at = from
  for (let row = rows[at]; row && !holds(row); row = rows[at]) at += 1
  return at
}

function isLone({ cells }: SheetRow): boolean {
  return cells.length === 1
}

const FIGURE = /^-?[\d,]+(?:\.\d+)?[%％]?$/
const YEAR = /^20\d{2}$/

function hasFigure({ cells }: SheetRow): boolean {
  return cells.some(({ text }) => FIGURE.test(squeeze(text)) && !YEAR.test(squeeze(text)))
}

/** A row of words only, below figures: the header of another table. */
function opensTable(row: SheetRow | undefined): boolean {
  return row !== undefined && !hasFigure(row)
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
