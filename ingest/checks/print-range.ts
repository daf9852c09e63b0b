import {
  type Amount,
  compareDecimals,
  convertMoney,
  type Decimal,
  decimal,
  decimalString,
  divideDecimals,
  isMoney,
  negative,
  sumDecimals,
} from '../domain/amount.ts'

/** All values that a figure, as it is printed, may have been rounded from. */
export interface PrintRange {
  readonly low: Decimal
  readonly high: Decimal
}

/** Decimals to which sums of money are reckoned, though trailing zeros are not printed: "6 万元" is no rounded 5.6. */
const MONEY_DECIMALS: ReadonlyMap<string, number> = new Map([
  ['元', 2],
  ['千元', 2],
  ['万元', 2],
  ['百万元', 2],
  ['亿元', 2],
])
const HALF = 5n

/** What a printed figure may have been rounded from: half of its last decimal either way; counts and zeros are exact. */
export function printRange({ value, unit }: Pick<Amount, 'value' | 'unit'>): PrintRange {
  const exact = decimal(value)
  const counted = unit !== '%' && !isMoney(unit) && exact.scale === 0
  if (exact.digits === 0n || counted) return { low: exact, high: exact }
  const half = { digits: HALF, scale: Math.max(exact.scale, MONEY_DECIMALS.get(unit) ?? 0) + 1 }
  return { low: sumDecimals([exact, negative(half)]), high: sumDecimals([exact, half]) }
}

/** A printed figure of money in another unit; null where one of the two is none. */
export function rangeIn(amount: Pick<Amount, 'value' | 'unit'>, unit: string): PrintRange | null {
  const range = printRange(amount)
  if (amount.unit === unit) return range
  const [low, high] = [range.low, range.high].map((edge) => convertMoney(decimalString(edge), amount.unit, unit))
  return low && high ? { low: decimal(low), high: decimal(high) } : null
}

export function addRanges(ranges: readonly PrintRange[]): PrintRange {
  return { low: sumDecimals(ranges.map(({ low }) => low)), high: sumDecimals(ranges.map(({ high }) => high)) }
}

export function subtractRange(a: PrintRange, b: PrintRange): PrintRange {
  return { low: sumDecimals([a.low, negative(b.high)]), high: sumDecimals([a.high, negative(b.low)]) }
}

/** Whether two figures may be one, as near as their print allows. */
export function overlap(a: PrintRange, b: PrintRange): boolean {
  return compareDecimals(a.low, b.high) <= 0 && compareDecimals(b.low, a.high) <= 0
}

/** How two prints of one thing stand to each other. */
export type Likeness = 'same' | 'rounded' | 'off'

/**
 * Whether two prints say the same, as the coarser of them rounds the finer one; or are no more than one of the coarser's
 * last place apart, as rounding in two ways may bring them; null for units that cannot be held against each other.
 */
export function likeness(a: Pick<Amount, 'value' | 'unit'>, b: Pick<Amount, 'value' | 'unit'>): Likeness | null {
  const [x, y] = [inBase(a), inBase(b)]
  if (!x || !y || x.unit !== y.unit) return null
  const difference = sumDecimals([x.value, negative(y.value)])
  const apart = difference.digits < 0n ? negative(difference) : difference
  if (apart.digits === 0n) return 'same'
  const [finer, coarser] = compareDecimals(x.step, y.step) < 0 ? [x.step, y.step] : [y.step, x.step]
  const half = { digits: coarser.digits * HALF, scale: coarser.scale + 1 }
  if (compareDecimals(finer, coarser) < 0 && compareDecimals(apart, half) <= 0) return 'same'
  return compareDecimals(apart, coarser) <= 0 ? 'rounded' : 'off'
}

interface InBase {
  readonly unit: string
  readonly value: Decimal
  /** One of the last place printed. */
  readonly step: Decimal
}

/** Money in 元, and anything else in its own unit. */
function inBase({ value, unit }: Pick<Amount, 'value' | 'unit'>): InBase | null {
  const exact = decimal(value)
  const one = { digits: 1n, scale: Math.max(exact.scale, MONEY_DECIMALS.get(unit) ?? 0) }
  if (!isMoney(unit)) return { unit, value: exact, step: one }
  const [yuan, step] = [convertMoney(value, unit, '元'), convertMoney(decimalString(one), unit, '元')]
  return yuan && step ? { unit: '元', value: decimal(yuan), step: decimal(step) } : null
}

/** Factors by which a wrong unit, or a rate not multiplied by a hundred, makes a figure wrong. */
const FACTORS = [10n, 100n, 1000n, 10_000n]

/** The factor of ten that makes one figure the other, as near as their print allows; null where none does. */
export function factorBetween(a: Pick<Amount, 'value' | 'unit'>, b: Pick<Amount, 'value' | 'unit'>): bigint | null {
  const [x, y] = [inBase(a), inBase(b)]
  if (!x || !y || x.unit !== y.unit || x.value.digits === 0n || y.value.digits === 0n) return null
  return FACTORS.find((factor) => isNearly(x, y, factor) || isNearly(y, x, factor)) ?? null
}

/** Whether a figure times a factor is another, as near as the print of both allows. */
function isNearly(small: InBase, large: InBase, factor: bigint): boolean {
  const product = { ...small.value, digits: small.value.digits * factor }
  const difference = sumDecimals([product, negative(large.value)])
  const apart = difference.digits < 0n ? negative(difference) : difference
  const allowed = sumDecimals([large.step, { ...small.step, digits: small.step.digits * factor }])
  return (
    compareDecimals(apart, allowed) <= 0 &&
    compareDecimals(allowed, large.value.digits < 0n ? negative(large.value) : large.value) < 0
  )
}

/** Enough decimals that no rounding of the quotient decides. */
const QUOTIENT_SCALE = 8

/** What a percentage of two ranges may come to; null where the denominator may be nothing or less. */
export function percentRange(numerator: PrintRange, denominator: PrintRange): PrintRange | null {
  if (denominator.low.digits <= 0n) return null
  const hundredfold = ({ digits, scale }: Decimal) => ({ digits: digits * 100n, scale })
  const [low, high] = [
    divideDecimals(hundredfold(numerator.low), denominator.high, QUOTIENT_SCALE),
    divideDecimals(hundredfold(numerator.high), denominator.low, QUOTIENT_SCALE),
  ]
  return low && high ? { low, high } : null
}

/** The percentage of two figures to so many decimals, half up; null for a denominator of nothing. */
export function percentOf(numerator: Decimal, denominator: Decimal, scale: number): string | null {
  const quotient = divideDecimals({ ...numerator, digits: numerator.digits * 100n }, denominator, scale)
  return quotient && decimalString(quotient)
}
