import { readSpacedTable, type SequenceTable } from './spaced.ts'
import { isCell, readStackedTable } from './stacked.ts'

/**
 * Reads tables of which extraction left only the order of the cells: a row a line with single spaces between its cells,
 * or a cell a line. By the index of the first line; `taken` are the indices of lines that other readers have read.
 * Where blank cells are lost, a figure's column is taken only where the whole row and the sums of the table prove it.
 */
export function readSequences(
  lines: readonly string[],
  taken: ReadonlySet<number>,
): ReadonlyMap<number, SequenceTable> {
  const tables = new Map<number, SequenceTable>()
  const free = lines.map((line, index) => (taken.has(index) ? '\t' : line))
  let inRun = false
  for (let index = 0; index < free.length; index += 1) {
    const line = free[index]?.trim() ?? ''
    if (line === '') continue
    const opensRun = isCell(line) && !inRun
    inRun = isCell(line)
    const table = readSpacedTable(free, index) ?? (opensRun ? readStackedTable(free, index) : null)
    if (!table) continue
    tables.set(index, table)
    index = table.to - 1
  }
  return tables
}
