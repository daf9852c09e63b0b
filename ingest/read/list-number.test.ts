import { describe, expect, it } from 'vitest'
import { type ListStyle, listNumber } from './list-number.ts'

describe('listNumber', () => {
  it.each<[ListStyle, readonly (readonly [number, string])[]]>([
    [
      'decimal',
      [
        [1, '1'],
        [10_000, '10000'],
      ],
    ],
    [
      'decimal-zero',
      [
        [7, '07'],
        [12, '12'],
      ],
    ],
    [
      'circled',
      [
        [1, '①'],
        [20, '⑳'],
        [21, '21'],
      ],
    ],
    ['full-width', [[12, '１２']]],
    [
      'chinese',
      [
        [1, '一'],
        [10, '十'],
        [11, '十一'],
        [20, '二十'],
        [99, '九十九'],
        [105, '一百零五'],
        [110, '一百一十'],
        [1005, '一千零五'],
      ],
    ],
    [
      'chinese-formal',
      [
        [1, '壹'],
        [12, '壹拾贰'],
      ],
    ],
    ['chinese-digits', [[10, '一〇']]],
    [
      'stems',
      [
        [1, '甲'],
        [11, '11'],
      ],
    ],
    ['branches', [[12, '亥']]],
    [
      'lower-letter',
      [
        [1, 'a'],
        [26, 'z'],
        [27, 'aa'],
      ],
    ],
    ['upper-letter', [[3, 'C']]],
    [
      'lower-roman',
      [
        [4, 'iv'],
        [9, 'ix'],
      ],
    ],
    ['upper-roman', [[1994, 'MCMXCIV']]],
  ])('writes %s', (style, cases) => {
    for (const [number, written] of cases) expect(listNumber(number, style)).toBe(written)
  })

  it('writes in figures what no list counts to', () => {
    for (const style of ['chinese', 'upper-roman', 'lower-letter'] as const) {
      expect(listNumber(0, style)).toBe('0')
      expect(listNumber(-3, style)).toBe('-3')
      expect(listNumber(1_000_000, style)).toBe('1000000')
    }
  })
})
