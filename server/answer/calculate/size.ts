import { compareDecimals, convertMoney, type Decimal, decimal } from '../../../ingest/domain/amount.ts'
import type { ShownFigure } from '../evidence.ts'
import { calculate } from './arithmetic.ts'

/** Largest first, or smallest first. */
export function sortedBySize<T extends ShownFigure>(figures: readonly T[], ascending: boolean): T[] {
  return [...figures].sort((a, b) => (ascending ? 1 : -1) * compareDecimals(sizeOf(a), sizeOf(b)))
}

/** The magnitude of a figure, money in 元. */
function sizeOf(figure: ShownFigure): Decimal {
  const result =
    figure.form === 'printed' ? figure.facts[0].amount : calculate(figure.operation, figure.operands, figure.unit)
  if (!result) return decimal('0')
  return decimal(convertMoney(result.value, result.unit, '元') ?? result.value)
}
