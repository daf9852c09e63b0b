import type { Ruling } from './rulings.ts'
import { heightOf } from './runs.ts'
import { endsFigure } from './unruled-figures.ts'
import { isCaption, isData, isLoneTotal, type TextLine } from './unruled-lines.ts'
import { isAmount, isFigure, type Piece } from './unruled-pieces.ts'

/** Lines that are a table: indices of the first and of the one behind the last. */
export interface TableLines {
  readonly from: number
  readonly to: number
}

/** In heights of the characters: lines further apart are not of one table; nor is a line so far above its header. */
const APART = 7
const HEADER_APART = 2.6
const BELOW_CAPTION = 4
/** Levels of a header are not much higher, if at all, than rows: the first of them tell. */
const HEADER_ROW = 1.25
const FIRST_ROWS = 12
/** A header word is not longer, in characters; a cell that stands alone below the last row is short too. */
const LONGEST_HEADER_WORD = 22
const LONGEST_LAST_NAME = 16
/** Larger letters than those of a table are its title's. */
const TITLE_SIZE = 1.15

/** Finds the tables among lines of a page that stand below each other. */
export function findTableLines(lines: readonly TextLine[], rules: readonly Ruling[]): TableLines[] {
  return segmentsOf(lines).flatMap((segment) => {
    const rows = indices(segment).filter((index) => lines[index]?.kind === 'row')
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) return []
    const from = headerStart(lines, segment.from, first)
    const to = tableEnd(lines, last, segment.to, rules)
    return isTable(lines.slice(from, to), rules) ? [{ from, to }] : []
  })
}

function indices({ from, to }: TableLines): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** Runs of lines that may be of one table. */
function segmentsOf(lines: readonly TextLine[]): TableLines[] {
  const segments: { from: number; to: number }[] = []
  let open: { from: number; to: number } | null = null
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    if (line.kind === 'other' || crossesRows(line, index, lines)) {
      open = null
      return
    }
    const apart = above && isApart(line, above, lines.slice(open?.from ?? index, index))
    if (open && !apart) open.to = index + 1
    else {
      open = { from: index, to: index + 1 }
      segments.push(open)
    }
  })
  return segments
}

/** Whether a line is too far below another; blank rows may stand between it and a table whose amounts end where its own do. */
function isApart(line: TextLine, above: TextLine, table: readonly TextLine[]): boolean {
  const gap = (line.line.top - above.line.bottom) / heightOf(line.line)
  if (gap <= APART || isLoneTotal(line)) return false
  const amounts = line.pieces.filter(({ text }) => isAmount(text))
  const aligned = amounts.every(({ right }) =>
    table.some(({ pieces }) => pieces.some((other) => isAmount(other.text) && Math.abs(other.right - right) < 1)),
  )
  return amounts.length === 0 || !aligned || gap > 3 * APART
}

/** Rows around a line that tell whether it is prose between them. */
const AROUND = 3
const SHORTEST_PROSE = 14

/** A long line of one piece that goes on over the figures of the rows around it is no cell of theirs. */
function crossesRows({ pieces, kind }: TextLine, at: number, lines: readonly TextLine[]): boolean {
  const [only] = pieces
  if (kind !== 'single' || !only || only.text.length < SHORTEST_PROSE) return false
  const rows = lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((line) => line.kind === 'row')
  return rows.some((row) => {
    const over = row.pieces.filter((piece) => overlaps(piece, only))
    return over.length > 1 && over.some(({ text }) => isAmount(text))
  })
}

function overlaps(a: Piece, b: Piece): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
}

/** Goes up from the first row as long as lines read as header, or as names of its own. */
function headerStart(lines: readonly TextLine[], least: number, first: number): number {
  const pitch = pitchOf(lines.slice(first, first + FIRST_ROWS)) ?? 0
  let start = first
  while (start > least) {
    const [line, below] = [lines[start - 1], lines[start]]
    if (!line || !below) break
    // A title stands above the caption, a word over all columns below it.
    const [before] = lines.slice(Math.max(0, start - 2), start - 1)
    const captioned = before !== undefined && isCaption(before)
    const apart = Math.max((captioned ? BELOW_CAPTION : HEADER_APART) * heightOf(below.line), HEADER_ROW * pitch)
    if (!isAbove(line, below, apart)) break
    if (!captioned && isTitle(line.pieces, lines.slice(start, first + 1))) break
    start -= 1
  }
  return start
}

function isAbove({ line, pieces }: TextLine, below: TextLine, apart: number): boolean {
  const size = heightOf(below.line)
  if (below.line.top - line.bottom > apart || heightOf(line) > TITLE_SIZE * size) return false
  return pieces.every(({ text }) => text.length <= LONGEST_HEADER_WORD || isFigure(text))
}

/** A long line alone in the middle of what stands below it. */
function isTitle([only, ...others]: readonly Piece[], table: readonly TextLine[]): boolean {
  if (!only || others.length > 0) return false
  const left = Math.min(...table.map(({ line }) => line.left))
  const right = Math.max(...table.map(({ line }) => line.right))
  const middle = Math.abs(only.left + only.right - left - right) / 2
  return only.text.length > 6 && middle < 2 * heightOf(only)
}

/** Goes down from the last row over what is left of it and rows that print no figures. */
function tableEnd(lines: readonly TextLine[], last: number, most: number, rules: readonly Ruling[]): number {
  let end = last + 1
  const rows = lines.slice(0, end)
  while (end < most) {
    const [line, above] = [lines[end], lines[end - 1]]
    if (!line || !above || !isBelow(line, above, rows, rules)) break
    end += 1
  }
  return end
}

function isBelow(
  { line, pieces }: TextLine,
  above: TextLine,
  rows: readonly TextLine[],
  rules: readonly Ruling[],
): boolean {
  if (isLoneTotal({ line, pieces, kind: 'single' })) return true
  const near = rows.slice(-WRAPPED_LINES).flatMap((row) => row.pieces)
  if (pieces.every((piece) => near.some((begun) => endsFigure(piece, begun)))) return true
  const size = heightOf(above.line)
  const gap = line.top - above.line.bottom
  if (gap > HEADER_APART * size || heightOf(line) > TITLE_SIZE * size) return false
  if (pieces.some(({ text }) => text.length > LONGEST_LAST_NAME * (gap < size ? 2 : 1))) return false
  if (rules.some(({ at, from, to }) => at > line.top && at < line.bottom + 2 * size && to - from > 20 * size))
    return true
  // Nothing tells a row of a name alone from the heading of what follows but where it stands.
  const pitch = pitchOf(rows) ?? 2 * size
  return line.baseline - above.line.baseline <= NEXT_ROW * pitch && pieces.every((piece) => isAmongNames(piece, rows))
}

/** A wrapped figure begins so few lines above where it ends. */
const WRAPPED_LINES = 3

/** Share of the distance of rows within which the next one follows. */
const NEXT_ROW = 1.12

/** Whether a piece stands in a column of words or codes, or begins where one does. */
function isAmongNames(piece: Piece, rows: readonly TextLine[]): boolean {
  const others = rows.flatMap((row) => row.pieces.filter((other) => overlaps(other, piece)))
  const left = Math.min(...others.map((other) => other.left))
  return others.length > 0 && piece.left >= left - 1.5 && others.every(({ text }) => !isAmount(text))
}

/** The least distance of rows that follow each other. */
function pitchOf(rows: readonly TextLine[]): number | null {
  const heights = rows
    .filter(({ pieces }) => pieces.some(({ text }) => isAmount(text)))
    .map(({ line }) => line.baseline)
  const steps = heights.slice(1).map((height, index) => height - (heights[index] ?? 0))
  return steps.length > 0 ? Math.min(...steps) : null
}

/** A table has rows of amounts below words or each other, or many rows of words alone, or lines that say it is one. */
function isTable(lines: readonly TextLine[], rules: readonly Ruling[]): boolean {
  const rows = lines.filter(({ kind }) => kind === 'row')
  const amounts = rows.filter(({ pieces }) => pieces.some(({ text }) => isAmount(text)))
  const several = lines.filter(({ pieces }) => pieces.length > 1)
  if (amounts.length > 1) return true
  if (amounts.length === 1) return several.length > 1
  const ruled = rulesWithin(lines, rules)
  return ruled > 1 || (rows.length > 2 && rows.some(isData)) || isBlankForm(several)
}

/** The header of a table that prints nothing: several lines, one of many words, all of them short. */
function isBlankForm(lines: readonly TextLine[]): boolean {
  const words = lines.flatMap(({ pieces }) => pieces)
  return (
    lines.length > 1 &&
    lines.some(({ pieces }) => pieces.length > 3) &&
    words.every(({ text }) => text.length <= LONGEST_HEADER_WORD && !FORM_FIELD.test(text))
  )
}

const FORM_FIELD = /[。；：:]/

/** How many level lines there are from right above to right below the lines. */
function rulesWithin(lines: readonly TextLine[], rules: readonly Ruling[]): number {
  const [first, last] = [lines[0]?.line, lines.at(-1)?.line]
  if (!first || !last) return 0
  const reach = 2 * heightOf(first)
  return rules.filter(({ at, from, to }) => {
    const wide = to - from > 0.8 * (first.right - first.left)
    return wide && at > first.top - reach && at < last.bottom + reach
  }).length
}
