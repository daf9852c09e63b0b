import type { CellPosition } from '../../domain/cell-name.ts'

/** A cell of a workbook that people see something in. */
export interface SeenCell {
  /** Where it is named; of merged cells the one at the top left. */
  readonly at: CellPosition
  /** Where it is seen to begin and to end. */
  readonly from: CellPosition
  readonly to: CellPosition
  readonly text: string
}

/** What is not read of a cell, and why. */
export type Unread =
  /** A formula without a stored result. */
  | 'formula'
  /** "#REF!" and its like; the sign itself is read. */
  | 'error'
  /** A picture set into the cell, which WPS stores as a formula. */
  | 'picture'
  /** A figure that its format does not show. */
  | 'format'
  | 'hidden-row'
  | 'hidden-column'

/** What is seen of a sheet. */
export interface SeenSheet {
  /** Row by row, left to right. */
  readonly cells: readonly SeenCell[]
  /** The cells that were left out, as they come. */
  readonly unread: ReadonlyMap<Unread, readonly CellPosition[]>
}
