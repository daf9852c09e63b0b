import { squeeze } from '../../domain/name.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** A row of a sheet in which something is seen to begin; never empty. */
export interface SheetRow {
  readonly row: number
  /** Left to right. */
  readonly cells: readonly SheetCell[]
}

/** Rows that follow one another without a blank one between them; hidden rows part nothing, nor rows that a merged cell goes over. */
export function rowRuns({ cells, hiddenRows }: Pick<Sheet, 'cells' | 'hiddenRows'>): SheetRow[][] {
  const runs: SheetRow[][] = []
  let covered = 0
  for (const row of rowsOf(cells)) {
    const run = runs.at(-1)
    let next = covered + 1
    while (next < row.row && hiddenRows.has(next)) next += 1
    if (run && next >= row.row) run.push(row)
    else runs.push([row])
    covered = row.cells.reduce((last, cell) => Math.max(last, cell.lastRow), Math.max(covered, row.row))
  }
  return runs
}

function rowsOf(cells: readonly SheetCell[]): SheetRow[] {
  const rows: { row: number; cells: SheetCell[] }[] = []
  for (const cell of cells) {
    const last = rows.at(-1)
    if (last?.row === cell.row) last.cells.push(cell)
    else rows.push({ row: cell.row, cells: [cell] })
  }
  return rows
}

/** What the first cell of a row says, without white space. */
export function wordOf({ cells }: SheetRow): string {
  return squeeze(cells[0]?.text ?? '')
}
