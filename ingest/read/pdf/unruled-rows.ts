import type { Ruling } from './rulings.ts'
import { heightOf } from './runs.ts'
import type { TextColumn } from './unruled-columns.ts'
import { startsRow } from './unruled-lines.ts'
import { isAmount, isFigure, type Piece } from './unruled-pieces.ts'

/** A piece of the body with the index of its column. */
export interface PlacedPiece extends Piece {
  readonly column: number
}

/** In heights: baselines of one line; lines of one wrapped cell; a line ends this near to its column's edge where it was cut. */
const SAME_LINE = 0.45
const LEADING = 1.55
/** The middle of a cell is so near to its row's figures. */
const AROUND = 0.2
/** Lines so near are of one cell, though the upper one was cut before the edge. */
const CLOSE = 1.3
const FULL = 1.3
/** Share of the rows' distance within which a piece is of a row; less for one that reads as the beginning of a row. */
const NEAR = 0.7
const NEAR_START = 0.45
/** Nearer lines than this share of the rows' distance cannot be rows of their own. */
const WITHIN_ROW = 0.78

/**
 * Puts the pieces of a body into rows, top to bottom. Figures make a row; a name of one line or several belongs to the
 * row whose figures are level with any of its lines, or else nearest to its middle. `rules` are the level lines
 * between rows or parts of them: where they part all rows, they alone tell.
 */
export function findRows(
  pieces: readonly PlacedPiece[],
  columns: readonly TextColumn[],
  rules: readonly Ruling[],
): PlacedPiece[][] {
  const size = medianHeight(pieces)
  const grid = rowGrid(pieces, columns, size)
  const bands = bandsOf(pieces, rules)
  if (bands.length > 2 && bands.every((band) => !stacksFigures(band))) return bands
  const rows = grid.anchors.map((at): OpenRow => ({ at, pieces: [] }))
  const loose: PlacedPiece[][] = []
  for (const column of columns.keys()) {
    const own = pieces.filter((piece) => piece.column === column)
    for (const piece of own) if (isFigure(piece.text)) nearestRow(rows, piece.baseline)?.pieces.push(piece)
    const words = own.filter(({ text }) => !isFigure(text))
    loose.push(...settle(cellsOf(words, columns[column], grid), rows, grid))
  }
  return [...rows, ...ownRows(loose, grid)]
    .filter((row) => row.pieces.length > 0)
    .sort((a, b) => a.at - b.at)
    .map((row) => row.pieces)
}

interface OpenRow {
  readonly at: number
  readonly pieces: PlacedPiece[]
}

/** Where the rows are that print figures, and how far rows are apart. */
interface RowGrid {
  readonly anchors: readonly number[]
  readonly pitch: number
  readonly size: number
}

export function medianHeight(pieces: readonly Piece[]): number {
  const heights = pieces.map(heightOf).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 10
}

/** Amounts make rows; so do codes and counts that are no amount's. Without any figure, lines of several cells do. */
function rowGrid(pieces: readonly PlacedPiece[], columns: readonly TextColumn[], size: number): RowGrid {
  const figures = pieces.filter(({ text, column }) => isFigure(text) && columns[column]?.numeric)
  const amounts = levels(
    figures.filter(({ text }) => isAmount(text)),
    size,
  )
  const anchors = amounts.length > 0 ? amounts : levels(figures, size)
  if (anchors.length === 0) anchors.push(...sharedLevels(pieces, size))
  for (const column of columns.keys()) {
    const codes = levels(
      figures.filter((piece) => piece.column === column && !isAmount(piece.text)),
      size,
    )
    anchors.push(...withoutAmounts(codes, anchors, pitchOf(anchors, size)))
  }
  anchors.sort((a, b) => a - b)
  return { anchors, pitch: pitchOf(anchors, size), size }
}

/** The codes of a column that are in no row of amounts: each row has the nearest one. */
function withoutAmounts(codes: readonly number[], anchors: readonly number[], pitch: number): number[] {
  const near = (places: readonly number[], at: number) =>
    places.reduce(
      (best, place) => (Math.abs(place - at) < Math.abs(best - at) ? place : best),
      Number.POSITIVE_INFINITY,
    )
  return codes.filter((code) => {
    const anchor = near(anchors, code)
    return Math.abs(anchor - code) > pitch / 2 || near(codes, anchor) !== code
  })
}

/** Distinct heights of baselines. */
function levels(pieces: readonly Piece[], size: number): number[] {
  const found: number[] = []
  for (const at of pieces.map(({ baseline }) => baseline).sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last === undefined || at - last > SAME_LINE * size) found.push(at)
  }
  return found
}

function sharedLevels(pieces: readonly PlacedPiece[], size: number): number[] {
  const widest = levels(pieces, size)
  return widest.filter((at) => pieces.filter(({ baseline }) => Math.abs(baseline - at) <= SAME_LINE * size).length > 1)
}

/** A distance that few rows fall below: names of several lines and rows without figures stand between others. */
function pitchOf(anchors: readonly number[], size: number): number {
  const sorted = [...anchors].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((at, index) => at - (sorted[index] ?? 0))
  steps.sort((a, b) => a - b)
  return Math.max(size, steps[steps.length >> 2] ?? LEADING * size)
}

/** The pieces between level lines, from the top downwards; what goes on over several bands is in its first. */
function bandsOf(pieces: readonly PlacedPiece[], rules: readonly Ruling[]): PlacedPiece[][] {
  const bands: PlacedPiece[][] = Array.from({ length: rules.length + 1 }, () => [])
  for (const piece of pieces) {
    const [x, y] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2]
    bands[rules.findLastIndex(({ at, from, to }) => at < y && from < x && to > x) + 1]?.push(piece)
  }
  return bands.filter((band) => band.length > 0)
}

function stacksFigures(band: readonly PlacedPiece[]): boolean {
  const figures = band.filter(({ text }) => isFigure(text))
  return new Set(figures.map(({ column }) => column)).size < figures.length
}

/** The cells of a column of words: lines that one cell wrapped. */
function cellsOf(words: readonly PlacedPiece[], column: TextColumn | undefined, grid: RowGrid): PlacedPiece[][] {
  const cells: PlacedPiece[][] = []
  for (const piece of [...words].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const open = cells.at(-1)
    if (open && goesOn(open, piece, column, grid)) open.push(piece)
    else cells.push([piece])
  }
  return cells
}

function goesOn(
  cell: readonly PlacedPiece[],
  piece: PlacedPiece,
  column: TextColumn | undefined,
  { anchors, pitch, size }: RowGrid,
): boolean {
  const last = cell.at(-1) ?? piece
  const step = piece.baseline - last.baseline
  if (step <= SAME_LINE * size) return true
  if (startsRow(piece.text)) return false
  const own = anchors.find((at) => Math.abs(at - piece.baseline) <= SAME_LINE * size)
  const taken = anchors.some(
    (at) => at !== own && cell.some((line) => Math.abs(at - line.baseline) <= SAME_LINE * size),
  )
  // Lines that stand around a row's figures, as many above as below, are all of its name.
  if (cell.length > 1 && anchors.some((at) => Math.abs(at - middleOf(cell)) <= AROUND * size)) return false
  if (own !== undefined && taken) return false
  const within = step <= WITHIN_ROW * pitch
  const full = last.right >= (column?.right ?? 0) - FULL * size
  return full ? within || step <= LEADING * size : within && step <= CLOSE * size
}

/** Gives each cell to its row; what belongs to none is returned. */
function settle(cells: readonly PlacedPiece[][], rows: readonly OpenRow[], grid: RowGrid): PlacedPiece[][] {
  const taken = new Set<OpenRow>()
  const rest = cells.filter((cell) => {
    const row = levelRow(cell, rows, grid)
    if (!row) return true
    taken.add(row)
    row.pieces.push(...cell)
    return false
  })
  return rest.filter((cell) => {
    const middle = middleOf(cell)
    const near = (startsRow(cell[0]?.text ?? '') ? NEAR_START : NEAR) * grid.pitch
    const free = rows.filter((row) => !taken.has(row))
    const row = nearestRow(free, middle)
    if (!row || Math.abs(row.at - middle) > near) return true
    taken.add(row)
    row.pieces.push(...cell)
    return false
  })
}

/** The row whose figures stand on one of the lines of a cell; the one nearest to its middle. */
function levelRow(cell: readonly PlacedPiece[], rows: readonly OpenRow[], { size }: RowGrid): OpenRow | null {
  const level = rows.filter(({ at }) => cell.some(({ baseline }) => Math.abs(baseline - at) <= SAME_LINE * size))
  return nearestRow(level, middleOf(cell))
}

function middleOf(cell: readonly PlacedPiece[]): number {
  return ((cell[0]?.baseline ?? 0) + (cell.at(-1)?.baseline ?? 0)) / 2
}

function nearestRow(rows: readonly OpenRow[], at: number): OpenRow | null {
  return rows.reduce<OpenRow | null>(
    (best, row) => (best && Math.abs(best.at - at) <= Math.abs(row.at - at) ? best : row),
    null,
  )
}

/** Rows without figures: cells of several columns at one height are one row. */
function ownRows(cells: readonly PlacedPiece[][], { pitch }: RowGrid): OpenRow[] {
  const rows: OpenRow[] = []
  for (const cell of cells) {
    const at = middleOf(cell)
    const row = nearestRow(rows, at)
    const column = cell[0]?.column
    const beside = row && Math.abs(row.at - at) <= pitch / 2 && row.pieces.every((piece) => piece.column !== column)
    if (row && beside) row.pieces.push(...cell)
    else rows.push({ at, pieces: [...cell] })
  }
  return rows
}
