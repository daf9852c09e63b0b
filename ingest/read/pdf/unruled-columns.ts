import { heightOf } from './runs.ts'
import { type Gutter, isAmount, isFigure, type Piece, partedAt } from './unruled-pieces.ts'

/** A column: how far its cells go, and whether most of them are numbers, or amounts. */
export interface TextColumn {
  readonly left: number
  readonly right: number
  readonly numeric: boolean
  readonly amounts: boolean
}

type Lines = readonly (readonly Piece[])[]

/** Points by which pieces must overlap to stand in one column. */
const OVERLAP = 1
/** Share of the narrower one by which words and numbers must overlap. */
const SAME_COLUMN = 0.5

/** The columns of lines, and the lines with their pieces parted where the columns of other lines part them. */
export function findColumns(lines: Lines): { readonly columns: TextColumn[]; readonly lines: Piece[][] } {
  const columns = columnsOf(lines)
  const gutters = guttersOf(columns)
  const parted = lines.map((line) => line.flatMap((piece) => partedAt(piece, gutters)))
  const same = parted.every((line, index) => line.length === lines[index]?.length)
  return { columns: same ? columns : columnsOf(parted), lines: parted }
}

/** The white strips between columns. */
export function guttersOf(columns: readonly TextColumn[]): Gutter[] {
  return columns.slice(1).flatMap((column, index): Gutter[] => {
    const left = columns[index]?.right ?? 0
    return column.left > left ? [[left, column.left]] : []
  })
}

function columnsOf(lines: Lines): TextColumn[] {
  const numbers = lines.flatMap((line, at) => line.filter(({ text }) => isFigure(text)).map((piece) => ({ piece, at })))
  const words = lines.flatMap((line) => line.filter((piece) => !isFigure(piece.text) && !goesOver(piece, lines)))
  const groups = [
    ...overlapping(numbers.map(({ piece }) => piece)).flatMap((group) => partedStack(group, lines)),
    ...overlapping(words),
  ].sort((a, b) => leftOf(a) - leftOf(b))
  return mergeIndented(mergeKinds(groups)).map((pieces) => ({
    left: leftOf(pieces),
    right: rightOf(pieces),
    numeric: isNumeric(pieces),
    amounts: pieces.filter(({ text }) => isAmount(text)).length * 2 > pieces.length,
  }))
}

function leftOf(pieces: readonly Piece[]): number {
  return pieces.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY)
}

function rightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY)
}

function isNumeric(pieces: readonly Piece[]): boolean {
  return pieces.filter(({ text }) => isFigure(text)).length * 2 > pieces.length
}

function shared(a: Pick<Piece, 'left' | 'right'>, b: Pick<Piece, 'left' | 'right'>): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left)
}

/** Whether a piece stands over several cells of other lines: a total's name, a name that has no code before it. */
function goesOver(piece: Piece, lines: Lines): boolean {
  let [several, single] = [0, 0]
  for (const line of lines) {
    let count = 0
    for (const other of line) if (other !== piece && shared(piece, other) > OVERLAP) count += 1
    if (count > 1) several += 1
    else if (count === 1) single += 1
  }
  return several > 0 && several * 2 >= single
}

/** Pieces grouped by whether they stand above each other, directly or through others. */
function overlapping(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const open = groups.at(-1)
    if (open && piece.left < right - OVERLAP) open.push(piece)
    else groups.push([piece])
    right = Math.max(groups.at(-1) === open ? right : Number.NEGATIVE_INFINITY, piece.right)
  }
  return groups
}

/** Figures of two columns where one is so long that it reaches into the other: their right edges tell them apart. */
function partedStack(group: readonly Piece[], lines: Lines): Piece[][] {
  const held = new Set(group)
  if (!lines.some((line) => line.filter((piece) => held.has(piece)).length > 1)) return [[...group]]
  const parts: Piece[][] = []
  for (const piece of [...group].sort((a, b) => a.right - b.right)) {
    const last = parts.at(-1)?.at(-1)
    if (last && piece.right - last.right <= 0.6 * heightOf(piece)) parts.at(-1)?.push(piece)
    else parts.push([piece])
  }
  return parts
}

/** Words in a column of figures ("无", "—"), and figures in one of words. */
function mergeKinds(groups: readonly (readonly Piece[])[]): Piece[][] {
  const merged: Piece[][] = []
  for (const group of groups) {
    const last = merged.at(-1)
    const [a, b] = [last && extentOf(last), extentOf(group)]
    const narrower = a ? Math.min(a.right - a.left, b.right - b.left) : 0
    if (last && a && shared(a, b) > SAME_COLUMN * narrower) last.push(...group)
    else merged.push([...group])
  }
  return merged
}

function extentOf(pieces: readonly Piece[]): Pick<Piece, 'left' | 'right'> {
  return { left: leftOf(pieces), right: rightOf(pieces) }
}

/** Neighbouring columns of words that no row fills both of are one: names are indented, totals centred. */
function mergeIndented(groups: readonly Piece[][]): Piece[][] {
  const merged: Piece[][] = []
  for (const group of groups) {
    const last = merged.at(-1)
    if (last && !isNumeric(last) && !isNumeric(group) && !standBeside(last, group)) last.push(...group)
    else merged.push([...group])
  }
  return merged
}

/** Rows are at least so many heights apart. */
const SAME_ROW = 0.9

function standBeside(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.some((piece) =>
    b.some(
      (other) => Math.abs(piece.baseline - other.baseline) < SAME_ROW * Math.min(heightOf(piece), heightOf(other)),
    ),
  )
}

/** The column that a piece stands in: the one it shares most with, else the nearest. */
export function columnAt(piece: Pick<Piece, 'left' | 'right'>, columns: readonly TextColumn[]): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY]
  columns.forEach((column, index) => {
    const overlap = shared(piece, column)
    if (overlap > most) [best, most] = [index, overlap]
  })
  return best
}
