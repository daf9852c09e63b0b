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
  const pages = sum ? breaks.reduce((rows, start) => alignPage(rows, start, columns, sum), body) : body
  return pages.map((row) => alignRow(row, columns))
}

/** Units of things that come whole: no fraction stands under 辆. */
const COUNTED = new Set(['辆', '人', '台', '套', '个', '次'])

/** How many cells of a row cannot stand where they stand: words under amounts, figures under words, parts of a vehicle. */
function misfits(row: RawRow, columns: readonly Column[]): number {
  return columns.reduce((count, column, index) => {
    const text = textAt(row, index)
    if (text === '') return count
    return isMisfit(text, column) ? count + 1 : count
  }, 0)
}

function isMisfit(text: string, column: Column): boolean {
  if (column.kind === 'amount' && cellAmount(text) === null) return true
  const worded = column.kind === 'text' || column.kind === 'label'
  const whole = column.unit !== null && COUNTED.has(column.unit)
  return (worded || whole) && isPlainFigure(text) && text.includes('.')
}

/**
 * The row with one blank put in or taken out where that leaves fewest cells astray. Blanks get lost among blanks: of
 * places that do as well, one right behind a blank is taken before others, then the rightmost, which moves fewest cells.
 */
function alignRow(row: RawRow, columns: readonly Column[]): RawCell[] {
  let best = { row: [...row], misfits: misfits(row, columns), behindBlank: true }
  if (best.misfits === 0) return best.row
  for (let at = columns.length - 1; at >= 0; at -= 1) {
    const behindBlank = at > 0 && textAt(row, at - 1) === '' && isPlainFigure(textAt(row, at))
    for (const shifted of [pushed(row, at, columns.length), pulled(row, at)]) {
      if (!shifted) continue
      const count = misfits(shifted, columns)
      const better = count < best.misfits || (count === best.misfits && behindBlank && !best.behindBlank)
      if (better) best = { row: shifted, misfits: count, behindBlank }
    }
  }
  return best.row
}

/** The row with a blank cell put in at a column; null where that would push a figure out of the table. */
function pushed(row: RawRow, at: number, width: number): RawCell[] | null {
  const overflow = row.slice(width - 1).some((cell) => cell.text !== '')
  if (overflow || at >= row.length) return null
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
  let best = { rows, score: crossSums(rows, columns, sum) }
  const firstAmount = columns.findIndex((column) => column.kind === 'amount')
  for (let at = Math.max(firstAmount, 0); at < columns.length; at += 1) {
    // A column can be taken out of a page only where the whole page leaves it blank.
    const blank = rows.slice(start).every((row) => textAt(row, at) === '')
    const toTheRight = (row: RawRow) => pushed(row, at, columns.length)
    const toTheLeft = (row: RawRow) => (blank ? pulled(row, at) : null)
    for (const shift of [toTheRight, toTheLeft]) {
      const shifted = rows.map((row, index) => (index < start ? row : (shift(row) ?? row)))
      const score = crossSums(shifted, columns, sum)
      if (score > best.score) best = { rows: shifted, score }
    }
  }
  return best.rows
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
function crossSums(rows: readonly RawRow[], columns: readonly Column[], { total, parts }: Sum): number {
  return columns.reduce((score, column, index) => {
    if (column.kind !== 'amount') return score
    const printed = figureAt(rows[total] ?? [], index)
    const added = sumDecimals(parts.flatMap((part) => figureAt(rows[part] ?? [], index) ?? []))
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
