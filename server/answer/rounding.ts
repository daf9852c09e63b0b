import {
  type Amount,
  compareDecimals,
  convertMoney,
  type Decimal,
  decimal,
  isMoney,
  negative,
  sumDecimals,
} from '../../ingest/domain/amount.ts'

type Printed = Pick<Amount, 'value' | 'unit'>

/** Decimals to which a unit of money is reckoned; 元 is printed exactly. */
const DECIMALS: Readonly<Record<string, number>> = { 元: 0, 千元: 2, 万元: 2, 百万元: 2, 亿元: 2 }

/**
 * Whether two amounts of money may be one, printed in two units or to so many decimals: they differ by no more than one
 * of the last place of the coarser of them.
 */
export function roundsTo(a: Printed, b: Printed): boolean {
  const [x, y] = [yuanOf(a), yuanOf(b)]
  if (!x || !y) return false
  const apart = sumDecimals([x, negative(y)])
  const size = apart.digits < 0n ? negative(apart) : apart
  return [stepOf(a), stepOf(b)].some((step) => step !== null && compareDecimals(size, step) <= 0)
}

function yuanOf({ value, unit }: Printed): Decimal | null {
  const yuan = isMoney(unit) ? convertMoney(value, unit, '元') : null
  return yuan === null ? null : decimal(yuan)
}

/** One of the last place to which an amount is reckoned, in 元: "6 万元" is no rounded 5.6, "6.0031 万元" is told to the 元. */
function stepOf({ value, unit }: Printed): Decimal | null {
  const scale = Math.max(decimal(value).scale, DECIMALS[unit] ?? 0)
  return yuanOf({ value: scale === 0 ? '1' : `0.${'1'.padStart(scale, '0')}`, unit })
}
