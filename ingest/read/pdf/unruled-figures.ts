import { unitedBox } from './drawing.ts'
import { heightOf } from './runs.ts'
import type { Piece } from './unruled-pieces.ts'

/** In heights of the characters: the lines of one cell are no further apart. */
const LEADING = 1.6
/** Points by which the two parts of a figure must stand above each other. */
const OVERLAP = 1

/** A figure that a narrow cell cut behind its point, or behind its first decimal, and what it cut off. */
const CUT_AT_POINT = /^-?\d[\d,]*\.$/
const CUT_BEHIND = /^-?\d[\d,]*\.\d$/
const REST = /^\d{1,2}$/
const COMPLETE = /\d\.\d{2}$/

/** Whether a piece prints the decimals that the cell above it had no room for. */
export function endsFigure(rest: Piece, begun: Piece): boolean {
  const step = rest.baseline - begun.baseline
  const below = step > heightOf(begun) / 2 && step <= LEADING * heightOf(begun)
  const above = Math.min(rest.right, begun.right) - Math.max(rest.left, begun.left) > OVERLAP
  return below && above && isCut(begun.text) && REST.test(rest.text) && COMPLETE.test(begun.text + rest.text)
}

function isCut(text: string): boolean {
  return CUT_AT_POINT.test(text) || CUT_BEHIND.test(text)
}

/**
 * Pieces with the figures whole that narrow cells print on two lines, each half-way between them. A first decimal may be
 * all that a figure has: where one does not end at its point, the rest must stand on a line with nothing but such rests.
 */
export function withWholeFigures<P extends Piece>(pieces: readonly P[]): P[] {
  const pairs = pieces.flatMap((rest) => {
    if (!REST.test(rest.text)) return []
    const begun = pieces.find((piece) => endsFigure(rest, piece))
    return begun ? [{ begun, rest }] : []
  })
  if (pairs.length === 0) return [...pieces]
  const rests = new Set(pairs.map(({ rest }) => rest))
  const sure = pairs.filter(({ begun, rest }) => CUT_AT_POINT.test(begun.text) || isAlone(rest, pieces, rests))
  const taken = new Map(sure.map((pair) => [pair.begun, pair.rest]))
  const gone = new Set(sure.map(({ rest }) => rest))
  return pieces.flatMap((piece) => {
    const rest = taken.get(piece)
    if (gone.has(piece)) return []
    return rest ? [joined(piece, rest)] : [piece]
  })
}

/** Whether a line prints no figures but the rests of others, and none of them is where a row's own figures are. */
function isAlone<P extends Piece>(rest: P, pieces: readonly P[], rests: ReadonlySet<P>): boolean {
  const level = pieces.filter((piece) => Math.abs(piece.baseline - rest.baseline) < heightOf(rest) / 3)
  const between = pieces.some(
    (piece) =>
      COMPLETE.test(piece.text) &&
      rest.baseline - piece.baseline > 0 &&
      rest.baseline - piece.baseline < heightOf(rest),
  )
  return between && level.every((piece) => rests.has(piece) || !/\d/.test(piece.text))
}

function joined<P extends Piece>(begun: P, rest: P): P {
  return {
    ...begun,
    ...unitedBox([begun, rest]),
    text: begun.text + rest.text,
    baseline: (begun.baseline + rest.baseline) / 2,
    runs: [...begun.runs, ...rest.runs],
  }
}
