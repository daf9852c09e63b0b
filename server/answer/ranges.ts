import {
  compareDecimals,
  type Decimal,
  decimal,
  divideDecimals,
  isMoney,
  negative,
  sumDecimals,
} from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'

/** All values that a printed figure may have been rounded from. */
export interface Range {
  readonly low: Decimal
  readonly high: Decimal
}

/** Money is reckoned to two decimals, though trailing zeros are not printed: "6 万元" is no rounded 5.6. */
const MONEY_SCALE = 2

export function rangeOf({ amount }: Pick<Fact, 'amount'>): Range {
  const value = decimal(amount.value)
  const half = { digits: 5n, scale: (isMoney(amount.unit) ? Math.max(value.scale, MONEY_SCALE) : value.scale) + 1 }
  return { low: sumDecimals([value, negative(half)]), high: sumDecimals([value, half]) }
}

export function plus(a: Range, b: Range): Range {
  return { low: sumDecimals([a.low, b.low]), high: sumDecimals([a.high, b.high]) }
}

export function minus(a: Range, b: Range): Range {
  return { low: sumDecimals([a.low, negative(b.high)]), high: sumDecimals([a.high, negative(b.low)]) }
}

/** Enough decimals that no rounding of the quotient decides. */
const SCALE = 8

/** Whether a stated percentage may be the quotient of the two ranges. */
export function covers([numerator, denominator]: readonly [Range, Range], stated: Fact): boolean {
  const percent = rangeOf(stated)
  if (denominator.low.digits <= 0n) return true
  const low = divideDecimals({ ...numerator.low, digits: numerator.low.digits * 100n }, denominator.high, SCALE)
  const high = divideDecimals({ ...numerator.high, digits: numerator.high.digits * 100n }, denominator.low, SCALE)
  if (!low || !high) return true
  return compareDecimals(low, percent.high) <= 0 && compareDecimals(high, percent.low) >= 0
}
