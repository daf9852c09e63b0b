import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRANSLATIONS, translate } from './english.ts'
import { SYNONYMS } from './synonyms.ts'
import { TERMS } from './terms.ts'

describe('terms', () => {
  it('has every id once', () => expect(new Set(TERMS.map((term) => term.id)).size).toBe(TERMS.length))

  it('shares no wording between two terms of a kind', () => {
    const seen = new Map<string, string[]>()
    for (const term of TERMS) {
      for (const say of new Set([term.name, ...term.synonyms]))
        seen.set(`${term.kind} ${say}`, [...(seen.get(`${term.kind} ${say}`) ?? []), term.id])
    }
    expect([...seen].filter(([, ids]) => ids.length > 1)).toEqual([])
  })

  it('gives units to counts and rates', () => {
    expect(TERMS.filter((term) => ['count', 'rate'].includes(term.kind) && term.unit === undefined)).toEqual([])
  })
})

describe('translate', () => {
  const chinese = (text: string): readonly (string | undefined)[] =>
    translate(text).terms.map((term) => term.chinese[0])

  it.each([
    ['Maternity insurance enrolment', ['生育保险', '参保']],
    ['long-term care insurance', ['长期护理保险']],
    ['square metres of buildings', ['房屋面积']],
    ['official-vehicle operating expenses', ['公务用车运行费']],
    ['subsidies', ['补助']],
    ['the bureaus', ['局']],
    ['assetsy', []],
    ['basic. expenditure', ['支出']],
  ])('%s: %j', (text, expected) => expect(chinese(text)).toEqual(expected))

  it('names accounts with their official names', () => {
    expect(translate('Housing Provident Fund').terms[0]?.chinese).toContain('住房公积金')
    expect(translate('printing expenses').terms[0]?.chinese).toContain('印刷费')
  })

  it('finds every entry of the lexicon, in any case, and its plural', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TRANSLATIONS), fc.boolean(), (entry, upper) => {
        const said = upper ? entry.english.toUpperCase() : entry.english
        expect(translate(`«${said}»`).terms).toMatchObject([{ english: entry.english, from: 1 }])
      }),
      { numRuns: 500 },
    )
  })

  it('gives spans in order that never overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('medical', 'insurance', 'fund', '-', ' ', 'staff', "'s"), fc.string())),
        (pieces) => {
          const text = pieces.join('')
          let end = 0
          for (const term of translate(text).terms) {
            expect(term.from).toBeGreaterThanOrEqual(end)
            expect(term.to).toBeGreaterThan(term.from)
            end = term.to
          }
        },
      ),
    )
  })

  it('is large enough', () => expect(TRANSLATIONS.length).toBeGreaterThanOrEqual(600))
})

describe('synonyms', () => {
  it('has each everyday word once, each with a meaning', () => {
    const words = SYNONYMS.map((entry) => entry.say)
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    expect(SYNONYMS.every((entry) => entry.means.length > 0)).toBe(true)
    expect(words.length).toBeGreaterThanOrEqual(150)
  })
})
