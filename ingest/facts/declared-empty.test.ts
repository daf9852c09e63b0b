import { describe, expect, it } from 'vitest'
import { declaredEmptyFacts } from './declared-empty.ts'
import { identity } from './sample-sentence.ts'

const declared = (text: string) =>
  declaredEmptyFacts({
    spans: [{ text, line: 1 }],
    identity,
    section: ['机关运行经费安排说明'],
    role: 'operating_expense',
    unit: '万元',
  }).map(({ measure, role, amount }) => `${measure.name} ${role} ${amount.value}${amount.unit}`)

describe('what a sentence declares empty', () => {
  it('may be the running costs that only administrative bodies have', () => {
    expect(declared('本单位不属于行政单位，2032年无机关运行经费预算安排。')).toEqual([
      '机关运行经费 operating_expense 0万元',
    ])
  })

  it.each([
    '2032年机关运行经费12.00万元，无增减变化。',
    '机关运行经费与上年持平，无法比较。',
    '机关运行经费减少，原因是没有购置设备。',
  ])('is nothing in %s', (text) => {
    expect(declared(text)).toEqual([])
  })
})
