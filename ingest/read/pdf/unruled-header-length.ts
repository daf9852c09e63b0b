import type { Ruling } from './rulings.ts'
import { columnAt, findColumns } from './unruled-columns.ts'
import { isData, isLoneTotal, startsRow, type TextLine } from './unruled-lines.ts'
import { isAmount, isFigure, type Piece } from './unruled-pieces.ts'

/** Deepest header, in lines: three levels of words wrapped several times. */
const MOST_HEADER_LINES = 12
/** In heights: lines of one cell are not further apart. */
const LEADING = 1.35
/** Share of the first rows' distance within which a line is of the first row. */
const OF_FIRST_ROW = 0.5

/** How many of a table's first lines are its header. A level line below it tells; else the first figures do. */
export function headerLength(lines: readonly TextLine[], rules: readonly Ruling[], size: number): number {
  const data = firstData(lines)
  const first = lines[0]
  if (!first) return 0
  const top = lines[data < 0 ? lines.length - 1 : data]?.line
  const ruled = rules.findLast(({ at }) => top !== undefined && at < (top.top + top.bottom) / 2)
  const above = ruled ? lines.filter(({ line }) => (line.top + line.bottom) / 2 < ruled.at).length : 0
  if (above > 0) return above
  if (data < 0) return lines.length <= MOST_HEADER_LINES ? lines.length : 0
  return data > MOST_HEADER_LINES ? 0 : data - linesOfFirstRow(lines, data, size)
}

/** The first line below the header; -1 where there is none. A total without amounts is one, unless more header stands below it. */
function firstData(lines: readonly TextLine[]): number {
  return lines.findIndex((line, index) => {
    const next = lines[index + 1]
    return isData(line) || (isLoneTotal(line) && (!next || isData(next) || isLoneTotal(next)))
  })
}

/** How many lines above the first figures are names of their row: set in a column of words, and near. */
function linesOfFirstRow(lines: readonly TextLine[], data: number, size: number): number {
  const body = findColumns(lines.slice(data).map(({ pieces }) => pieces))
  const at = (piece: Piece) => columnAt(piece, body.columns)
  const heights = lines
    .slice(data)
    .flatMap(({ line, pieces }) => (pieces.some(({ text }) => isAmount(text)) ? [line.baseline] : []))
  const steps = heights
    .slice(1)
    .map((height, index) => height - (heights[index] ?? 0))
    .sort((a, b) => a - b)
  const pitch = steps[steps.length >> 2] ?? 2 * size
  const [anchor = Number.POSITIVE_INFINITY] = heights
  let held = body.lines[0] ?? []
  let count = 0
  for (const { pieces, line } of lines.slice(0, data).reverse()) {
    const step = (piece: Piece) => {
      const below = held.filter((other) => !isFigure(other.text) && at(other) === at(piece))
      return Math.min(...below.map(({ baseline }) => baseline - line.baseline))
    }
    const named = pieces.every((piece) => body.columns[at(piece)]?.numeric === false)
    const near = anchor - line.baseline <= OF_FIRST_ROW * pitch
    const goesOn = pieces.every((piece) => step(piece) <= Math.min(LEADING * size, 0.8 * pitch))
    if (!named || !(near || goesOn) || pieces.some(({ text }) => startsRow(text))) break
    held = [...held, ...pieces]
    count += 1
  }
  return count
}
