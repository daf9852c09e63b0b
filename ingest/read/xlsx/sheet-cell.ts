/** A cell that people see something in. Rows and columns are counted from 1. */
export interface SheetCell {
  /** Where it is seen to begin: of merged cells the first row and column that are not hidden. */
  readonly row: number
  readonly column: number
  /** Where it is seen to end, merged cells included. */
  readonly lastRow: number
  readonly lastColumn: number
  /** As it is named: of merged cells the one at the top left. */
  readonly name: string
  /** As it is printed; lines within it are kept apart. */
  readonly text: string
}

/** What is not read of a cell, and why. */
export type Unread =
  /** A formula without a stored result. */
  | 'formula'
  /** "#REF!" and its like; the sign itself is read. */
  | 'error'
  /** A figure that its format does not show. */
  | 'format'
  | 'hidden-row'
  | 'hidden-column'

/** What is seen of a sheet. */
export interface ReadSheet {
  /** Row by row, left to right. */
  readonly cells: readonly SheetCell[]
  readonly hiddenRows: ReadonlySet<number>
  /** Names of the cells that were left out. */
  readonly unread: ReadonlyMap<Unread, readonly string[]>
}
