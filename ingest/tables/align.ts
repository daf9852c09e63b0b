import { type Decimal, decimal, sumDecimals } from '../domain/amount.ts'
import type { RawCell } from '../domain/block.ts'
import { isTotalName } from '../domain/name.ts'
import type { Column } from '../domain/table.ts'
import { cellAmount, isPlainFigure } from './cell-amount.ts'
import { type RawRow, textAt, wordsOf } from './raw-row.ts'

/**
 * Rows that lost or gained a blank cell on the way (a page break, a merged cell) are pushed back under their columns:
 * first whole pages, by the sums their totals must give; then single rows, by the kind of each column.
 */
export function alignRows(body: RawCell[][], breaks: readonly number[], columns: readonly Column[]): RawCell[][] {
  const sum = breaks.length > 0 ? sumOf(body) : null
  const trials = breaks.length * columns.length ** 2 * (sum?.parts.length ?? 0)
  const pages =
    sum && trials <= MOST_TRIALS ? breaks.reduce((rows, start) => alignPage(rows, start, columns, sum), body) : body
  return pages.map((row) => alignRow(row, columns))
}

/** Cells looked at for all pages together; a table of hundreds of pages that needs more stays as it is printed. */
const MOST_TRIALS = 1_000_000

/** Units of things that come whole: no fraction stands under 辆. */
const COUNTED = new Set(['辆', '人', '台', '套', '个', '次'])

function isMisfit(text: string, column: Column): boolean {
  if (column.kind === 'amount' && cellAmount(text) === null) return true
  const worded = column.kind === 'text' || column.kind === 'label'
  const whole = column.unit !== null && COUNTED.has(column.unit)
  return (worded || whole) && isPlainFigure(text) && text.includes('.')
}

/**
 * How many cells of a row cannot stand where they stand (words under amounts, figures under words, parts of a vehicle):
 * of those before each column, and of those from each column on if they all stood `by` columns further right.
 */
class Misfits {
  readonly #before: readonly number[]
  readonly #from: ReadonlyMap<number, readonly number[]>

  constructor(row: RawRow, columns: readonly Column[]) {
    const texts = row.map((_, index) => textAt(row, index))
    const misfit = (index: number, by: number): number => {
      const [text, column] = [texts[index] ?? '', columns[index + by]]
      return text !== '' && column && isMisfit(text, column) ? 1 : 0
    }
    let sum = 0
    this.#before = [
      0,
      ...columns.map((_, index) => {
        sum += misfit(index, 0)
        return sum
      }),
    ]
    const shifted = (by: number): number[] => {
      const counts = Array.from({ length: columns.length + 2 }, () => 0)
      for (let at = columns.length; at >= 0; at -= 1) counts[at] = (counts[at + 1] ?? 0) + misfit(at, by)
      return counts
    }
    this.#from = new Map([1, -1].map((by) => [by, shifted(by)]))
  }

  /** As the row stands. */
  get asPrinted(): number {
    return this.#before.at(-1) ?? 0
  }

  /** With the cells before `at` where they are, and those from `from` on moved `by` columns to the right. */
  moved(at: number, from: number, by: 1 | -1): number {
    return (this.#before[at] ?? 0) + (this.#from.get(by)?.[from] ?? 0)
  }
}

/**
 * The row with one blank put in or taken out where that leaves fewest cells astray. Blanks get lost among blanks: of
 * places that do as well, one right behind a blank is taken before others, then the rightmost, which moves fewest cells.
 */
function alignRow(row: RawRow, columns: readonly Column[]): RawCell[] {
  const misfits = new Misfits(row, columns)
  let best = { shifted: (): RawCell[] | null => [...row], misfits: misfits.asPrinted, behindBlank: true }
  if (best.misfits === 0) return [...row]
  const pushable = !overflows(row, columns.length)
  for (let at = columns.length - 1; at >= 0; at -= 1) {
    const behindBlank = at > 0 && textAt(row, at - 1) === '' && isPlainFigure(textAt(row, at))
    const trials = [
      {
        possible: pushable && at < row.length,
        misfits: misfits.moved(at, at, 1),
        shifted: () => pushed(row, at, columns.length),
      },
      { possible: row[at]?.text === '', misfits: misfits.moved(at, at + 1, -1), shifted: () => pulled(row, at) },
    ]
    for (const { possible, misfits: count, shifted } of trials) {
      if (!possible) continue
      const better = count < best.misfits || (count === best.misfits && behindBlank && !best.behindBlank)
      if (better) best = { shifted, misfits: count, behindBlank }
    }
  }
  return best.shifted() ?? [...row]
}

/** Whether a blank cell put into the row would push a figure out of the table. */
function overflows(row: RawRow, width: number): boolean {
  return row.slice(width - 1).some((cell) => cell.text !== '')
}

/** The row with a blank cell put in at a column; null where that would push a figure out of the table. */
function pushed(row: RawRow, at: number, width: number): RawCell[] | null {
  if (overflows(row, width) || at >= row.length) return null
  return [...row.slice(0, at), { text: '', line: row[at]?.line ?? 1 }, ...row.slice(at)].slice(0, width)
}

/** The row with the blank cell at a column taken out; null where there is none. */
function pulled(row: RawRow, at: number): RawCell[] | null {
  return row[at]?.text === '' ? [...row.slice(0, at), ...row.slice(at + 1)] : null
}

/**
 * Tries to shift the cells of a continued page sideways from some column on, to the right and to the left; keeps the
 * shift that makes most sums right.
 */
function alignPage(rows: RawCell[][], start: number, columns: readonly Column[], sum: Sum): RawCell[][] {
  if (sum.total < start) return rows
  const printed = (index: number): RawRow => rows[index] ?? []
  let best = { shift: (row: RawRow): RawCell[] | null => [...row], score: crossSums(printed, columns, sum) }
  const unchanged = best
  const firstAmount = columns.findIndex((column) => column.kind === 'amount')
  for (let at = Math.max(firstAmount, 0); at < columns.length; at += 1) {
    // A column can be taken out of a page only where the whole page leaves it blank.
    const blank = rows.every((row, index) => index < start || textAt(row, at) === '')
    const toTheRight = (row: RawRow) => pushed(row, at, columns.length)
    const toTheLeft = (row: RawRow) => (blank ? pulled(row, at) : null)
    for (const shift of [toTheRight, toTheLeft]) {
      // Only the rows that are added up tell; the others follow once the shift is found.
      const shifted = new Map([...sum.parts, sum.total].map((index) => [index, shiftedRow(rows, index, start, shift)]))
      const score = crossSums((index) => shifted.get(index) ?? [], columns, sum)
      if (score > best.score) best = { shift, score }
    }
  }
  return best === unchanged ? rows : rows.map((_, index) => shiftedRow(rows, index, start, best.shift))
}

function shiftedRow(
  rows: readonly RawCell[][],
  index: number,
  start: number,
  shift: (row: RawRow) => RawCell[] | null,
): RawCell[] {
  const row = rows[index] ?? []
  return index < start ? row : (shift(row) ?? row)
}

/** Which rows add up to which, by index. Shifting blanks changes no words, so it is found once for a table. */
interface Sum {
  readonly total: number
  /** The rows of the first level; never empty. */
  readonly parts: readonly number[]
}

/** Null where there is no total row, or nothing of the first level to add up. */
function sumOf(rows: readonly RawRow[]): Sum | null {
  const total = rows.findLastIndex((row) => row.some((cell) => isTotalName(cell.text)))
  const parts = rows.flatMap((row, index) => (index !== total && isOuterRow(row) ? [index] : []))
  return total < 0 || parts.length === 0 ? null : { total, parts }
}

/** In how many columns the rows of the first level add up to the total row; columns without any figure do not count. */
function crossSums(rowAt: (index: number) => RawRow, columns: readonly Column[], { total, parts }: Sum): number {
  return columns.reduce((score, column, index) => {
    if (column.kind !== 'amount') return score
    const printed = figureAt(rowAt(total), index)
    const added = sumDecimals(parts.flatMap((part) => figureAt(rowAt(part), index) ?? []))
    if (!printed) return added.digits === 0n ? score : score - 1
    const difference = sumDecimals([printed, { digits: -added.digits, scale: added.scale }])
    return difference.digits === 0n ? score + 1 : score - 1
  }, 0)
}

/** A row of the first level: a three-digit code and no further one. */
function isOuterRow(row: RawRow): boolean {
  const codes = wordsOf(row).filter((text) => /^\d{2,7}$/.test(text))
  return codes.length === 1 && codes[0]?.length === 3
}

function figureAt(row: RawRow, column: number): Decimal | null {
  const amount = cellAmount(row[column]?.text ?? '')
  return amount ? decimal(amount.amount.value) : null
}
