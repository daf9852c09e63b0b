import type { Align, SampleCell, SampleTable } from './sample-description.ts'

/** A cell at its place in a grid. */
export interface PlacedCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly across: number
  readonly down: number
  readonly align: Align | null
  readonly drop: number
}

/** Puts rows that leave out what is covered from above into a grid of `width` columns. */
export function placedCells(rows: readonly (readonly (string | SampleCell)[])[], width: number): PlacedCell[] {
  const covered = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    const placed = cells.map((cell) => {
      while (covered.has(`${row} ${column}`)) column += 1
      const result = placedCell(cell, row, column)
      if (column + result.across > width) throw new Error(`row ${row} is too long: ${result.text}`)
      for (let down = 0; down < result.down; down += 1) {
        for (let across = 0; across < result.across; across += 1) covered.add(`${row + down} ${column + across}`)
      }
      column += result.across
      return result
    })
    while (covered.has(`${row} ${column}`)) column += 1
    if (column !== width) throw new Error(`row ${row} ends at column ${column} of ${width}`)
    return placed
  })
}

function placedCell(cell: string | SampleCell, row: number, column: number): PlacedCell {
  const { text, across, down, align, drop }: SampleCell = typeof cell === 'string' ? { text: cell } : cell
  return { text, row, column, across: across ?? 1, down: down ?? 1, align: align ?? null, drop: drop ?? 0 }
}

/** Words without their wraps and the spaces that only spread them. */
export function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The header words above each column, outermost first. */
export function columnPaths(table: SampleTable): string[][] {
  const cells = placedCells(table.header, table.columns.length)
  return table.columns.map((_, column) =>
    cells
      .filter((cell) => column >= cell.column && column < cell.column + cell.across && plain(cell.text) !== '')
      .map(({ text }) => plain(text)),
  )
}

/** The rows as words: a cell over several rows or columns counts as its first, the rest are blank. */
export function plainRows(table: SampleTable): string[][] {
  const rows = table.rows.map(() => table.columns.map(() => ''))
  for (const { text, row, column } of placedCells(table.rows, table.columns.length)) {
    const line = rows[row]
    if (line) line[column] = plain(text)
  }
  return rows
}
