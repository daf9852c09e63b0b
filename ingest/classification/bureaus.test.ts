import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUREAUS, bureausIn } from './bureaus.ts'

const named = (text: string, after: readonly number[] = []): readonly string[] =>
  bureausIn(text, { after }).map((span) => span.bureau.name)

describe('bureausIn', () => {
  it.each([
    ['巴州医保局', ['医疗保障局']],
    ['区委社会工作部和商务委员会', ['社会工作部', '商务局']],
    ['县卫健委、人社局', ['卫生健康委员会', '人力资源和社会保障局']],
    ['文化体育广播电视和旅游局', ['文化和旅游局']],
    ['Kizilsu Healthcare Security Bureau', ['医疗保障局']],
    ['five healthcare security bureaus', ['医疗保障局']],
    ['the Commerce Commission; Education & Sports Bureau', ['商务局', '教育局']],
    ['医保基金和教育支出', []],
  ])('%s: %j', (text, names) => expect(named(text)).toEqual(names))

  it('takes an everyday word only right after a place', () => {
    expect(bureausIn('克州医保', { after: [2] })).toMatchObject([{ alias: '医保', from: 2, to: 4, bare: true }])
    expect(named('克州医保')).toEqual([])
    expect(named('克州医保局', [2])).toEqual(['医疗保障局'])
  })

  it('holds no two-character everyday word among the short names, and every name once', () => {
    const names = BUREAUS.flatMap((bureau) => [bureau.name, ...bureau.short])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    const bare = new Set(BUREAUS.flatMap((bureau) => bureau.bare))
    expect(names.filter((name) => bare.has(name))).toEqual([])
    expect(BUREAUS.length).toBeGreaterThanOrEqual(120)
  })

  it('finds every kind by its full name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BUREAUS), (bureau) => {
        expect(named(`某${bureau.name}。`)).toContain(bureau.name)
      }),
    )
  })
})
