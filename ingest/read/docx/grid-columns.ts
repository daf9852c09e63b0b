import type { FlowCell } from '../flow/flow.ts'

/**
 * In twips (1/1440 inch), two millimetres: edges closer together were meant to be one. Tables drawn by hand are full of
 * them, and each makes a column of its own in the file.
 */
const CLOSE = 113

/** The cells with columns counted without those too narrow to hold anything, where all widths are known. */
export function joinedColumns(cells: readonly FlowCell[], widths: readonly number[]): readonly FlowCell[] {
  if (widths.length === 0 || widths.some((width) => width <= 0)) return cells
  /** For each edge of the grid the column that begins there. */
  const columnAt: number[] = [0]
  let since = 0
  for (const width of widths) {
    since += width
    const last = columnAt.at(-1) ?? 0
    columnAt.push(since > CLOSE ? last + 1 : last)
    if (since > CLOSE) since = 0
  }
  const columnOf = (edge: number) => columnAt[edge] ?? (columnAt.at(-1) ?? 0) + edge - widths.length
  const joined = withoutSpacers(
    cells.map((cell) => {
      const column = columnOf(cell.column)
      return { ...cell, column, columns: Math.max(1, columnOf(cell.column + cell.columns) - column) }
    }),
  )
  return new Set(joined.map(fieldOf)).size === joined.length ? joined : cells
}

function fieldOf({ row, column }: FlowCell): string {
  return `${row} ${column}`
}

/** The cells without blank ones that stand in the field of another, as those in columns too narrow do. */
function withoutSpacers(cells: readonly FlowCell[]): FlowCell[] {
  const filled = new Set(cells.filter(({ content }) => content.length > 0).map(fieldOf))
  const kept = new Set<string>()
  return cells.filter((cell) => {
    const field = fieldOf(cell)
    if (cell.content.length > 0) return true
    if (filled.has(field) || kept.has(field)) return false
    kept.add(field)
    return true
  })
}
