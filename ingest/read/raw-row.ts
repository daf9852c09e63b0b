import type { CellSpan, RawCell } from '../domain/block.ts'

/** A cell of a row that prints something, with the column it begins in and how far it goes. */
export interface MergedCell {
  /** 0-based. */
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
}

const FIGURE = /^[-−]?[\d,]+\.\d{1,2}[%％]?$/
const LATIN_WORDS = /[A-Za-z]$/

/** Lines of a cell are one text wrapped by its width; figures below each other stay apart. */
export function joinCellLines(lines: readonly string[]): string {
  let text = ''
  for (const next of lines) {
    const apart = (FIGURE.test(text) && FIGURE.test(next)) || (LATIN_WORDS.test(text) && /^[A-Za-z]/.test(next))
    text += apart ? ` ${next}` : next
  }
  return text
}

/** A merged cell's span, for the reader of headers; undefined for a plain one. */
function spanOf({ rows, columns }: MergedCell): CellSpan | undefined {
  return rows > 1 || columns > 1 ? { rows, columns } : undefined
}

/** The row as cells of a grid, blanks filled in; `lineOf` writes a filled cell down and gives its line. */
export function rawRow<C extends MergedCell>(
  cells: readonly C[],
  width: number,
  lineOf: (cell: C) => number,
): RawCell[] {
  let last = 0
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
  const written = Array.from({ length: width }, (_, column): RawCell | null => {
    const cell = byColumn.get(column)
    if (!cell) return null
    last = lineOf(cell)
    const span = spanOf(cell)
    return { text: cell.text, line: last, ...(span ? { span } : {}) }
  })
  const first = written.find((cell) => cell !== null)?.line ?? last
  let line = first
  return written.map((cell) => {
    line = cell?.line ?? line
    return cell ?? { text: '', line }
  })
}
