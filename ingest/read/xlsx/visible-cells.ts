import type { CellPosition } from '../../domain/cell-name.ts'
import { Problem } from '../../domain/problem.ts'
import type { Merge, RawSheet, RawSheetCell } from './raw-sheet.ts'
import type { SeenCell, SeenSheet, Unread } from './seen-sheet.ts'

/** So many rows do all merged cells of a sheet together go over, at most. */
const MOST_MERGED_ROWS = 2_000_000

/**
 * What people see of a sheet: not what stands in hidden rows and columns, nor what merged cells cover. Of merged cells that
 * are hidden in part, the rest is seen. Throws Problem "file-too-large" where merged cells lie over each other without end.
 */
export function visibleCells(sheet: RawSheet, file: string): SeenSheet {
  const cells: SeenCell[] = []
  const unread = new Map<Unread, CellPosition[]>()
  const leaveOut = (reason: Unread, cell: RawSheetCell) => {
    const left = unread.get(reason) ?? []
    unread.set(reason, left)
    left.push({ row: cell.row, column: cell.column })
  }
  const lastRow = sheet.cells.reduce((most, { row }) => Math.max(most, row), 0)
  const mergeAt = mergesByRow(sheet.merges, lastRow, file)
  for (const cell of sheet.cells) {
    const merge = mergeAt(cell)
    if (merge && (merge.from.row !== cell.row || merge.from.column !== cell.column)) continue
    const area = merge ?? { from: cell, to: cell }
    const rows = seenOf(area.from.row, Math.min(area.to.row, lastRow), (row) => sheet.hiddenRows.has(row))
    const columns = seenOf(area.from.column, area.to.column, sheet.isHiddenColumn)
    if (!rows) leaveOut('hidden-row', cell)
    else if (!columns) leaveOut('hidden-column', cell)
    else {
      if (cell.fault) leaveOut(cell.fault, cell)
      if (cell.text !== '') cells.push(seenCell(cell, rows, columns))
    }
  }
  return { cells: cells.sort((a, b) => a.from.row - b.from.row || a.from.column - b.from.column), unread }
}

type Range = readonly [first: number, last: number]

function seenCell({ row, column, text }: RawSheetCell, rows: Range, columns: Range): SeenCell {
  const corner = (which: 0 | 1) => ({ row: rows[which], column: columns[which] })
  return { at: { row, column }, from: corner(0), to: corner(1), text }
}

/** The first and last of a range that are not hidden; null where all are. */
function seenOf(from: number, to: number, isHidden: (at: number) => boolean): Range | null {
  let [first, last] = [from, to]
  while (first <= last && isHidden(first)) first += 1
  while (last > first && isHidden(last)) last -= 1
  return first > last ? null : [first, last]
}

/** Finds the merged cells that a cell belongs to. */
function mergesByRow(merges: readonly Merge[], lastRow: number, file: string): (cell: RawSheetCell) => Merge | null {
  const byRow = new Map<number, Merge[]>()
  let count = 0
  for (const merge of merges) {
    for (let row = merge.from.row; row <= Math.min(merge.to.row, lastRow); row += 1) {
      count += 1
      if (count > MOST_MERGED_ROWS)
        throw new Problem('file-too-large', `${file} merges more cells than any disclosure.`)
      const own = byRow.get(row)
      if (own) own.push(merge)
      else byRow.set(row, [merge])
    }
  }
  for (const own of byRow.values()) own.sort((a, b) => a.from.column - b.from.column)
  return ({ row, column }) => {
    const own = byRow.get(row) ?? []
    const merge = own[lastAtOrBefore(own, column)]
    return merge && column <= merge.to.column ? merge : null
  }
}

/** Index of the last of these merges that begins at a column or before it; -1 where none does. */
function lastAtOrBefore(merges: readonly Merge[], column: number): number {
  let [from, to] = [-1, merges.length - 1]
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((merges[middle]?.from.column ?? 0) <= column) from = middle
    else to = middle - 1
  }
  return from
}
