import type { Place } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'
import { joinCellLines, type MergedCell } from '../raw-row.ts'
import { type Flow, type FlowCell, type FlowLine, type FlowPicture, type FlowTable, lineText } from './flow.ts'
import { isLayoutTable, isTabular } from './layout-table.ts'

/** A data table as rows of its filled cells; rows that say nothing, and columns that no cell begins in, are left out. */
export interface FlowGrid {
  readonly rows: readonly (readonly PlacedCell[])[]
  readonly width: number
  /** Tables and pictures that stand inside its cells. */
  readonly inside: readonly (FlowTable | FlowPicture)[]
}

export interface PlacedCell extends MergedCell {
  readonly place: Place
}

/** More fields than any printed table has, blank ones counted. */
const MOST_FIELDS = 500_000

/** Reads a data table. Throws Problem "file-too-large" where it spreads over too many fields. */
export function flowGrid({ cells }: FlowTable, file: string): FlowGrid {
  const inside: (FlowTable | FlowPicture)[] = []
  const columns = ordered(cells.map(({ column }) => column))
  const filled = cells.flatMap((cell): FilledCell[] => {
    const lines = linesInside(cell.content, inside)
    return lines.length > 0 ? [{ ...cell, lines }] : []
  })
  const bands = ordered(filled.map(({ row }) => row))
  const width = 1 + filled.reduce((last, { column }) => Math.max(last, indexIn(columns, column)), 0)
  if (bands.length * width > MOST_FIELDS)
    throw new Problem('file-too-large', `${file} has a table of ${bands.length} rows and ${width} columns.`)
  const rows = bands.map((): PlacedCell[] => [])
  for (const cell of filled) {
    const [row, column] = [indexIn(bands, cell.row), indexIn(columns, cell.column)]
    rows[row]?.push({
      column,
      rows: Math.max(1, indexIn(bands, cell.row + cell.rows) - row),
      columns: Math.max(1, Math.min(width, indexIn(columns, cell.column + cell.columns)) - column),
      text: joinCellLines(cell.lines.map(lineText)),
      place: placeOf(cell),
    })
  }
  return { rows, width, inside }
}

interface FilledCell extends FlowCell {
  readonly lines: readonly FlowLine[]
}

/** Where a cell's text begins. */
function placeOf({ lines }: FilledCell): Place {
  const place = lines[0]?.pieces[0]?.place
  if (!place) throw new RangeError('A line without pieces')
  return place
}

/** The lines of a cell; tables that only arrange them are undone, others are put `apart`, as are pictures. */
function linesInside(content: readonly Flow[], apart: (FlowTable | FlowPicture)[]): FlowLine[] {
  return content.flatMap((item): FlowLine[] => {
    if (item.kind === 'line') return [item]
    if (item.kind === 'table' && (isLayoutTable(item) || !isTabular(item)))
      return item.cells.flatMap((cell) => linesInside(cell.content, apart))
    apart.push(item)
    return []
  })
}

function ordered(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** How many of the ordered numbers are smaller. */
function indexIn(numbers: readonly number[], number: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? 0) < number) from = middle + 1
    else to = middle
  }
  return from
}
