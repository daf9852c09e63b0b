import type { Edit } from './edits.ts'
import { hasDecimals, type NumberToken, numbersOf, plain, scaled } from './numbers.ts'
import { type Cell, cellsOf, type Grid, gridsOf, isNumberCell, isTableLine, linesOf, verdictOnCell } from './tables.ts'
import { unitAfter, unitOfLabel, type Verdict } from './unit-words.ts'

/** The amounts of money of a document, and the numbers that are known to be something else. */
export interface Amounts {
  readonly money: readonly NumberToken[]
  /** Spellings (see `plain`) of numbers printed with a unit that is not one of money. */
  readonly others: ReadonlySet<string>
}

/** 326.3 平方米: what stands without its unit in the table of assets. */
const MEASURED_AFTER = /^\s{0,2}(?:平方米|平米|㎡|公里|吨)/

/** How far behind a number its unit may stand. */
const LOOK_AHEAD = 16
const LOOK_BEHIND = 24

/** 基本支出 289.18，: an amount of prose that goes without its unit. */
const NAMED_BEFORE = /(?:支出|收入|经费|预算数?|决算数?|拨款|合计|总计|小计)[^\S\n]*[为：:]?[^\S\n]*$/
/** 37.71 37.71 36.25: a row of a table of which only the words and numbers are left. */
const ROW_OF_AMOUNTS = /(?<![\d.,])(?:[\d,]+\.\d{2}[^\S\n]+){1,}[\d,]+\.\d{2}(?![\d%％.]|[^\S\n]*[%％分])/g

function inProse(text: string, token: NumberToken): Verdict {
  const after = unitAfter(text.slice(token.end, token.end + LOOK_AHEAD))
  if (after !== 'unknown') return after
  const before = text.slice(Math.max(0, token.start - LOOK_BEHIND), token.start)
  const label = unitOfLabel(before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\t')) + 1))
  if (label !== 'unknown') return label
  return hasDecimals(token.text) && NAMED_BEFORE.test(before) ? 'money' : 'unknown'
}

function rowsOfAmounts(text: string): (token: NumberToken) => boolean {
  const rows = linesOf(text)
    .filter((line) => !isTableLine(line.text))
    .flatMap((line) =>
      [...line.text.matchAll(ROW_OF_AMOUNTS)].map((match) => {
        const start = line.start + match.index
        return { start, end: start + match[0].length }
      }),
    )
  return (token) => rows.some(({ start, end }) => start <= token.start && token.end <= end)
}

function cellVerdicts(grid: Grid): Map<number, { cells: Cell[]; index: number; grid: Grid }> {
  return new Map(
    grid.lines.flatMap((line) => {
      const cells = cellsOf(line)
      return cells.flatMap((cell, index): [number, { cells: Cell[]; index: number; grid: Grid }][] => {
        const digits = cell.text.search(/\d/)
        return isNumberCell(cell) ? [[cell.start + digits, { cells, index, grid }]] : []
      })
    }),
  )
}

/** Tells the amounts of money of a document from its counts, codes, shares and scores. */
export function amountsOf(text: string): Amounts {
  const cells = new Map(gridsOf(linesOf(text)).flatMap((grid) => [...cellVerdicts(grid)]))
  const inRow = rowsOfAmounts(text)
  const judged = numbersOf(text).map((token) => {
    const printed = inProse(text, token)
    const cell = cells.get(token.start)
    return { token, printed, cell }
  })
  const others = new Set(judged.filter(({ printed }) => printed === 'other').map(({ token }) => plain(token.text)))
  const measured = new Set(
    judged
      .filter(({ token: { end, text: number } }) => hasDecimals(number) && MEASURED_AFTER.test(text.slice(end)))
      .map(({ token }) => plain(token.text)),
  )
  const money = judged.filter(({ token, printed, cell }) => {
    if (printed !== 'unknown') return printed === 'money'
    if (cell === undefined) return inRow(token)
    return verdictOnCell(cell.cells, cell.index, token, cell.grid) === 'money' && !measured.has(plain(token.text))
  })
  return { money: money.map(({ token }) => token), others }
}

/** Whether lines of a kind print 1,204.71 or 1204.71; without an amount that large, not. */
function separates(text: string, money: readonly NumberToken[], table: boolean): boolean {
  const lines = linesOf(text)
  const large = money.filter(({ text: number }) => Number(plain(number)) >= 1000)
  const kind = large.filter((token) => {
    const line = lines.findLast(({ start }) => start <= token.start)
    return isTableLine(line?.text ?? '') === table
  })
  return kind.filter(({ text: number }) => number.includes(',')).length * 2 > kind.length
}

/** Edits that multiply every amount of money by a whole number, each in the way its document prints numbers. */
export function amountEdits(text: string, amounts: Amounts, factor: number): Edit[] {
  const lines = linesOf(text)
  const style = { table: separates(text, amounts.money, true), prose: separates(text, amounts.money, false) }
  return amounts.money.map(({ start, end, text: number }) => {
    const line = lines.findLast((candidate) => candidate.start <= start)
    const commas = isTableLine(line?.text ?? '') ? style.table : style.prose
    return { start, end, text: scaled(number, factor, commas) }
  })
}
