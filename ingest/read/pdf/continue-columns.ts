import type { PageTable, PrintedCell } from './ruled-table.ts'

/** Edges of two pages within so many points are the same. */
const SAME_EDGE = 6

/**
 * A table that goes on upon the next page, with the columns of the page above: the next page may rule fewer or more
 * lines. Where its columns do not lie in those above, it stays as it is.
 */
export function continueColumns(table: PageTable, above: PageTable): PageTable {
  const [left, right] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0]
  const wide = Math.abs(left - (above.xs[0] ?? 0)) <= SAME_EDGE && Math.abs(right - (above.xs.at(-1) ?? 0)) <= SAME_EDGE
  if (!wide || isSame(table.xs, above.xs)) return table
  const columns = table.xs.slice(0, -1).map((x) => above.xs.findLastIndex((edge) => edge <= x + SAME_EDGE))
  const starts = table.xs.every((x) => above.xs.some((edge) => Math.abs(edge - x) <= SAME_EDGE))
  if (!starts) return table
  return { ...table, xs: above.xs, rows: table.rows.map((row) => row.map((cell) => moved(cell, columns, above))) }
}

/** A header of more rows is cut off nowhere. */
const MOST_HEADER_ROWS = 3

/**
 * A table of which the page ends within its header, with the columns of the page below: only there do the lines begin that
 * part what its merged words stand over.
 */
export function headerColumns(table: PageTable, below: PageTable): PageTable {
  const header = table.rows.length <= MOST_HEADER_ROWS && table.rows.flat().every(({ text }) => !/\d\.\d/.test(text))
  return header && below.xs.length > table.xs.length ? continueColumns(table, below) : table
}

function moved(cell: PrintedCell, columns: readonly number[], above: PageTable): PrintedCell {
  const column = columns[cell.column] ?? cell.column
  const next = columns[cell.column + cell.columns] ?? above.xs.length - 1
  return { ...cell, column, columns: Math.max(1, next - column) }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, index) => Math.abs(x - (b[index] ?? 0)) <= SAME_EDGE)
}
