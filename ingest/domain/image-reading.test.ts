import { describe, expect, it } from 'vitest'
import { bearsOut } from './image-reading.ts'

const figures = new Map([
  [1, '10.50'],
  [2, '8.00'],
  [3, '2.50'],
  [4, '0.00'],
  [5, '10.5'],
])
const figureOn = (line: number) => figures.get(line) ?? null

describe('bearsOut', () => {
  it('holds for each figure of a sum that comes out', () => {
    for (const line of [1, 2, 3]) expect(bearsOut({ whole: 1, parts: [2, 3] }, line, figureOn)).toBe(true)
    expect(bearsOut({ whole: 1, parts: [5] }, 5, figureOn)).toBe(true)
  })

  it.each([
    ['a line that takes no part', { whole: 1, parts: [2, 3] }, 5],
    ['a sum that does not come out', { whole: 1, parts: [2] }, 2],
    ['a line that stands for two', { whole: 2, parts: [2] }, 2],
    ['a line without a figure', { whole: 1, parts: [2, 3, 9] }, 2],
    ['the whole without a figure', { whole: 9, parts: [2] }, 2],
    ['a zero', { whole: 1, parts: [5, 4] }, 1],
  ] as const)('does not hold with %s', (_, { whole, parts }, line) => {
    expect(bearsOut({ whole, parts: [...parts] }, line, figureOn)).toBe(false)
  })
})
