import type { Box } from './drawing.ts'
import type { Frame, Ruling } from './rulings.ts'

/** A cell as the ruling lines draw it: where it begins in the grid, and over how many rows and columns it goes. */
export interface RuledCell extends Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A frame as rows and columns, merged cells known. */
export interface RuledGrid extends Box {
  /** Edges of the columns from left to right, one more than there are columns; likewise of the rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly RuledCell[]
  /** The cell that a point lies in; null outside. */
  readonly cellAt: (x: number, y: number) => RuledCell | null
}

/** Edges nearer than this, in points, are one: no character fits between them. */
const NARROWEST = 3.5
/** More than any printed table has on a page. */
const MOST_EDGES = 400
/** Share of a cell's side that a line must run along to part it from its neighbour. */
const PARTED = 0.5

/** The grid that a frame draws; null where it holds a single cell, or more than a printed page can. */
export function readGrid({ upright, level }: Frame): RuledGrid | null {
  const xs = edges([...upright.map(({ at }) => at), ...ends(level)])
  const ys = edges([...level.map(({ at }) => at), ...ends(upright)])
  const [width, height] = [xs.length - 1, ys.length - 1]
  if (width < 1 || height < 1 || width * height < 2 || xs.length > MOST_EDGES || ys.length > MOST_EDGES) return null
  const parts = uniteOpenCells(xs, ys, upright, level)
  const cells = new Map<number, RuledCell>()
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const root = parts[row * width + column] ?? 0
      cells.set(root, grown(cells.get(root), row, column, xs, ys))
    }
  }
  if (cells.size < 2) return null
  const cellAt = (x: number, y: number) => {
    const [column, row] = [intervalOf(xs, x), intervalOf(ys, y)]
    return column < 0 || row < 0 ? null : (cells.get(parts[row * width + column] ?? 0) ?? null)
  }
  const [left = 0, top = 0] = [xs[0], ys[0]]
  return { left, top, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0, xs, ys, cells: [...cells.values()], cellAt }
}

/** Where lines end beyond all lines across, the table goes on without a frame. */
function ends(rulings: readonly Ruling[]): number[] {
  return [Math.min(...rulings.map(({ from }) => from)), Math.max(...rulings.map(({ to }) => to))]
}

function edges(places: readonly number[]): number[] {
  const sorted: number[] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = sorted.at(-1)
    if (last === undefined || place - last > NARROWEST) sorted.push(place)
  }
  return sorted
}

/** For each field of the grid the first field of the cell it belongs to: fields without a line between them are one cell. */
function uniteOpenCells(
  xs: readonly number[],
  ys: readonly number[],
  upright: readonly Ruling[],
  level: readonly Ruling[],
): Int32Array {
  const [width, height] = [xs.length - 1, ys.length - 1]
  const parts = Int32Array.from({ length: width * height }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parts[root] !== root) root = parts[root] ?? root
    return root
  }
  const unite = (a: number, b: number) => {
    const [one, other] = [rootOf(a), rootOf(b)]
    parts[Math.max(one, other)] = Math.min(one, other)
  }
  const uprights = byEdge(upright, xs)
  const levels = byEdge(level, ys)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const field = row * width + column
      if (column > 0 && !covers(uprights[column], ys[row], ys[row + 1])) unite(field, field - 1)
      if (row > 0 && !covers(levels[row], xs[column], xs[column + 1])) unite(field, field - width)
    }
  }
  return parts.map((_, index) => rootOf(index))
}

function byEdge(rulings: readonly Ruling[], places: readonly number[]): Ruling[][] {
  const found = places.map((): Ruling[] => [])
  for (const ruling of rulings) {
    const index = places.findLastIndex((place) => place <= ruling.at + 0.01)
    found[index]?.push(ruling)
  }
  return found
}

function covers(rulings: readonly Ruling[] = [], from = 0, to = 0): boolean {
  const covered = rulings.reduce(
    (sum, ruling) => sum + Math.max(0, Math.min(to, ruling.to) - Math.max(from, ruling.from)),
    0,
  )
  return covered >= PARTED * (to - from)
}

function grown(
  cell: RuledCell | undefined,
  row: number,
  column: number,
  xs: readonly number[],
  ys: readonly number[],
): RuledCell {
  const [first, top] = [Math.min(cell?.column ?? column, column), Math.min(cell?.row ?? row, row)]
  const last = Math.max(cell ? cell.column + cell.columns - 1 : column, column)
  const low = Math.max(cell ? cell.row + cell.rows - 1 : row, row)
  return {
    row: top,
    column: first,
    rows: low - top + 1,
    columns: last - first + 1,
    left: xs[first] ?? 0,
    right: xs[last + 1] ?? 0,
    top: ys[top] ?? 0,
    bottom: ys[low + 1] ?? 0,
  }
}

/** Index of the interval between two edges that a place lies in; -1 outside. */
function intervalOf(places: readonly number[], at: number): number {
  if (at < (places[0] ?? 0) - REACH || at > (places.at(-1) ?? 0) + REACH) return -1
  const index = places.findLastIndex((place) => place <= at)
  return Math.min(Math.max(0, index), places.length - 2)
}

/** So far, in points, what is printed may stand over the edge of a frame. */
const REACH = 2
