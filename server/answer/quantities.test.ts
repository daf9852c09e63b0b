import { describe, expect, test } from 'vitest'
import { mentionedAmounts, printedQuantities } from './quantities.ts'

describe('quantities in a question', () => {
  test('amounts of money', () => {
    expect(mentionedAmounts('那个500万的项目和1,200.5元的')).toEqual([
      { value: '500', unit: '万元' },
      { value: '1200.5', unit: '元' },
    ])
    expect(mentionedAmounts('115.4万人，3.2')).toEqual([])
  })

  test('amounts and numbers of things', () => {
    expect(printedQuantities('按229人、每人1,030.5元算，2031年')).toEqual([
      { value: '229', unit: '人' },
      { value: '1030.5', unit: '元' },
    ])
  })
})
