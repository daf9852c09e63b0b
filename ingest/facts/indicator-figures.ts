import type { RawCell } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import type { RawRow } from '../tables/raw-row.ts'
import type { ValueColumns } from './indicator-columns.ts'
import { bareIndicatorName, type IndicatorValue, indicatorValue, isComparatorCell } from './indicator-values.ts'

type PrintedValue = IndicatorValue & { readonly cell: RawCell }

/** What a row prints of one indicator. */
export interface IndicatorFigures {
  readonly name: string
  /** The target; null where it is words. */
  readonly value: PrintedValue | null
  readonly weight: RawCell | null
  /** What was reached; null where it is words or the form does not tell. */
  readonly actual: PrintedValue | null
  /** What was reached the year before; null where the form does not tell. */
  readonly before: PrintedValue | null
  readonly score: RawCell | null
}

/** Name and figures of an indicator from the cells behind its classes; null where there is no value. */
export function readFigures(cells: readonly RawCell[], row: RawRow, heads: ValueColumns): IndicatorFigures | null {
  const [nameCell, ...values] = cells
  if (!nameCell) return null
  return readByColumns(nameCell, row, heads) ?? readInOrder(nameCell, values, row, heads)
}

function readInOrder(
  nameCell: RawCell,
  values: readonly RawCell[],
  row: RawRow,
  heads: ValueColumns,
): IndicatorFigures | null {
  const sign = values[0] && isComparatorCell(values[0].text) ? values[0].text : null
  const [cell, ...after] = sign ? values.slice(1) : values
  if (!cell || FORM_TOTAL.test(squeeze(nameCell.text))) return null
  const value = indicatorValue(nameCell.text, sign, cell.text, sign === null ? null : unitBehind(after))
  const named = { name: bareIndicatorName(nameCell.text), value: value && { ...value, cell }, before: null }
  // A row whose target stands in its own column has the others in theirs; of a shifted one only the order is left.
  if (row[heads.target] === cell) return { ...named, ...reached(nameCell.text, value?.unit ?? '', row, heads) }
  const weight = heads.weight >= 0 && heads.actual < 0 ? after.find(isPoints) : undefined
  return { ...named, weight: weight ?? null, actual: null, score: null }
}

/** A row that stands below its heads, cell by cell, where sign, unit or the year before have columns of their own. */
function readByColumns(nameCell: RawCell, row: RawRow, heads: ValueColumns): IndicatorFigures | null {
  const cell = row[heads.target]
  if (row[heads.name] !== nameCell || !cell || areInOrder(heads)) return null
  const [sign = '', unit = null] = [heads.sign, heads.unit].map((at) => row[at]?.text)
  if (squeeze(sign) !== '' && !isComparatorCell(sign)) return null
  const value = indicatorValue(nameCell.text, sign, cell.text, unit)
  return {
    name: bareIndicatorName(nameCell.text),
    value: value && { ...value, cell },
    ...reached(nameCell.text, value?.unit ?? '', row, heads),
    before: printedValue(nameCell.text, row[heads.before], unit ?? value?.unit ?? null),
  }
}

/** Whether name, target and weight follow one another with no column of sign, unit or the year before between them. */
function areInOrder({ name, target, sign, unit, before, weight }: ValueColumns): boolean {
  return Math.max(sign, unit, before) < 0 && !(weight > name && weight < target)
}

/** The unit that stands in a cell of its own behind a figure; null where there is none. */
function unitBehind([next]: readonly RawCell[]): string | null {
  return next && cellAmount(next.text) === null ? next.text : null
}

/** What a row prints below the heads of result, weight and score. */
function reached(
  name: string,
  unit: string,
  row: RawRow,
  { actual, weight, score }: ValueColumns,
): Pick<IndicatorFigures, 'weight' | 'actual' | 'score'> {
  const points = (at: number) => [row[at]].find((cell) => cell && isPoints(cell)) ?? null
  const value = printedValue(name, row[actual], null)
  return {
    weight: points(weight),
    actual: value && { ...value, unit: value.unit || unit },
    score: points(score),
  }
}

function printedValue(name: string, cell: RawCell | undefined, unit: string | null): PrintedValue | null {
  const value = cell ? indicatorValue(name, null, cell.text, unit) : null
  return cell && value ? { ...value, cell } : null
}

/** Whether a cell holds points of a form: up to three digits, and decimals. */
export function isPoints({ text }: RawCell): boolean {
  return /^\d{1,3}(?:\.\d+)?$/.test(squeeze(text))
}

/** The name of the last row of a form, which adds up the points. */
export const FORM_TOTAL = /^(?:自评)?总分/
