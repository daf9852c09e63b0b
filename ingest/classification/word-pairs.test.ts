import { describe, expect, it } from 'vitest'
import { isOfKnownPairs } from './word-pairs.ts'

describe('isOfKnownPairs', () => {
  it.each(['财政拨款支出', '基本支出', '科目编码', '2080505', ''])('%s is', (text) => {
    expect(isOfKnownPairs(text)).toBe(true)
  })

  it.each(['才政拨款支出', '基木支出', '科日编码'])('%s is not', (text) => {
    expect(isOfKnownPairs(text)).toBe(false)
  })
})
