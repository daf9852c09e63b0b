import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactNumber, sameFigure, unitKind } from './figures.ts'

describe('exactNumber', () => {
  test.each([
    ['1,397.18', '1397.18'],
    ['6.2', '6.20'],
    ['44.28%', '44.28'],
    ['+1', '1'],
    ['0.10', '.10'.padStart(4, '0')],
  ])('%s is %s', (a, b) => expect(exactNumber(a)).toBe(exactNumber(b)))

  test.each(['', '约 6', '6.2.0', '1e3', '-'])('%j is no number', (text) => expect(exactNumber(text)).toBeNull())

  test('sums that floating point gets wrong are exact', () => {
    expect((exactNumber('0.1') ?? 0n) + (exactNumber('0.2') ?? 0n)).toBe(exactNumber('0.3'))
  })
})

test.each([
  ['万元', 'money'],
  [' 亿 元', 'money'],
  ['元/月', 'money'],
  ['名', '人'],
  ['％', '%'],
  ['家', '个'],
  ['分钟', '分钟'],
  [undefined, ''],
])('the unit %j is %s', (unit, kind) => expect(unitKind(unit)).toBe(kind))

describe('sameFigure', () => {
  test.each([
    [
      { value: '6.20', unit: '万元' },
      { value: '62,000', unit: '元' },
    ],
    [
      { value: '1.5', unit: '亿元' },
      { value: '15000', unit: '万元' },
    ],
    [
      { value: '28', unit: '名' },
      { value: '28', unit: '人' },
    ],
    [{ value: '28' }, { value: '28', unit: '人' }],
    [{ value: '有效提高' }, { value: ' 有效提高 ' }],
  ])('%j is %j', (wanted, stated) => expect(sameFigure(wanted, stated)).toBe(true))

  test.each([
    [
      { value: '6.20', unit: '万元' },
      { value: '6.20', unit: '元' },
    ],
    [
      { value: '6.20', unit: '万元' },
      { value: '6.20', unit: '%' },
    ],
    [
      { value: '6.20', unit: '万元' },
      { value: '6.21', unit: '万元' },
    ],
    [
      { value: '-5', unit: '%' },
      { value: '5', unit: '%' },
    ],
    [{ value: '有效提高' }, { value: '提高' }],
  ])('%j is not %j', (wanted, stated) => expect(sameFigure(wanted, stated)).toBe(false))

  test('the tolerance is in the unit of the wanted figure, and inclusive', () => {
    const wanted = { value: '86.64', unit: '%', tolerance: '0.01' }
    expect(sameFigure(wanted, { value: '86.65', unit: '%' })).toBe(true)
    expect(sameFigure(wanted, { value: '86.66', unit: '%' })).toBe(false)
    const money = { value: '1', unit: '万元', tolerance: '0.01' }
    expect(sameFigure(money, { value: '10100', unit: '元' })).toBe(true)
    expect(sameFigure(money, { value: '10101', unit: '元' })).toBe(false)
  })

  test('an accepted form is as good as the wanted one', () => {
    const wanted = { value: '107.04', unit: '万元', accept: [{ value: '47.82', unit: '%' }] }
    expect(sameFigure(wanted, { value: '47.82', unit: '%' })).toBe(true)
    expect(sameFigure(wanted, { value: '47.82', unit: '万元' })).toBe(false)
  })

  test('as magnitudes, the sign is left to the words', () => {
    expect(sameFigure({ value: '-44.28', unit: '%' }, { value: '44.28', unit: '%' }, 'magnitude')).toBe(true)
  })

  test('an amount is itself in every unit of money, and no other amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 1000 }), (cents, off) => {
        const yuan = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`
        const wan = `${Math.floor(cents / 10 ** 6)}.${String(cents % 10 ** 6).padStart(6, '0')}`
        expect(sameFigure({ value: wan, unit: '万元' }, { value: yuan(cents), unit: '元' })).toBe(true)
        expect(sameFigure({ value: wan, unit: '万元' }, { value: yuan(cents + off), unit: '元' })).toBe(false)
      }),
    )
  })
})
