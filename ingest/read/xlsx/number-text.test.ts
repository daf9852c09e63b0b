import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInFormat, isDatePattern, printedNumber, printedText } from './number-text.ts'

describe('a number', () => {
  it.each<[number, string, string]>([
    [6.2, '0.00', '6.20'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.1234, '0.00%', '12.34%'],
    [0, '0.00_);;;', ''],
    [0, '0.00;-0.00;', ''],
    [0, '0.00', '0.00'],
    [0.1 + 0.2, 'General', '0.3'],
    [1.005, '0.00', '1.01'],
    [2.675, '0.00', '2.68'],
    [8.299999999999999, '0.00', '8.30'],
    [1 / 3, 'General', '0.333333333333333'],
    [0, 'General', '0'],
    [123456789012, 'General', '123456789012'],
    [1234567890123.45, 'General', '1234567890123.45'],
    [0.0000123, 'General', '0.0000123'],
    [-0.0000123, 'G/通用格式', '-0.0000123'],
    [12.5, 'G/通用格式', '12.5'],
    [5, '00', '05'],
    [2101501, '0', '2101501'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '-1,234.50'],
    [-1234.5, '0.00_ ;[Red]0.00\\ ', '-1234.50'],
    [-1234.5, '0.00_ ;[Red]\\-0.00\\ ', '-1234.50'],
    [-0.001, '0.00', '0.00'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    [1234.5, '¥#,##0.00;¥-#,##0.00', '1,234.50'],
    [12345, '0!.0000', '1.2345'],
    [6.2, '0.00"万元!"', '6.20万元!'],
    [45000, 'yyyy"年"m"月"d"日"', '2023年3月15日'],
    [6.25, 'bad[', '6.25'],
    [6.25, '0.00'.repeat(200), '6.25'],
  ])('%d under %s is printed %s', (value, pattern, printed) => {
    expect(printedNumber(value, pattern)).toBe(printed)
  })

  it('is a day counted from 1904 where its file counts so', () => {
    expect(printedNumber(45000 - 1462, 'yyyy/m/d', true)).toBe('2023/3/15')
    expect(printedNumber(45000, '0', true)).toBe('45000')
    expect([isDatePattern('yyyy/m/d'), isDatePattern('0.00'), isDatePattern('General')]).toEqual([true, false, false])
  })

  it('keeps value and sign, to the digits its pattern prints', () => {
    const pattern = fc.constantFrom(
      '0.00',
      '#,##0.00',
      '0.00_);(0.00)',
      '0.00_ ;[Red]0.00\\ ',
      builtInFormat(4),
      builtInFormat(40),
    )
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), pattern, (cents, format) => {
        const printed = printedNumber(cents / 100, format)
        expect(BigInt(printed.replace(/[,.]/g, ''))).toBe(BigInt(cents))
      }),
    )
  })

  it('is printed with all its digits where it has no pattern', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (hundredths) => {
        const printed = printedNumber(hundredths / 100, 'General')
        expect(printed).not.toMatch(/E/i)
        expect(Math.abs(Number(printed) - hundredths / 100)).toBeLessThanOrEqual(Math.abs(hundredths / 100) * 1e-14)
      }),
    )
  })
})

describe('a format known by number', () => {
  it.each([
    [0, 'General'],
    [2, '0.00'],
    [14, 'yyyy/m/d'],
    [40, '#,##0.00;[Red]-#,##0.00'],
    [163, 'General'],
  ])('%i is %s', (id, pattern) => {
    expect(builtInFormat(id)).toBe(pattern)
  })
})

describe('a text', () => {
  it.each([
    ['公务接待费', 'General', '公务接待费'],
    ['1,234.50', '@', '1,234.50'],
    ['甲', '0.00;;;"（"@"）"', '（甲）'],
    ['甲', '@ bad[', '甲'],
  ])('%s under %s is printed %s', (text, pattern, printed) => {
    expect(printedText(text, pattern)).toBe(printed)
  })
})
