import { hasDecimals, type NumberToken } from './numbers.ts'
import { unitCell, unitOfLabel, type Verdict } from './unit-words.ts'

/** A line of a text with its place. */
export interface Line {
  readonly start: number
  readonly text: string
}

export function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const here = { start, text: line }
    start += line.length + 1
    return here
  })
}

export function isTableLine(line: string): boolean {
  return line.includes('\t') || line.trimStart().startsWith('|')
}

/** Lines of one table, and whether a whole number in it may be money. */
export interface Grid {
  readonly lines: readonly Line[]
  readonly wholeNumbersAreMoney: boolean
}

/** Tables that count things, weigh targets or list assets: there only what is said to be money is money. */
const MIXED = /数量|面积|指标|权重|分值|编制数|人数/
const LINES_ABOVE = 6

function unitStandsAbove(lines: readonly Line[], first: number): boolean {
  const above = lines
    .slice(0, first)
    .filter(({ text }) => text.trim() !== '')
    .slice(-LINES_ABOVE)
  const words = above.map(({ text }) => text.replace(/\s/g, '')).join('')
  return /单位[：:]?[万亿千]?元/.test(words)
}

function gridOf(lines: readonly Line[], first: number, last: number): Grid {
  const own = lines.slice(first, last + 1).filter(({ text }) => isTableLine(text))
  const words = own.map(({ text }) => text.replace(/\s/g, '')).join('')
  const unit = unitStandsAbove(lines, first) || /单位[：:]?[万亿千]?元/.test(words)
  return { lines: own, wholeNumbersAreMoney: unit && !MIXED.test(words) }
}

/** The tables of a text: runs of table lines with no more than one other line between them. */
export function gridsOf(lines: readonly Line[]): Grid[] {
  const grids: Grid[] = []
  let first: number | null = null
  let last = 0
  lines.forEach(({ text }, index) => {
    if (!isTableLine(text)) return
    if (first !== null && index - last > 2) {
      grids.push(gridOf(lines, first, last))
      first = null
    }
    first ??= index
    last = index
  })
  if (first !== null) grids.push(gridOf(lines, first, last))
  return grids
}

/** A cell with its place in the text. */
export interface Cell {
  readonly start: number
  readonly text: string
}

export function cellsOf({ start, text }: Line): Cell[] {
  const border = text.includes('\t') ? '\t' : '|'
  let at = start
  return text.split(border).map((cell) => {
    const here = { start: at, text: cell }
    at += cell.length + 1
    return here
  })
}

const NUMBER_CELL = /^\s*(?:[≥≤=<>＝]{1,2}\s*)?[+-]?[\d,]+(?:\.\d+)?\s*$/

export function isNumberCell({ text }: Cell): boolean {
  return NUMBER_CELL.test(text.replace(/<\/?b>/g, ''))
}

function isWords({ text }: Cell): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** 1, 2, 3, … under the header: numbers of columns. */
function countsUp(cells: readonly Cell[]): boolean {
  const numbers = cells.filter(isNumberCell).map(({ text }) => Number(text))
  return numbers.length >= 3 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index)
}

/** What a cell that holds a number and nothing else means. */
export function verdictOnCell(cells: readonly Cell[], index: number, token: NumberToken, grid: Grid): Verdict {
  const right = unitCell(cells[index + 1]?.text ?? '')
  if (right !== 'unknown') return right
  const label = cells.slice(0, index).findLast((cell) => cell.text.trim() !== '' && !isNumberCell(cell))
  const named = unitOfLabel(label?.text ?? '')
  if (named !== 'unknown') return named
  if (hasDecimals(token.text)) return 'money'
  if (!grid.wholeNumbersAreMoney || countsUp(cells)) return 'unknown'
  // Left of the first words of a row stand codes; a row without words is all amounts.
  const words = cells.findIndex(isWords)
  return words < 0 || index > words ? 'money' : 'other'
}
