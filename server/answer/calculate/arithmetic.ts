import {
  convertMoney,
  type Decimal,
  decimal,
  decimalString,
  divideDecimals,
  isMoney,
  multiplyDecimals,
  negative,
  sumDecimals,
} from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import { unitFamily } from '../../../ingest/domain/sameness.ts'

/**
 * What is done with the operands, in their order. "portion": the share of all operands but the last in the last.
 * "previous": a level less (or plus) its change against the year before. "growth": from the second level to the first.
 * "rate": a change against the level that it led to. "count": how many operands there are.
 * "times": how many times the second the first is. "shortfall": by how much the sum of all operands but the first differs from the first.
 */
export type Operation =
  | 'sum'
  | 'difference'
  | 'share'
  | 'portion'
  | 'quotient'
  | 'previous'
  | 'growth'
  | 'rate'
  | 'average'
  | 'count'
  | 'product'
  | 'shortfall'
  | 'times'

export interface Result {
  readonly value: string
  readonly unit: string
  /** In terms of the operands' names a, b, c …; this is what a reader can redo. */
  readonly expression: string
  readonly direction: Fact['direction']
}

/** What is read of an operand: the figure alone. */
type Operand = Pick<Fact, 'amount' | 'direction'>

const NAMES = 'abcdefghijklmnopqrstuvwxyz'

/** The name of an operand by its place: a, b, …, z, a1, b1, …. */
export function operandName(index: number): string {
  const letter = NAMES[index % NAMES.length] ?? 'a'
  return index < NAMES.length ? letter : `${letter}${Math.floor(index / NAMES.length)}`
}

/**
 * Exact arithmetic over printed figures; null where the operands do not go together (other units, division by zero).
 * Sums, differences and products are exact; shares, rates, averages and quotients are rounded half up to two decimals.
 * `unit` is the unit asked for: of the money a head, of a product, or of what is counted.
 */
export function calculate(
  operation: Operation,
  operands: readonly Operand[],
  unit: string | null = null,
): Result | null {
  const [first, second] = operands
  if (!first) return null
  if (isOfAll(operation)) return askedUnit(ofAll(operation, operands, unit), unit)
  return second ? askedUnit(ofTwo(operation, first, second, unit), unit) : null
}

/** Money in the unit asked for, exactly. */
function askedUnit(result: Result | null, unit: string | null): Result | null {
  if (!result || unit === null || unit === result.unit || !isMoney(unit)) return result
  const value = convertMoney(result.value, result.unit, unit)
  return value === null ? result : { ...result, value, unit, expression: `(${result.expression}) (${unit})` }
}

const OF_ALL = ['sum', 'average', 'count', 'portion', 'product', 'shortfall'] as const
type OfAll = (typeof OF_ALL)[number]

/** Whether an operation takes any number of operands; the others take two. */
function isOfAll(operation: Operation): operation is OfAll {
  return OF_ALL.some((one) => one === operation)
}

function ofAll(operation: OfAll, operands: readonly Operand[], unit: string | null): Result | null {
  switch (operation) {
    case 'sum':
      return sumOf(operands)
    case 'average':
      return averageOf(operands)
    case 'count':
      return plain(String(operands.length), unit ?? '个', `count(${namesOf(operands).join(', ')})`)
    case 'portion':
      return portionOf(operands)
    case 'product':
      return productOf(operands, unit)
    case 'shortfall':
      return shortfallOf(operands)
  }
}

function ofTwo(operation: Exclude<Operation, OfAll>, a: Operand, b: Operand, unit: string | null): Result | null {
  switch (operation) {
    case 'difference':
      return differenceOf(a, b)
    case 'previous':
      return previousOf(a, b)
    case 'growth':
      return growthOf(a, b)
    case 'rate':
      return rateOf(a, b)
    case 'share':
      return shareOf(a.amount, b)
    case 'quotient':
      return quotientOf(a, b, unit)
    case 'times':
      return timesOf(a, b)
  }
}

function plain(value: string, unit: string, expression: string): Result {
  return { value, unit, expression, direction: null }
}

function namesOf(operands: readonly Operand[]): string[] {
  return operands.map((_, index) => operandName(index))
}

/** An operand's value in a unit; null where it cannot be said in it. */
function valueIn({ amount }: Operand, unit: string): Decimal | null {
  if (unitFamily(amount.unit) === unitFamily(unit)) return decimal(amount.value)
  const converted = convertMoney(amount.value, amount.unit, unit)
  return converted === null ? null : decimal(converted)
}

/** The sum in the first operand's unit. */
function sumOf(operands: readonly Operand[]): Result | null {
  const unit = operands[0]?.amount.unit ?? ''
  const values = operands.flatMap((operand) => valueIn(operand, unit) ?? [])
  if (values.length !== operands.length) return null
  return plain(decimalString(sumDecimals(values)), unit, namesOf(operands).join(' + '))
}

/** The magnitude of a − (b + c + …), with the direction from the parts to the whole. */
function shortfallOf(operands: readonly Operand[]): Result | null {
  const [whole, ...parts] = operands
  const sum = sumOf(parts)
  if (!whole || !sum) return null
  const result = differenceOf(whole, { amount: { ...whole.amount, ...sum }, direction: null })
  const names = namesOf(operands).slice(1).join(' + ')
  return result && { ...result, expression: result.direction === 'down' ? `(${names}) - a` : `a - (${names})` }
}

function averageOf(operands: readonly Operand[]): Result | null {
  const sum = sumOf(operands)
  const mean = sum && divideDecimals(decimal(sum.value), decimal(String(operands.length)), 2)
  return mean && sum && plain(decimalString(mean), sum.unit, `(${sum.expression}) / ${operands.length}`)
}

/** The magnitude of a − b, with the direction from b to a. */
function differenceOf(a: Operand, b: Operand): Result | null {
  const [x, y] = [decimal(a.amount.value), valueIn(b, a.amount.unit)]
  if (!y) return null
  const difference = sumDecimals([x, negative(y)])
  const below = difference.digits < 0n
  return {
    value: decimalString(below ? negative(difference) : difference),
    unit: a.amount.unit,
    expression: below ? 'b - a' : 'a - b',
    direction: directionOf(difference),
  }
}

function directionOf({ digits }: Decimal): 'up' | 'down' | 'flat' {
  return digits === 0n ? 'flat' : digits < 0n ? 'down' : 'up'
}

/** Last year's level from this year's and the stated change: a − b where it rose, a + b where it fell. */
function previousOf(level: Operand, change: Operand): Result | null {
  const before = levelBefore(level, change)
  return before && plain(decimalString(before), level.amount.unit, change.direction === 'down' ? 'a + b' : 'a - b')
}

function levelBefore(level: Operand, change: Operand): Decimal | null {
  const moved = valueIn(change, level.amount.unit)
  if (!moved || change.direction === null) return null
  return sumDecimals([decimal(level.amount.value), change.direction === 'down' ? moved : negative(moved)])
}

/** The magnitude of the growth from b to a. */
function growthOf(a: Operand, b: Operand): Result | null {
  const before = valueIn(b, a.amount.unit)
  if (!before) return null
  const difference = sumDecimals([decimal(a.amount.value), negative(before)])
  return percentage(difference, before, '(a - b) / b × 100%')
}

/** The rate of a stated change from the level before to the level it led to. */
function rateOf(change: Operand, level: Operand): Result | null {
  const before = levelBefore(level, change)
  const moved = valueIn(change, level.amount.unit)
  if (!before || !moved) return null
  const fell = change.direction === 'down'
  return percentage(fell ? negative(moved) : moved, before, `a / (b ${fell ? '+' : '-'} a) × 100%`)
}

function percentage(moved: Decimal, before: Decimal, expression: string): Result | null {
  const ratio = divideDecimals({ ...moved, digits: moved.digits * 100n }, before, 2)
  if (!ratio) return null
  return {
    value: decimalString(ratio.digits < 0n ? negative(ratio) : ratio),
    unit: '%',
    expression,
    direction: directionOf(moved),
  }
}

/** How many times b a is; of the same sort only. */
function timesOf(a: Operand, b: Operand): Result | null {
  const base = valueIn(b, a.amount.unit)
  const ratio = base && divideDecimals(decimal(a.amount.value), base, 2)
  return ratio && plain(decimalString(ratio), '倍', 'a / b')
}

/** Several parts together of one whole, the last operand. */
function portionOf(operands: readonly Operand[]): Result | null {
  const parts = operands.slice(0, -1)
  const whole = operands.at(-1)
  const sum = sumOf(parts)
  const share = sum && whole ? shareOf(sum, whole) : null
  return share && { ...share, expression: `(${namesOf(parts).join(' + ')}) / ${operandName(parts.length)} × 100%` }
}

function shareOf(part: Pick<Fact['amount'], 'value' | 'unit'>, whole: Operand): Result | null {
  const denominator = valueIn(whole, part.unit)
  const numerator = decimal(part.value)
  const ratio = denominator && divideDecimals({ ...numerator, digits: numerator.digits * 100n }, denominator, 2)
  // A part is not more than its whole: the two were mistaken for each other.
  if (!ratio || ratio.digits > 10_000n) return null
  return plain(decimalString(ratio), '%', 'a / b × 100%')
}

/** How many ones a counting unit stands for (万人 is ten thousand). */
function countOf({ amount: { value, unit } }: Operand): Decimal | null {
  if (isMoney(unit) || unit === '%') return null
  return unit.startsWith('万') ? multiplyDecimals(decimal(value), decimal('10000')) : decimal(value)
}

/** Money a head: in the unit asked for, else in 元 where it is less than one of the unit printed. */
function quotientOf(money: Operand, count: Operand, unit: string | null): Result | null {
  const heads = countOf(count)
  const printed = heads && divideDecimals(decimal(money.amount.value), heads, 2)
  if (!printed) return null
  const small = printed.digits < 100n
  const wanted = unit ?? (small && isMoney(money.amount.unit) ? '元' : money.amount.unit)
  const value = valueIn(money, wanted)
  const ratio = value && divideDecimals(value, heads, 2)
  if (!ratio) return null
  return plain(
    decimalString(ratio).replace(/\.00$/, ''),
    wanted,
    wanted === money.amount.unit ? 'a / b' : `a (${wanted}) / b`,
  )
}

/** Heads times money a head, less where a percentage is among the factors; in the unit asked for, else in 万元 from 10,000 元 on. */
function productOf(operands: readonly Operand[], unit: string | null): Result | null {
  const money = operands.filter(({ amount }) => isMoney(amount.unit))
  const [single] = money
  const factors = operands.map((operand) => factorOf(operand))
  if (!single || money.length > 1 || factors.some((factor) => factor === null)) return null
  const product = factors.reduce<Decimal>((left, right) => (right ? multiplyDecimals(left, right) : left), decimal('1'))
  const yuan = decimalString(product)
  const wanted = unit ?? (product.digits >= 10_000n * 10n ** BigInt(product.scale) ? '万元' : '元')
  const value = convertMoney(yuan, '元', wanted)
  return value === null ? null : plain(value, wanted, namesOf(operands).join(' × '))
}

/** Money in 元, a count in ones, a percentage as the fraction it is. */
function factorOf(operand: Operand): Decimal | null {
  const { value, unit } = operand.amount
  if (unit === '%') return { ...decimal(value), scale: decimal(value).scale + 2 }
  if (!isMoney(unit)) return countOf(operand)
  const yuan = convertMoney(value, unit, '元')
  return yuan === null ? null : decimal(yuan)
}
