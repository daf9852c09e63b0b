import { describe, expect, test } from 'vitest'
import type { Fact } from '../../ingest/domain/fact.ts'
import { sampleDocument } from '../../ingest/index/sample-documents.ts'
import { basisWord, labelOf, missingWords, shortName, yearWord } from './wording.ts'

function factOf(change: Partial<Fact>): Fact {
  const [fact] = sampleDocument({ id: 'd' }).facts
  if (!fact) throw new Error('the sample has no fact')
  return { ...fact, ...change }
}

describe('the short name of a unit', () => {
  test.each([
    ['博尔塔拉蒙古自治州水利局', ['博尔塔拉水利局', '博州水利局', '博州水利厅', '水利局'], '博州水利局'],
    ['南华县教育局', ['南华教委', '南华教育局', '南华县教委'], '南华县教育局'],
    ['文山壮族苗族自治州水利局', ['文山水利局', '文山州水利局'], '文山州水利局'],
    ['某市医疗保障局', ['某市医保局', 'Mou Medical Bureau'], '某市医保局'],
    ['未署名单位', [], '未署名单位'],
  ])('%s', (organization, aliases, short) => {
    expect(shortName(organization, aliases)).toBe(short)
  })
})

describe('words for what a figure is', () => {
  test('basis and stage', () => {
    expect(basisWord('zh', factOf({ basis: 'budget' }))).toBe('预算')
    expect(basisWord('zh', factOf({ basis: 'final_accounts' }))).toContain('决算')
    expect(basisWord('zh', factOf({ basis: 'budget', stage: 'initial' }))).toBe('年初预算')
    expect(basisWord('zh', factOf({ basis: 'budget', stage: 'adjusted' }))).toContain('全年')
    expect(basisWord('zh', factOf({ basis: null }))).toBe('')
    expect(yearWord('zh', null)).toBe('')
  })

  test('the label names project, column and kind', () => {
    const measure = { name: '差旅费', classification: 'economic', code: '30211' } as const
    expect(labelOf('zh', factOf({ measure }))).toBe('差旅费')
    expect(labelOf('en', factOf({ measure }))).toBe('travel expenses (差旅费)')
    expect(labelOf('zh', factOf({ measure, facet: ['公用经费'] }))).toBe('差旅费（公用经费）')
    expect(labelOf('zh', factOf({ measure, project: '灌区巡查' }))).toBe('灌区巡查·差旅费')
    expect(labelOf('zh', factOf({ measure, kind: 'change', direction: 'down', facet: ['比上年'] }))).toBe(
      '差旅费 比上年减少',
    )
    expect(labelOf('zh', factOf({ measure, kind: 'target', comparator: '<=' }))).toContain('≤')
    expect(labelOf('zh', factOf({ measure, kind: 'target', comparator: '>=' }))).toContain('≥')
    expect(labelOf('zh', factOf({ measure, kind: 'share' }))).toContain('占比')
    expect(labelOf('zh', factOf({ measure, kind: 'rate', direction: 'up' }))).toContain('增加')
    expect(labelOf('zh', factOf({ measure, kind: 'rate', direction: null }))).toBe('差旅费')
    expect(labelOf('zh', factOf({ measure, kind: 'actual' }))).toContain('实际')
    expect(labelOf('zh', factOf({ measure, kind: 'score' }))).toBe('差旅费')
  })

  test('what is missing is named', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(missingWords(language, { what: 'organization', name: '某局' })).toContain('某局')
      expect(missingWords(language, { what: 'year', organization: '某局', year: 2028 })).toMatch(/某局.*2028/)
      expect(missingWords(language, { what: 'final', organization: '某局', year: 2031 })).toContain('决算')
      expect(missingWords(language, { what: 'budget', organization: '某局', year: 2031 })).toMatch(/预算|budget/)
      expect(missingWords(language, { what: 'measure', organization: '某局', year: null, name: '水费' })).toContain(
        '水费',
      )
      expect(missingWords(language, { what: 'text', organization: '某局', year: null })).toContain('某局')
    }
  })

  test.each<[string, number | null, string]>([
    ['某局', 2031, 'the documents of 某局 2031 give no figure for "水费"'],
    ['某局', null, 'the documents of 某局 give no figure for "水费"'],
    ['', 2031, 'the 2031 documents held give no figure for "水费"'],
    ['', null, 'the documents held give no figure for "水费"'],
  ])('in English, of the unit "%s" and the year %s', (organization, year, words) => {
    expect(missingWords('en', { what: 'measure', organization, year, name: '水费' })).toBe(words)
  })

  test('in English, that no final accounts are held', () => {
    expect(missingWords('en', { what: 'final', organization: '某局', year: 2031 })).toContain('of 某局 2031 is held')
    expect(missingWords('en', { what: 'final', organization: '某局', year: null })).toContain('of 某局 is held')
  })
})
