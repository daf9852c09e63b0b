import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalString } from '../../../ingest/domain/amount.ts'
import { calculate, type Operation, operandName } from './arithmetic.ts'

type Direction = 'up' | 'down' | 'flat' | null

const amount = (value: string, unit: string, direction: Direction = null) => ({
  amount: { value, unit, raw: value },
  direction,
})
const money = (value: string, direction: Direction = null) => amount(value, '万元', direction)
/** "8.70万元" → an operand. */
const read = (text: string) => {
  const [, value = '', unit = ''] = /^(-?[\d.]+)(.*)$/.exec(text) ?? []
  return amount(value, unit)
}
/** The outcome as a reader sees it; "none" where there is none. */
const said = (operation: Operation, operands: readonly ReturnType<typeof amount>[], unit: string | null = null) => {
  const result = calculate(operation, operands, unit)
  return result ? `${result.value}${result.unit}` : 'none'
}

// What follows reckons by itself, in ten-thousandths of a 元, so that it shares nothing with the code under test.
const EXPONENTS = new Map([
  ['元', 0],
  ['千元', 3],
  ['万元', 4],
  ['百万元', 6],
  ['亿元', 8],
])
const LEAST = 4

function exact(value: string, unit: string): bigint {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const shift = (EXPONENTS.get(unit) ?? 0) + LEAST
  // What lies below the least must be zeros.
  expect(fraction.slice(shift)).toMatch(/^0*$/)
  const digits = BigInt(whole + fraction.slice(0, shift).padEnd(shift, '0'))
  return value.startsWith('-') ? -digits : digits
}
const exactOf = (operand: { amount: { value: string; unit: string } }) =>
  exact(operand.amount.value, operand.amount.unit)

const scales = fc.integer({ min: 0, max: 4 })
const moneyOperand = (least: bigint) =>
  fc
    .tuple(fc.bigInt({ min: least, max: 10n ** 13n }), scales, fc.constantFrom(...EXPONENTS.keys()))
    .map(([digits, scale, unit]) => amount(decimalString({ digits, scale }), unit))
const anyMoney = moneyOperand(-(10n ** 13n))
const someMoney = moneyOperand(1n)
const direction = fc.constantFrom<'up' | 'down'>('up', 'down')

/** Hundredths of 100 × a / b for b > 0 and a ≥ 0, half up. */
const hundredths = (a: bigint, b: bigint) => (2n * 10_000n * a + b) / (2n * b)
const twoDecimals = (digits: bigint) => decimalString({ digits, scale: 2 })

describe('operands', () => {
  test('are named a, b, …, z, a1, b1, …', () => {
    expect([0, 1, 25, 26, 27, 52].map(operandName)).toEqual(['a', 'b', 'z', 'a1', 'b1', 'a2'])
  })

  test('a hundred have a hundred names', () => {
    expect(new Set(Array.from({ length: 100 }, (_, index) => operandName(index))).size).toBe(100)
  })

  test.each<[Operation, string]>([
    ['sum', 'a + b + c'],
    ['average', '(a + b + c) / 3'],
    ['count', 'count(a, b, c)'],
    ['portion', '(a + b) / c × 100%'],
  ])('%s says %s', (operation, expression) => {
    expect(calculate(operation, [money('1'), money('2'), money('5')])?.expression).toBe(expression)
  })

  test.each<[Operation, string]>([
    ['difference', 'a - b'],
    ['share', 'a / b × 100%'],
    ['growth', '(a - b) / b × 100%'],
  ])('%s of two says %s', (operation, expression) => {
    expect(calculate(operation, [money('2'), money('2')])?.expression).toBe(expression)
  })

  test.each<Operation>(['difference', 'growth', 'previous', 'quotient', 'rate', 'share'])(
    '%s takes two',
    (operation) => {
      expect(said(operation, [money('2', 'up')])).toBe('none')
      expect(said(operation, [])).toBe('none')
    },
  )
})

describe('a sum', () => {
  test('is exact, whatever the decimals and units of money', () => {
    fc.assert(
      fc.property(fc.array(anyMoney, { minLength: 1, maxLength: 8 }), (operands) => {
        const result = calculate('sum', operands)
        expect(result?.unit).toBe(operands[0]?.amount.unit)
        const total = operands.reduce((sum, operand) => sum + exactOf(operand), 0n)
        expect(exact(result?.value ?? '', result?.unit ?? '')).toBe(total)
      }),
    )
  })

  test.each([
    [['0.1万元', '0.2万元'], '0.3万元'],
    [['8.70万元', '4400.00元'], '9.14万元'],
    [['12人', '3名'], '15人'],
    [['3个', '2项'], '5个'],
    [['3辆', '2人'], 'none'],
    [['3万元', '2%'], 'none'],
    [['3人', '2万人'], 'none'],
  ])('of %j is %s', (operands, sum) => {
    expect(said('sum', operands.map(read))).toBe(sum)
  })
})

describe('an average', () => {
  test.each([
    [['90.5分', '80分', '70分'], '80.17分'],
    [['1万元', '2万元'], '1.50万元'],
    [['0.01分', '0.02分'], '0.02分'],
    [['-0.01分', '-0.02分'], '-0.02分'],
    [['90分', '3万元'], 'none'],
  ])('of %j is %s', (operands, mean) => {
    expect(said('average', operands.map(read))).toBe(mean)
  })

  test('times the number of operands is their sum, within rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 9 }), (cents) => {
        const mean = calculate(
          'average',
          cents.map((digits) => amount(twoDecimals(digits), '分')),
        )
        const [sum, count] = [cents.reduce((a, b) => a + b, 0n), BigInt(cents.length)]
        expect(mean?.value).toBe(twoDecimals((2n * sum + count) / (2n * count)))
      }),
    )
  })
})

describe('a difference', () => {
  test('is the magnitude, with the direction from the second to the first', () => {
    fc.assert(
      fc.property(anyMoney, anyMoney, (a, b) => {
        const result = calculate('difference', [a, b])
        const moved = exactOf(a) - exactOf(b)
        expect(exact(result?.value ?? '', result?.unit ?? '')).toBe(moved < 0n ? -moved : moved)
        expect(result?.direction).toBe(moved === 0n ? 'flat' : moved < 0n ? 'down' : 'up')
        expect(result?.expression).toBe(moved < 0n ? 'b - a' : 'a - b')
      }),
    )
  })

  test('needs one unit', () => {
    expect(said('difference', [read('3万元'), read('3%')])).toBe('none')
    expect(said('difference', [read('7名'), read('3人')])).toBe('4名')
  })
})

describe('a share', () => {
  test('lies between nothing and the whole, rounded half up', () => {
    fc.assert(
      fc.property(moneyOperand(0n), someMoney, (part, whole) => {
        const result = calculate('share', [part, whole])
        const digits = hundredths(exactOf(part), exactOf(whole))
        expect(result?.value ?? null).toBe(digits > 10_000n ? null : twoDecimals(digits))
      }),
    )
  })

  test('of several together is that of their sum', () => {
    fc.assert(
      fc.property(fc.array(moneyOperand(0n), { minLength: 1, maxLength: 5 }), someMoney, (parts, whole) => {
        const [sum] = [parts.reduce((total, part) => total + exactOf(part), 0n)]
        const digits = hundredths(sum, exactOf(whole))
        expect(calculate('portion', [...parts, whole])?.value ?? null).toBe(
          digits > 10_000n ? null : twoDecimals(digits),
        )
      }),
    )
  })

  test.each([
    ['share', ['0.95万元', '9.65万元'], '9.84%'],
    ['share', ['1万元', '8000元'], 'none'],
    ['share', ['8000元', '0.8万元'], '100.00%'],
    ['share', ['10000人', '9999人'], 'none'],
    ['share', ['1人', '0人'], 'none'],
    ['share', ['1人', '8万元'], 'none'],
    ['portion', ['1万元', '2万元', '6万元'], '50.00%'],
    ['portion', ['4万元', '3万元', '6万元'], 'none'],
    ['portion', ['1万元', '2人', '6万元'], 'none'],
    ['portion', ['6万元'], 'none'],
  ] as const)('%s of %j: %s', (operation, operands, share) => {
    expect(said(operation, operands.map(read))).toBe(share)
  })
})

describe('growth', () => {
  test('has the direction from the second to the first, and its magnitude half up', () => {
    fc.assert(
      fc.property(moneyOperand(0n), someMoney, (now, before) => {
        const result = calculate('growth', [now, before])
        const moved = exactOf(now) - exactOf(before)
        expect(result?.value).toBe(twoDecimals(hundredths(moved < 0n ? -moved : moved, exactOf(before))))
        expect(result?.direction).toBe(moved === 0n ? 'flat' : moved < 0n ? 'down' : 'up')
        expect(result?.unit).toBe('%')
      }),
    )
  })

  test.each([
    ['100.125', '100', '0.13%'],
    ['99.875', '100', '0.13%'],
    ['100.124', '100', '0.12%'],
    ['3', '2', '50.00%'],
    ['0', '2', '100.00%'],
    ['3', '0', 'none'],
  ])('to %s from %s is %s', (now, before, growth) => {
    expect(said('growth', [money(now), money(before)])).toBe(growth)
  })

  test('of unlike things is none', () => {
    expect(said('growth', [read('3万元'), read('3人')])).toBe('none')
  })
})

describe('a stated change', () => {
  /** A year's level, the change that led to it, and the level it started from. */
  const story = fc.tuple(someMoney, someMoney, direction).map(([before, moved, way]) => {
    const now = calculate(way === 'up' ? 'sum' : 'difference', [before, moved])
    const level = amount(now?.value ?? '0', now?.unit ?? '')
    return {
      before,
      change: { ...moved, direction: way },
      level,
      below: way === 'down' && exactOf(before) < exactOf(moved),
    }
  })

  test('leads back to the year before', () => {
    fc.assert(
      fc.property(story, ({ before, change, level, below }) => {
        fc.pre(!below)
        const back = calculate('previous', [level, change])
        expect(exact(back?.value ?? '', back?.unit ?? '')).toBe(exactOf(before))
        expect(back?.expression).toBe(change.direction === 'up' ? 'a - b' : 'a + b')
      }),
    )
  })

  test('gives the rate that the two levels give', () => {
    fc.assert(
      fc.property(story, ({ before, change, level, below }) => {
        fc.pre(!below)
        const { expression, ...rate } = calculate('rate', [change, level]) ?? { expression: '' }
        const { expression: _, ...growth } = calculate('growth', [level, before]) ?? { expression: '' }
        expect(rate).toEqual(growth)
        expect(expression).toBe(change.direction === 'up' ? 'a / (b - a) × 100%' : 'a / (b + a) × 100%')
      }),
    )
  })

  test.each<[Operation, string, string, Direction, string]>([
    ['previous', '9.65', '1.25', 'down', '10.90万元'],
    ['previous', '9.65', '1.25', 'up', '8.40万元'],
    ['previous', '9.65', '0', 'flat', '9.65万元'],
    ['previous', '9.65', '1.25', null, 'none'],
  ])('%s of %s with a change of %s %s is %s', (operation, level, change, way, before) => {
    expect(said(operation, [money(level), money(change, way)])).toBe(before)
  })

  test.each<[string, Direction, string, string]>([
    ['1.25', 'down', '9.65', '11.47%'],
    ['9.65', 'up', '9.65', 'none'],
    ['1.25', null, '9.65', 'none'],
  ])('of %s %s to %s is %s', (change, way, level, rate) => {
    expect(said('rate', [money(change, way), money(level)])).toBe(rate)
  })

  test('in another unit than its level does not go with it', () => {
    expect(said('previous', [money('9.65'), amount('3', '%', 'up')])).toBe('none')
    expect(said('rate', [amount('3', '人', 'up'), money('9.65')])).toBe('none')
  })
})
