import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDecimals,
  convertMoney,
  decimal,
  decimalString,
  isMoney,
  multiplyDecimals,
  sameAmount,
  sumDecimals,
} from './amount.ts'

const units = fc.constantFrom('元', '千元', '万元', '百万元', '亿元')
const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => decimalString({ digits, scale }))

describe('decimals', () => {
  it('are read and printed with all their digits', () => {
    expect(decimal('1204.71')).toEqual({ digits: 120471n, scale: 2 })
    expect(decimal('-0.05')).toEqual({ digits: -5n, scale: 2 })
    expect(decimalString({ digits: -5n, scale: 2 })).toBe('-0.05')
    expect(decimalString({ digits: 50n, scale: 0 })).toBe('50')
    fc.assert(fc.property(value, (text) => decimalString(decimal(text)) === text))
  })

  it.each(['', '1,000', '1.', '.5', '１', '1e3', 'NaN'])('are nothing else: %j', (text) => {
    expect(() => decimal(text)).toThrow(RangeError)
  })

  it('are compared by value, not by spelling', () => {
    expect(compareDecimals(decimal('1.5'), decimal('1.50'))).toBe(0)
    expect(compareDecimals(decimal('-2'), decimal('1.50'))).toBe(-1)
    expect(compareDecimals(decimal('10'), decimal('9.99'))).toBe(1)
  })

  it('are multiplied exactly', () => {
    expect(decimalString(multiplyDecimals(decimal('-1.25'), decimal('0.4')))).toBe('-0.500')
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [decimal(a), decimal(b)]
        expect(multiplyDecimals(x, y)).toEqual(multiplyDecimals(y, x))
      }),
    )
  })

  it('add up exactly, whatever their order', () => {
    expect(decimalString(sumDecimals(['0.10', '0.2', '3'].map(decimal)))).toBe('3.30')
    expect(sumDecimals([])).toEqual({ digits: 0n, scale: 0 })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (values) => {
        const [there, back] = [values, [...values].reverse()].map((list) => sumDecimals(list.map(decimal)))
        expect(there).toEqual(back)
      }),
    )
  })
})

describe('money', () => {
  it('is told from what is counted', () => {
    expect(['元', '万元', '亿元'].every(isMoney)).toBe(true)
    expect(['', '%', '人', 'toString'].some(isMoney)).toBe(false)
  })

  it('is converted exactly', () => {
    expect(convertMoney('6.20', '万元', '元')).toBe('62000')
    expect(convertMoney('62000', '元', '亿元')).toBe('0.00062')
    expect(convertMoney('1200', '元', '千元')).toBe('1.2')
    expect(convertMoney('5', '人', '万元')).toBeNull()
    expect(convertMoney('5', '万元', '人')).toBeNull()
  })

  it('comes back unchanged from any unit', () => {
    fc.assert(
      fc.property(value, units, units, (text, from, to) => {
        const back = convertMoney(convertMoney(text, from, to) ?? '', to, from) ?? ''
        expect(compareDecimals(decimal(back), decimal(text))).toBe(0)
      }),
    )
  })

  it('is the same in another unit, and never the same as a number of things', () => {
    expect(sameAmount({ value: '6.2', unit: '万元' }, { value: '62000.00', unit: '元' })).toBe(true)
    expect(sameAmount({ value: '6.2', unit: '万元' }, { value: '6.20', unit: '万元' })).toBe(true)
    expect(sameAmount({ value: '6.2', unit: '万元' }, { value: '6.2', unit: '元' })).toBe(false)
    expect(sameAmount({ value: '6', unit: '人' }, { value: '6', unit: '辆' })).toBe(false)
  })
})
