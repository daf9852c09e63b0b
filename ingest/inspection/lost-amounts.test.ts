import { describe, expect, it } from 'vitest'
import { lostAmounts } from './lost-amounts.ts'

describe('lostAmounts', () => {
  it('finds each amount as often as it is missing', () => {
    const plain = '合计 1,234.50 1,234.50 0.00\r\n其他 7.00 占 5%'
    expect(lostAmounts(plain, ['合计', '1,234.50', '1,234.50', '0.00', '7.00', '占 5%'])).toEqual([])
    expect(lostAmounts(plain, ['合计', '1,234.50', '7.00'])).toEqual(['1,234.50', '0.00', '5'])
  })

  it('takes no part of another figure for it', () => {
    expect(lostAmounts('10.00 0.00', ['10.00'])).toEqual(['0.00'])
    expect(lostAmounts('234.50', ['1,234.50', '1,234.5'])).toEqual([])
    expect(lostAmounts('1,234.50 234.50', ['1,234.50'])).toEqual(['234.50'])
  })

  it('finds figures that the page breaks in two, and those whose unit stands in the next line', () => {
    expect(lostAmounts('96,282,\r\n213.44', ['96,282,213.44'])).toEqual([])
    expect(lostAmounts('占 100 %', ['占 100', '% 以上'])).toEqual([])
  })

  it('leaves codes, years and page numbers aside, and reads wide digits', () => {
    expect(lostAmounts('2010301 2026年 第 12 页 １２.５０', ['12.50'])).toEqual([])
  })
})
