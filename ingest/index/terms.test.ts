import { describe, expect, it } from 'vitest'
import { terms } from './terms.ts'

describe('terms', () => {
  it('cuts Chinese into overlapping pairs and keeps a lone character', () => {
    expect(terms('公务用车，费')).toEqual(['公务', '务用', '用车', '费'])
  })

  it('keeps words and numbers whole, lower-case, without thousands separators', () => {
    expect(terms('Budget 1,204.71 万元 PM2.5 ３０２３１')).toEqual(['budget', '1204.71', '万元', 'pm2.5', '30231'])
  })

  it('separates Chinese from what stands against it', () => {
    expect(terms('2020年GDP增长6.5%')).toEqual(['2020', '年', 'gdp', '增长', '6.5'])
  })

  it('finds nothing in punctuation', () => {
    expect(terms('"--" （）*')).toEqual([])
  })

  it('counts characters, not code units', () => {
    expect(terms('𠮷野家')).toEqual(['𠮷野', '野家'])
  })
})
