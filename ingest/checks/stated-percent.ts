import { type Amount, compareDecimals, type Decimal, decimal, sumDecimals } from '../domain/amount.ts'
import { overlap, type PrintRange, percentOf, percentRange, printRange } from './print-range.ts'

/** How a stated percentage stands to what its operands come to. */
export type Agreement = 'exact' | 'rounded' | 'off'

/** Two figures of which a percentage is stated: as they are, and as far as their print leaves them open. */
export interface Quotient {
  readonly numerator: Decimal
  readonly denominator: Decimal
  readonly ranges: readonly [PrintRange, PrintRange]
}

/** Percentages are printed to two decimals at least when they are reckoned anew. */
const LEAST_SCALE = 2

/** The percentage that a quotient comes to, with the decimals of the stated one and two at least; "" for a base of nothing. */
export function reckoned({ numerator, denominator }: Quotient, stated: Amount): string {
  return percentOf(numerator, denominator, Math.max(decimal(stated.value).scale, LEAST_SCALE)) ?? ''
}

/**
 * Whether a stated percentage is the quotient to the decimals it prints; or is within what the print of its operands
 * leaves open, or one unit of its last decimal where `lastUnit` says that such lists are made to come to 100.
 */
export function agreement(quotient: Quotient, stated: Amount, lastUnit = false): Agreement {
  const said = decimal(stated.value)
  const exact = percentOf(quotient.numerator, quotient.denominator, said.scale)
  if (exact !== null && compareDecimals(decimal(exact), said) === 0) return 'exact'
  const range = percentRange(...quotient.ranges)
  const own = printRange(stated)
  if (range && overlap(range, lastUnit ? widened(own, said.scale) : own)) return 'rounded'
  return range === null && exact === null && said.digits === 0n ? 'exact' : 'off'
}

function widened({ low, high }: PrintRange, scale: number): PrintRange {
  const unit = { digits: 1n, scale }
  return { low: sumDecimals([low, { ...unit, digits: -1n }]), high: sumDecimals([high, unit]) }
}
