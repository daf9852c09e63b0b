import { joinCellLines, type MergedCell } from '../raw-row.ts'
import { type Box, unitedBox } from './drawing.ts'
import type { RuledCell, RuledGrid } from './grid.ts'
import { findLines, lineText, type PrintedLine } from './printed-line.ts'
import { heightOf, type Run } from './runs.ts'
import { splitRun } from './split-runs.ts'

/** A cell with what is printed in it; `box` holds the print, not the frame. */
export interface PrintedCell extends MergedCell {
  readonly row: number
  readonly box: Box
}

/** A table of one page: its filled cells row by row, and the edges of its columns. */
export interface PageTable extends Box {
  readonly rows: readonly (readonly PrintedCell[])[]
  readonly xs: readonly number[]
}

/** Reads what is printed in a grid; null where that is nothing. Rows in which nothing is printed are left out. */
export function readRuledTable(grid: RuledGrid, runs: readonly Run[]): PageTable | null {
  const printed = new Map<RuledCell, Run[]>()
  for (const run of runs) {
    for (const { cell, run: part } of splitRun(run, grid)) {
      const held = printed.get(cell)
      if (held) held.push(part)
      else printed.set(cell, [part])
    }
  }
  const filled = [...printed].map(([cell, held]): FilledCell => ({ cell, lines: findLines(held) }))
  if (filled.length === 0) return null
  const rows = bandsOf(filled, grid.ys.length - 1).flatMap((band) => splitBand(band))
  return { ...boxOf(grid), xs: grid.xs, rows: numbered(rows) }
}

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom }
}

interface FilledCell {
  readonly cell: RuledCell
  readonly lines: readonly PrintedLine[]
}

/** The filled cells that begin in each row of the grid, left to right. */
function bandsOf(filled: readonly FilledCell[], height: number): FilledCell[][] {
  const bands = Array.from({ length: height }, (): FilledCell[] => [])
  for (const entry of filled) bands[entry.cell.row]?.push(entry)
  return bands.map((band) => band.sort((a, b) => a.cell.column - b.cell.column))
}

/** A row before it has a number: spans still count the rows of the grid. */
interface SplitRow {
  /** Row of the grid; several rows printed in one have the same. */
  readonly band: number
  readonly cells: readonly FilledCell[]
}

/** Rows without a line between them: a row begins at each line on which figures stand below figures. */
function splitBand(band: readonly FilledCell[]): SplitRow[] {
  const [first] = band
  if (!first) return []
  const whole: SplitRow = { band: first.cell.row, cells: band }
  const starts = rowBaselines(band)
  if (starts.length < 2) return [whole]
  const pitch = Math.min(...starts.slice(1).map((start, index) => start - (starts[index] ?? 0)))
  const lines = band.flatMap(({ lines: held }) => held)
  for (const { baseline } of lines) {
    if (starts.every((start) => Math.abs(start - baseline) > OWN_ROW * pitch)) starts.push(baseline)
  }
  starts.sort((a, b) => a - b)
  return starts.map((_, index) => ({
    band: whole.band,
    cells: band.flatMap(({ cell, lines: held }) => {
      const own = held.filter(({ baseline }) => nearest(starts, baseline) === index)
      return own.length > 0 ? [{ cell: { ...cell, rows: 1 }, lines: own }] : []
    }),
  }))
}

/** A line further from every row than this share of the rows' distance is a row of its own. */
const OWN_ROW = 0.75
const AMOUNT = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+[%％]?|[%％])$/

/** Baselines of the figures of the cell that stacks most of them; fewer than two where the band is one row. */
function rowBaselines(band: readonly FilledCell[]): number[] {
  const stacked = band
    .filter(
      ({ cell, lines }) => cell.rows === 1 && lines.length > 1 && lines.every((line) => AMOUNT.test(lineText(line))),
    )
    .sort((a, b) => b.lines.length - a.lines.length)[0]
  if (!stacked) return []
  const baselines = stacked.lines.map(({ baseline }) => baseline)
  const height = heightOf(stacked.lines[0] ?? stacked.cell)
  for (const { cell, lines } of band) {
    for (const line of cell.rows === 1 ? lines : []) {
      const apart = baselines.every((baseline) => Math.abs(baseline - line.baseline) > height / 2)
      if (apart && AMOUNT.test(lineText(line))) baselines.push(line.baseline)
    }
  }
  return baselines.sort((a, b) => a - b)
}

function nearest(places: readonly number[], at: number): number {
  return places.reduce(
    (best, place, index) => (Math.abs(place - at) < Math.abs((places[best] ?? 0) - at) ? index : best),
    0,
  )
}

/** Cells numbered by the rows that print something; spans count those only. */
function numbered(rows: readonly SplitRow[]): PrintedCell[][] {
  return rows.map(({ cells }, row) =>
    cells.map(({ cell, lines }) => {
      const behind = cell.row + cell.rows
      const covered = cell.rows === 1 ? 1 : rows.slice(row).filter(({ band }) => band < behind).length
      return {
        row,
        column: cell.column,
        rows: Math.max(1, covered),
        columns: cell.columns,
        text: cellText(lines),
        box: unitedBox(lines),
      }
    }),
  )
}

/** Lines of a cell are one text wrapped by its width; figures below each other stay apart. */
export function cellText(lines: readonly Pick<PrintedLine, 'runs'>[]): string {
  return joinCellLines(lines.map((line) => lineText(line)))
}
