import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculate } from './arithmetic.ts'

const amount = (value: string, unit: string) => ({ amount: { value, unit, raw: value }, direction: null })
const read = (text: string) => {
  const [, value = '', unit = ''] = /^(-?[\d.]+)(.*)$/.exec(text) ?? []
  return amount(value, unit)
}
const said = (operation: 'quotient' | 'product' | 'count', operands: readonly string[], unit: string | null = null) => {
  const result = calculate(operation, operands.map(read), unit)
  return result ? `${result.value}${result.unit}` : 'none'
}

describe('money by what is counted', () => {
  test.each([
    [['9.65万元', '2人'], null, '4.83万元', 'a / b'],
    [['8万元', '4辆'], null, '2万元', 'a / b'],
    [['1万元', '4人'], null, '2500元', 'a (元) / b'],
    [['5万元', '5人'], null, '1万元', 'a / b'],
    [['4.96万元', '5人'], null, '9920元', 'a (元) / b'],
    [['1万元', '4人'], '万元', '0.25万元', 'a / b'],
    [['120万元', '3万人'], null, '40元', 'a (元) / b'],
    [['4500元', '9人'], null, '500元', 'a / b'],
    [['3元', '4人'], null, '0.75元', 'a / b'],
    [['2亿元', '50万人'], '元', '400元', 'a (元) / b'],
  ] as const)('%j in %s is %s', (operands, unit, quotient, expression) => {
    expect(said('quotient', operands, unit)).toBe(quotient)
    expect(calculate('quotient', operands.map(read), unit)?.expression).toBe(expression)
  })

  test.each([
    [['9万元', '0人'], null],
    [['9万元', '3%'], null],
    [['9万元', '3万元'], null],
    [['9万元', '3人'], '人'],
    [['9万元'], null],
  ] as const)('%j in %s is nothing', (operands, unit) => {
    expect(said('quotient', operands, unit)).toBe('none')
  })
})

describe('a product', () => {
  test.each([
    [['229人', '30元'], null, '6870元'],
    [['500人', '30元'], null, '1.5万元'],
    [['500人', '20元'], null, '1万元'],
    [['500人', '30元'], '元', '15000元'],
    [['30元', '500人', '12月'], null, '18万元'],
    [['2.5万人', '40元'], null, '100万元'],
    [['2.5万人', '400元', '15%'], null, '150万元'],
    [['1.2亿元', '3人'], '亿元', '3.6亿元'],
    [['0.5万元', '12.5%'], null, '625元'],
  ] as const)('of %j in %s is %s', (operands, unit, product) => {
    expect(said('product', operands, unit)).toBe(product)
  })

  test('says its factors by name', () => {
    expect(calculate('product', ['30元', '500人', '15%'].map(read))?.expression).toBe('a × b × c')
  })

  test.each([
    [['229人', '30人'], null],
    [['30元', '3万元'], null],
    [['30%', '30人'], null],
    [['229人', '30元'], '人'],
  ] as const)('of %j in %s is none', (operands, unit) => {
    expect(said('product', operands, unit)).toBe('none')
  })

  test('has the same value in any order of its factors', () => {
    const operands = fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 100 }))
      .chain(([heads, yuan, percent]) => {
        const factors = [amount(`${heads}`, '人'), amount(`${yuan}`, '元'), amount(`${percent}`, '%')]
        return fc.record({
          factors: fc.shuffledSubarray(factors, { minLength: 3 }),
          hundredths: fc.constant(heads * yuan * percent),
        })
      })
    fc.assert(
      fc.property(operands, ({ factors, hundredths }) => {
        const result = calculate('product', factors, '元')
        expect(Number(result?.value) * 100).toBeCloseTo(hundredths, 4)
      }),
    )
  })
})

describe('a count', () => {
  test.each([
    [['3万元', '5人', '7%'], null, '3个'],
    [['3万元'], '', '1'],
    [[], null, 'none'],
  ] as const)('of %j in %s is %s', (operands, unit, count) => {
    expect(said('count', operands, unit)).toBe(count)
  })
})
