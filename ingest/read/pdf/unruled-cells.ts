import { heightOf, type Run } from './runs.ts'
import { isFigure, type Piece, pieceOf } from './unruled-pieces.ts'

type Lines = readonly (readonly Piece[])[]

/** In heights of the characters: a smaller gap is none between cells; a code and its name stand no further apart. */
const LEAST_GAP = 0.35
const BESIDE_CODE = 0.8
/** Points by which cells of one column begin apart; how many lines must begin one there. */
const SAME_EDGE = 0.7
const LEAST_LINES = 3

/**
 * Lines with their pieces parted where one goes on over the edge at which cells of other lines begin: a cell that its
 * words fill leaves next to no gap before the next.
 */
export function partedAtEdges(lines: Lines): Piece[][] {
  const edges = lines.flatMap((line) => line.map(({ left }) => left)).sort((a, b) => a - b)
  const isEdge = (at: number) => edges.filter((edge) => Math.abs(edge - at) <= SAME_EDGE).length >= LEAST_LINES
  return lines.map((line) => line.flatMap((piece) => partedAtRuns(piece, isEdge)))
}

function partedAtRuns(piece: Piece, isEdge: (at: number) => boolean): Piece[] {
  const parts: Run[][] = []
  for (const run of piece.runs) {
    const last = parts.at(-1)?.at(-1)
    const gap = last ? run.left - last.right : Number.POSITIVE_INFINITY
    const opens = gap > LEAST_GAP * heightOf(run) && isEdge(run.left)
    if (opens || !last) parts.push([run])
    else parts.at(-1)?.push(run)
  }
  return parts.length > 1 ? parts.map(pieceOf) : [piece]
}

const CODE = /^\d{3,7}$/
const TOTAL = /计$/

/**
 * Lines with code and name in one piece ("2130205 森林资源培育") where they are one cell: what the cell has no room for
 * goes on below the code, not below the name.
 */
export function withNamedCodes(lines: Lines): Piece[][] {
  const codes = lines.flatMap((line) => line.filter(({ text }) => CODE.test(text)))
  const goesOnBelow = lines.some(([first]) => {
    if (!first || isFigure(first.text) || TOTAL.test(first.text)) return false
    return codes.some((code) => Math.abs(code.left - first.left) <= SAME_EDGE && first.baseline > code.baseline)
  })
  if (!goesOnBelow) return lines.map((line) => [...line])
  return lines.map((line) =>
    line.flatMap((piece, at) => {
      const [before, next] = [line[at - 1], line[at + 1]]
      if (before && isNameOf(piece, before)) return []
      return next && isNameOf(next, piece) ? [pieceOf([...piece.runs, ...next.runs])] : [piece]
    }),
  )
}

function isNameOf(name: Piece, code: Piece): boolean {
  return CODE.test(code.text) && !isFigure(name.text) && name.left - code.right <= BESIDE_CODE * heightOf(code)
}
