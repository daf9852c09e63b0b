import { squeeze } from '../../domain/name.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** A row of a sheet in which something is seen to begin; never empty. */
export interface SheetRow {
  readonly row: number
  /** Left to right. */
  readonly cells: readonly SheetCell[]
  /** Whether a blank row parts it from the row before; hidden rows part nothing, nor rows that a merged cell goes over. */
  readonly parted: boolean
}

/** The rows of a sheet from the top downwards. */
export function sheetRows({ cells, hiddenRows }: Pick<Sheet, 'cells' | 'hiddenRows'>): SheetRow[] {
  let covered: number | null = null
  return rowsOf(cells).map(({ row, cells: own }) => {
    let next: number = (covered ?? row - 1) + 1
    while (next < row && hiddenRows.has(next)) next += 1
    covered = own.reduce((last, cell) => Math.max(last, cell.lastRow), Math.max(covered ?? 0, row))
    return { row, cells: own, parted: next < row }
  })
}

function rowsOf(cells: readonly SheetCell[]): Pick<SheetRow, 'row' | 'cells'>[] {
  const rows: { row: number; cells: SheetCell[] }[] = []
  for (const cell of cells) {
    const last = rows.at(-1)
    if (last?.row === cell.row) last.cells.push(cell)
    else rows.push({ row: cell.row, cells: [cell] })
  }
  return rows
}

/** Whether nothing else stands in a row. */
export function isLone({ cells }: SheetRow): boolean {
  return cells.length === 1
}

/** What the first cell of a row says, without white space. */
export function wordOf({ cells }: SheetRow): string {
  return squeeze(cells[0]?.text ?? '')
}
