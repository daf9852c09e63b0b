import { z } from 'zod'

/**
 * An exact figure as printed. `value` is a plain decimal string without thousands separators and keeps the decimals
 * that were printed ("1234.50", "-12.30", "50"); it is never a binary float.
 */
export const amountSchema = z.object({
  value: z.string().regex(/^-?\d+(?:\.\d+)?$/),
  /** 元, 千元, 万元, 亿元, %, 人, 辆, 平方米, 次, 分 …; "" where the source gives none. */
  unit: z.string(),
  /** The figure exactly as it stands in the source, thousands separators and comparator included. */
  raw: z.string().min(1),
})
export type Amount = z.infer<typeof amountSchema>

/** Powers of ten that turn each unit of money into 元. */
const MONEY_EXPONENT: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['千元', 3],
  ['万元', 4],
  ['百万元', 6],
  ['亿元', 8],
])

/** Whether a unit is one of money. */
export function isMoney(unit: string): boolean {
  return MONEY_EXPONENT.has(unit)
}

/** A decimal as an integer with the number of its decimals: -1.50 is { digits: -150n, scale: 2 }. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Reads a plain decimal string (see {@link amountSchema}); throws RangeError for anything else. */
export function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new RangeError(`not a plain decimal: ${text}`)
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2]}${fraction}`)
  return { digits: match[1] ? -digits : digits, scale: fraction.length }
}

/** The decimal string of a {@link Decimal}, with exactly `scale` decimals. */
export function decimalString({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return scale === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** The digits with `to` decimals, which must be as many or more. */
function rescaled({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale)
}

/** -1, 0 or 1, as a is less than, equal to or greater than b, whatever decimals each is printed with. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale)
  const [x, y] = [rescaled(a, scale), rescaled(b, scale)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The exact sum, with the decimals of its most precise addend; 0 for none. */
export function sumDecimals(addends: readonly Decimal[]): Decimal {
  const scale = addends.reduce((most, addend) => Math.max(most, addend.scale), 0)
  return { digits: addends.reduce((sum, addend) => sum + rescaled(addend, scale), 0n), scale }
}

/** The same money in another unit, exactly and without trailing zeros; null where one of the two is not money. */
export function convertMoney(value: string, from: string, to: string): string | null {
  const [a, b] = [MONEY_EXPONENT.get(from), MONEY_EXPONENT.get(to)]
  if (a === undefined || b === undefined) return null
  const { digits, scale } = decimal(value)
  const shift = a - b - scale
  const moved = shift >= 0 ? { digits: digits * 10n ** BigInt(shift), scale: 0 } : { digits, scale: -shift }
  const text = decimalString(moved)
  return moved.scale > 0 ? text.replace(/\.?0+$/, '') : text
}

/** Whether two amounts say the same: the same money whatever the unit, or the same number in the same unit. */
export function sameAmount(a: Pick<Amount, 'value' | 'unit'>, b: Pick<Amount, 'value' | 'unit'>): boolean {
  if (a.unit === b.unit) return compareDecimals(decimal(a.value), decimal(b.value)) === 0
  const converted = convertMoney(a.value, a.unit, b.unit)
  return converted !== null && compareDecimals(decimal(converted), decimal(b.value)) === 0
}

export function negative({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

/** The exact product. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** a / b rounded half up (away from zero) to `scale` decimals; null for b = 0. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b.digits === 0n) return null
  const numerator = a.digits * 10n ** BigInt(scale + 1 + b.scale)
  const tenfold = numerator / (b.digits * 10n ** BigInt(a.scale))
  return { digits: (tenfold + (tenfold < 0n ? -5n : 5n)) / 10n, scale }
}
