import type { PageTable } from './ruled-table.ts'
import type { TextColumn } from './unruled-columns.ts'
import type { HeadedColumn } from './unruled-header.ts'
import type { TextLine } from './unruled-lines.ts'
import { isFigure, type Piece } from './unruled-pieces.ts'

/** A table without ruling lines between its columns, with what the next page needs to go on with it. */
export interface UnruledTable {
  readonly table: PageTable
  readonly columns: readonly HeadedColumn[]
}

/** The columns of the page above where each column of this page lies in one of them, and no two in the same. */
export function fitting(
  columns: readonly HeadedColumn[],
  { columns: above, table }: UnruledTable,
): TextColumn[] | null {
  const places = columns.map((column) => placeIn(column, table.xs))
  const rising = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1))
  if (!rising || columns.length > above.length) return null
  return above.map((column, index) => {
    const own = columns[places.indexOf(index)]
    if (!own || own.left === own.leaf?.left) return column
    return { ...column, left: Math.min(column.left, own.left), right: Math.max(column.right, own.right) }
  })
}

/** Points by which cells may go over the edges that those above have shown. */
const OVER_EDGE = 3

function placeIn({ left, right }: TextColumn, xs: readonly number[]): number {
  const middle = (left + right) / 2
  const index = xs.findLastIndex((edge) => edge <= middle)
  const inside = left >= (xs[index] ?? 0) - OVER_EDGE && right <= (xs[index + 1] ?? 0) + OVER_EDGE
  return index < xs.length - 1 && inside ? index : -1
}

/** How many lines at the head of a page are rows of the table above, though nothing else says that they are a table. */
export function continuedLines(lines: readonly TextLine[], above: UnruledTable): number {
  const end = lines.findIndex(({ kind, pieces }) => kind === 'other' || !standsInColumns(pieces, above))
  const count = end < 0 ? lines.length : end
  return lines.slice(0, count).findLastIndex(({ pieces }) => pieces.length > 1) + 1
}

/** Points within which what is set to one edge ends or begins. */
const SAME_EDGE = 2

function standsInColumns(pieces: readonly Piece[], { columns, table }: UnruledTable): boolean {
  const places = pieces.map((piece) => placeIn({ ...piece, numeric: false, amounts: false }, table.xs))
  return pieces.every((piece, index) => {
    const column = columns[places[index] ?? -1]
    if (!column || places.indexOf(places[index] ?? -1) !== index) return false
    const [left, right] = [Math.abs(piece.left - column.left), Math.abs(piece.right - column.right)]
    return isFigure(piece.text) ? Math.min(left, right) <= SAME_EDGE : piece.left >= column.left - SAME_EDGE
  })
}
