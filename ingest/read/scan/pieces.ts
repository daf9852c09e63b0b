import type { Mark } from './marks.ts'
import type { DotBox } from './raster.ts'

/** A part of a printed line that is read in one go. */
export interface Piece extends DotBox {
  readonly marks: readonly Mark[]
}

/** In heights of a character: a blank this wide parts the pieces of a line, and a narrower one columns that do not stand level. */
const APART = 1.3
const COLUMNS = 0.6
/** Bands of less than this height are parts of characters (二, —), as far as they make no band of more than that with another. */
const PART = 0.45
const WHOLE = 1.25
/** A piece of more than this height has more lines than one: those of columns that do not stand level. */
const LINES = 1.7

/**
 * The pieces of text that marks make, from top to bottom and left to right: lines parted by level blanks, pieces by upright
 * ones. `em` is about the height of a character.
 */
export function findPieces(marks: readonly Mark[], em: number): Piece[] {
  return bandsOf(marks, em).flatMap((band) => {
    const high = heightOf(band) > LINES * em
    return columnsOf(band, (high ? COLUMNS : APART) * em).flatMap((piece) => {
      const deeper = heightOf(piece) > LINES * em && piece.marks.length < marks.length
      return deeper ? findPieces(piece.marks, em) : [piece]
    })
  })
}

/** About the height of a character on a page, from the heights of its lines; 0 where nothing on it looks like a line. */
export function characterHeight(marks: readonly Mark[], dpi: number): number {
  const sides = marks
    .map(({ left, top, right, bottom }) => Math.max(right - left, bottom - top))
    .filter((side) => side >= LEAST * dpi && side <= MOST * dpi)
    .sort((a, b) => a - b)
  // Most marks of Chinese text are parts of characters; its whole ones are among the larger.
  return sides[Math.floor(sides.length * LARGER)] ?? 0
}

/** In inches: print of five to forty points. */
const LEAST = 0.05
const MOST = 0.5
const LARGER = 0.7

export function heightOf({ top, bottom }: DotBox): number {
  return bottom - top
}

/** Marks parted by level blanks. */
function bandsOf(marks: readonly Mark[], em: number): Piece[] {
  const bands: Piece[] = []
  for (const band of parted(
    marks,
    (mark) => mark.top,
    (mark) => mark.bottom,
    0,
  )) {
    const last = bands.at(-1)
    const joined = last && pieceOf([...last.marks, ...band])
    const own = pieceOf(band)
    const isPart = last && Math.min(heightOf(last), heightOf(own)) < PART * em
    if (joined && isPart && heightOf(joined) <= WHOLE * em) bands[bands.length - 1] = joined
    else bands.push(own)
  }
  return bands
}

/** Marks parted by upright blanks of more than so many dots. */
function columnsOf({ marks }: Piece, blank: number): Piece[] {
  return parted(
    marks,
    (mark) => mark.left,
    (mark) => mark.right,
    blank,
  ).map(pieceOf)
}

function parted(
  marks: readonly Mark[],
  from: (mark: Mark) => number,
  to: (mark: Mark) => number,
  blank: number,
): Mark[][] {
  const groups: Mark[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const mark of [...marks].sort((a, b) => from(a) - from(b))) {
    const open = groups.at(-1)
    if (open && from(mark) <= end + blank) open.push(mark)
    else groups.push([mark])
    end = Math.max(end, to(mark))
  }
  return groups
}

function pieceOf(marks: readonly Mark[]): Piece {
  return {
    left: Math.min(...marks.map(({ left }) => left)),
    top: Math.min(...marks.map(({ top }) => top)),
    right: Math.max(...marks.map(({ right }) => right)),
    bottom: Math.max(...marks.map(({ bottom }) => bottom)),
    marks,
  }
}
