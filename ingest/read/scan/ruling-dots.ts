import { type Ink, type InkRun, runsOfRow, transposed } from './ink.ts'
import type { Raster } from './raster.ts'
import { WHITE } from './raster.ts'

/** A straight line in the dots of a picture: `at` is its middle across, `from` and `to` its ends. */
export interface DotLine {
  readonly at: number
  readonly from: number
  readonly to: number
  /** The ink it consists of, by rows; of an upright line by columns. */
  readonly runs: readonly InkRun[]
}

export interface DotLines {
  readonly level: readonly DotLine[]
  readonly upright: readonly DotLine[]
}

/** All in inches. A hole in a line that is bridged at once, and the shortest stretch of ink that is looked at. */
const HOLE = 0.012
const STRETCH = 0.07
/** Pieces of a line may wander by so much from each other, and those of a broken line leave such a gap. */
const WANDER = 0.012
const BREAK = 0.06
/** A thicker line is a bar or a shaded field, a shorter one a stroke of a character. */
const THICKEST = 0.05
const SHORTEST = 0.15
/** A piece of a broken line is longer than the strokes of most letters. */
const PIECE = 0.25
/** A shorter line is one only where it runs from line to line, as those of a table do: else it is a stroke of a large letter. */
const ALONE = 0.5
/** How near to another line it then ends. */
const NEAR = 0.04
/** Of a line's length, the share that must be ink. */
const INKED = 0.85

/** A line as long as this is none of letters; a shorter one has little ink so near to both of its sides, as a share of its length. */
const UNMISTAKABLE = 1.5
const BESIDE = 0.02
const CROWDED = 0.3

/** The ruling lines of a picture whose lines run straight. */
export function rulingDots(ink: Ink, dpi: number): DotLines {
  const turned = transposed(ink)
  const all = {
    level: linesOf(ink, dpi).filter((line) => !isOfLetters(line, ink, dpi)),
    upright: linesOf(turned, dpi).filter((line) => !isOfLetters(line, turned, dpi)),
  }
  const isLong = ({ from, to }: DotLine) => to - from >= ALONE * dpi
  let found: DotLines = { level: all.level.filter(isLong), upright: all.upright.filter(isLong) }
  for (;;) {
    const kept = {
      level: all.level.filter((line) => isLong(line) || joins(line, found.upright, dpi)),
      upright: all.upright.filter((line) => isLong(line) || joins(line, found.level, dpi)),
    }
    const same = kept.level.length === found.level.length && kept.upright.length === found.upright.length
    found = kept
    if (same) return found
  }
}

/** Strokes of letters that stand in one row look like a line, but for the rest of the letters on both of its sides. */
function isOfLetters({ at, from, to, runs }: DotLine, ink: Ink, dpi: number): boolean {
  if (to - from >= UNMISTAKABLE * dpi) return false
  const thick = runs.reduce((sum, { left, right }) => sum + right - left, 0) / (to - from)
  const away = thick / 2 + BESIDE * dpi
  return [at - away, at + away].every((row) => inked(ink, Math.round(row), from, to) > CROWDED)
}

/** Share of a stretch of a row that is ink. */
function inked({ width, dots }: Ink, row: number, from: number, to: number): number {
  let count = 0
  for (let x = from; x < to; x += 1) count += dots[row * width + x] ?? 0
  return count / (to - from)
}

/** Whether a line ends at other lines across, at both of its ends. */
function joins({ at, from, to }: DotLine, others: readonly DotLine[], dpi: number): boolean {
  const near = NEAR * dpi
  return [from, to].every((end) =>
    others.some((other) => Math.abs(other.at - end) <= near && other.from - near <= at && at <= other.to + near),
  )
}

function linesOf(ink: Ink, dpi: number): DotLine[] {
  const chains = new Chains(HOLE * dpi, WANDER * dpi)
  const [hole, stretch] = [Math.round(HOLE * dpi), Math.round(STRETCH * dpi)]
  for (let row = 0; row < ink.height; row += 1) {
    for (const run of runsOfRow(ink, row, hole, stretch)) chains.add(run)
  }
  const pieces = chains.all().flatMap((runs) => lineOf(runs, dpi) ?? [])
  return mended(pieces, dpi)
}

/** Pieces of broken lines put together. */
function mended(pieces: readonly DotLine[], dpi: number): DotLine[] {
  const lines: DotLine[] = []
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const at = lines.findIndex(
      (line) =>
        Math.abs(line.at - piece.at) <= WANDER * dpi &&
        piece.from - line.to <= BREAK * dpi &&
        Math.min(line.to - line.from, piece.to - piece.from) >= PIECE * dpi,
    )
    const line = lines[at]
    if (line)
      lines[at] = { at: line.at, from: line.from, to: Math.max(line.to, piece.to), runs: [...line.runs, ...piece.runs] }
    else lines.push(piece)
  }
  return lines
}

/** The line that linked stretches make; null where they are too short, too thick or too full of holes. */
function lineOf(runs: readonly InkRun[], dpi: number): DotLine | null {
  const from = Math.min(...runs.map(({ left }) => left))
  const to = Math.max(...runs.map(({ right }) => right))
  if (to - from < SHORTEST * dpi) return null
  const covered = coveredLength(runs)
  const area = runs.reduce((sum, { left, right }) => sum + right - left, 0)
  if (covered < INKED * (to - from) || area / covered > Math.max(2, THICKEST * dpi)) return null
  const middle = runs.reduce((sum, { row, left, right }) => sum + (row + 0.5) * (right - left), 0) / area
  return { at: middle, from, to, runs }
}

function coveredLength(runs: readonly InkRun[]): number {
  let [covered, end] = [0, Number.NEGATIVE_INFINITY]
  for (const { left, right } of [...runs].sort((a, b) => a.left - b.left)) {
    covered += Math.max(0, right - Math.max(left, end))
    end = Math.max(end, right)
  }
  return covered
}

/** Stretches of ink linked to those of the rows before that they go on from. */
class Chains {
  readonly #gap: number
  readonly #wander: number
  readonly #runs: InkRun[] = []
  readonly #parent: number[] = []
  /** Index of the first stretch of a row that is still near. */
  #near = 0

  constructor(gap: number, wander: number) {
    this.#gap = gap
    this.#wander = Math.max(1, wander)
  }

  add(run: InkRun): void {
    const index = this.#runs.length
    this.#runs.push(run)
    this.#parent.push(index)
    while (run.row - (this.#runs[this.#near]?.row ?? run.row) > this.#wander) this.#near += 1
    for (let other = this.#near; other < index; other += 1) {
      const { left, right } = this.#runs[other] ?? run
      if (left <= run.right + this.#gap && run.left <= right + this.#gap) this.#link(other, index)
    }
  }

  all(): InkRun[][] {
    const groups = new Map<number, InkRun[]>()
    for (const [index, run] of this.#runs.entries()) {
      const root = this.#rootOf(index)
      const group = groups.get(root)
      if (group) group.push(run)
      else groups.set(root, [run])
    }
    return [...groups.values()]
  }

  #link(a: number, b: number): void {
    const [one, other] = [this.#rootOf(a), this.#rootOf(b)]
    this.#parent[Math.max(one, other)] = Math.min(one, other)
  }

  #rootOf(index: number): number {
    let root = index
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root
    this.#parent[index] = root
    return root
  }
}

/** Takes the lines out of a picture and its ink, with the paler dots along them. */
export function withoutLines(
  raster: Raster,
  ink: Ink,
  { level, upright }: DotLines,
): { readonly raster: Raster; readonly ink: Ink } {
  const { width, height } = raster
  const [grey, dots] = [raster.grey.slice(), ink.dots.slice()]
  const blank = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return
    grey[y * width + x] = WHITE
    dots[y * width + x] = 0
  }
  for (const { row, left, right } of level.flatMap(({ runs }) => runs)) {
    for (let x = left; x < right; x += 1) for (let y = row - 1; y <= row + 1; y += 1) blank(x, y)
  }
  for (const { row, left, right } of upright.flatMap(({ runs }) => runs)) {
    for (let y = left; y < right; y += 1) for (let x = row - 1; x <= row + 1; x += 1) blank(x, y)
  }
  return { raster: { width, height, grey }, ink: { width, height, dots } }
}
