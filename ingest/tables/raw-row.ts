import type { RawCell } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'

/** A row of cells as the file has it. */
export type RawRow = readonly RawCell[]

/** What a row prints in a column, without white space; "" where the row is blank or ends before. */
export function textAt(row: RawRow, column: number): string {
  return squeeze(row[column]?.text ?? '')
}

/** The cells of a row that are not blank, left to right. */
export function filledCells(row: RawRow): RawCell[] {
  return row.filter((cell) => cell.text !== '')
}

/** The words of a row without white space, left to right, blanks left out. */
export function wordsOf(row: RawRow): string[] {
  return filledCells(row).map((cell) => squeeze(cell.text))
}

/** Whether a row prints nothing. */
export function isBlank(row: RawRow): boolean {
  return row.every((cell) => cell.text === '')
}

/** The row as a citation shows it: cells that are not blank, parted by bars, at most `longest` characters. */
export function quoteOf(row: RawRow, longest = 300): string {
  let text = ''
  for (const cell of row) {
    if (text.length > longest) break
    if (cell.text !== '') text += text === '' ? cell.text : ` | ${cell.text}`
  }
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
