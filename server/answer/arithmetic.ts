import { convertMoney, type Decimal, decimal, decimalString, isMoney, sumDecimals } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { unitFamily } from './sameness.ts'

/** What is done with the operands, in their order. "portion": the share of all operands but the last in the last. "previous": a level less (or plus) its change against the year before. */
export type Operation = 'sum' | 'difference' | 'share' | 'portion' | 'quotient' | 'previous'

export interface Result {
  readonly value: string
  readonly unit: string
  /** In terms of the operands' names a, b, c …; this is what a reader can redo. */
  readonly expression: string
  readonly direction: Fact['direction']
}

const NAMES = 'abcdefghijklmnopqrstuvwxyz'

/** The name of an operand by its place: a, b, …, z, a1, b1, …. */
export function operandName(index: number): string {
  const letter = NAMES[index % NAMES.length] ?? 'a'
  return index < NAMES.length ? letter : `${letter}${Math.floor(index / NAMES.length)}`
}

/**
 * Exact arithmetic over printed figures; null where the operands do not go together (other units, division by zero).
 * Sums and differences are exact and in the first operand's unit; shares and quotients are rounded half up to two decimals.
 */
export function calculate(operation: Operation, operands: readonly Fact[], unit: string | null = null): Result | null {
  const [first, second] = operands
  if (!first) return null
  if (operation === 'sum') return sumOf(operands)
  if (!second) return null
  switch (operation) {
    case 'difference':
      return differenceOf(first, second)
    case 'previous':
      return previousOf(first, second)
    case 'share':
      return shareOf(first.amount, second)
    case 'portion':
      return portionOf(operands)
    case 'quotient':
      return quotientOf(first, second, unit)
  }
}

/** An operand's value in a unit; null where it cannot be said in it. */
function valueIn(fact: Fact, unit: string): Decimal | null {
  if (unitFamily(fact.amount.unit) === unitFamily(unit)) return decimal(fact.amount.value)
  const converted = convertMoney(fact.amount.value, fact.amount.unit, unit)
  return converted === null ? null : decimal(converted)
}

function sumOf(operands: readonly Fact[]): Result | null {
  const unit = operands[0]?.amount.unit ?? ''
  const values = operands.map((fact) => valueIn(fact, unit))
  const known = values.flatMap((value) => value ?? [])
  if (known.length !== values.length) return null
  return {
    value: decimalString(sumDecimals(known)),
    unit,
    expression: operands.map((_, index) => operandName(index)).join(' + '),
    direction: null,
  }
}

function negative({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

/** The magnitude of a − b, with the direction from b to a. */
function differenceOf(a: Fact, b: Fact): Result | null {
  const [x, y] = [decimal(a.amount.value), valueIn(b, a.amount.unit)]
  if (!y) return null
  const difference = sumDecimals([x, negative(y)])
  const below = difference.digits < 0n
  return {
    value: decimalString(below ? negative(difference) : difference),
    unit: a.amount.unit,
    expression: below ? 'b - a' : 'a - b',
    direction: difference.digits === 0n ? 'flat' : below ? 'down' : 'up',
  }
}

/** Last year's level from this year's and the stated change: a − b where it rose, a + b where it fell. */
function previousOf(level: Fact, change: Fact): Result | null {
  const moved = valueIn(change, level.amount.unit)
  if (!moved || change.direction === null) return null
  const fell = change.direction === 'down'
  const value = sumDecimals([decimal(level.amount.value), fell ? moved : negative(moved)])
  return { value: decimalString(value), unit: level.amount.unit, expression: fell ? 'a + b' : 'a - b', direction: null }
}

/** a / b rounded half up to two decimals; null for b = 0. */
function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.digits === 0n) return null
  const scale = 2
  const numerator = a.digits * 10n ** BigInt(scale + 1 + b.scale)
  const denominator = b.digits * 10n ** BigInt(a.scale)
  const tenfold = numerator / denominator
  const half = tenfold < 0n ? -5n : 5n
  return { digits: (tenfold + half) / 10n, scale }
}

/** Several parts together of one whole, the last operand. */
function portionOf(operands: readonly Fact[]): Result | null {
  const parts = operands.slice(0, -1)
  const whole = operands.at(-1)
  const sum = sumOf(parts)
  const share = sum && whole ? shareOf(sum, whole) : null
  return (
    share && {
      ...share,
      expression: `(${parts.map((_, index) => operandName(index)).join(' + ')}) / ${operandName(parts.length)} × 100%`,
    }
  )
}

function shareOf(part: Pick<Fact['amount'], 'value' | 'unit'>, whole: Fact): Result | null {
  const denominator = valueIn(whole, part.unit)
  const numerator = decimal(part.value)
  const ratio = denominator && divide({ digits: numerator.digits * 100n, scale: numerator.scale }, denominator)
  // A part is not more than its whole: the two were mistaken for each other.
  if (ratio && ratio.digits > 10_000n) return null
  return ratio ? { value: decimalString(ratio), unit: '%', expression: 'a / b × 100%', direction: null } : null
}

/** Money a head: in the unit asked for, else in 元 where it is less than one of the unit printed. */
function quotientOf(money: Fact, count: Fact, unit: string | null): Result | null {
  if (isMoney(count.amount.unit)) return null
  const printed = divide(decimal(money.amount.value), decimal(count.amount.value))
  if (!printed) return null
  const small = printed.digits < 100n
  const wanted = unit ?? (small && isMoney(money.amount.unit) ? '元' : money.amount.unit)
  const value = valueIn(money, wanted)
  const ratio = value && divide(value, decimal(count.amount.value))
  if (!ratio) return null
  const text = decimalString(ratio).replace(/\.00$/, '')
  return {
    value: text,
    unit: wanted,
    expression: wanted === money.amount.unit ? 'a / b' : `a (${wanted}) / b`,
    direction: null,
  }
}
