import type { Place } from '../../domain/place.ts'

/** What people see of a sheet: of a workbook, or of a file of separated values. */
export interface Sheet {
  /** Of its tab, with the place to cite it by; null where that says nothing, and the sheet may go on with the one before. */
  readonly name: { readonly text: string; readonly place: Place } | null
  /** Those that print something, row by row, left to right. */
  readonly cells: readonly SheetCell[]
  /** Rows that nobody sees. */
  readonly hiddenRows: ReadonlySet<number>
  /** Whether the file tells which cells are merged. */
  readonly ruled: boolean
}

/** A cell that people see something in. Rows and columns are counted from 1. */
export interface SheetCell {
  /** Where it is seen to begin: of merged cells the first row and column that are not hidden. */
  readonly row: number
  readonly column: number
  /** Where it is seen to end, merged cells included. */
  readonly lastRow: number
  readonly lastColumn: number
  readonly place: Place
  /** As it is printed; lines within it are kept apart. */
  readonly text: string
}
