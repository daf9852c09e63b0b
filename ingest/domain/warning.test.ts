import { describe, expect, it } from 'vitest'
import { said, WARNINGS, type WarningName, warningText } from './warning.ts'

const NAMES = Object.entries(WARNINGS)
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort()
const DETAILS = {
  ...{
    amount: '1.20',
    text: '支出1.20万元',
    words: '内部（核对）',
    name: 'a.png “图”',
    cells: 'A1, B2, and 3 more',
    part: 'header',
  },
  ...{ kind: 'unknown', names: '5–7', page: 3 },
}

describe('the catalogue of warnings', () => {
  it.each(NAMES)('says %s in both languages, with the same details', (_, { en, zh }) => {
    expect(placeholders(zh)).toEqual(placeholders(en))
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  })

  it.each([1, 2])('turns each into Chinese as it was told, %i of a kind', (count) => {
    for (const name of names()) {
      const told = said(name, { ...DETAILS, count })
      const text = warningText(told, 'zh')
      expect(text).not.toBe(told.message)
      expect(text).not.toMatch(/[{}]/)
      for (const detail of placeholders(WARNINGS[name].zh)) {
        if (detail === 'page') expect(text).toContain('第 3 页')
        if (detail === 'words') expect(text).toContain(DETAILS.words)
        if (detail === 'count') expect(text).toMatch(new RegExp(`(?<!\\d)${count}(?!\\d)`))
      }
      expect(warningText(told, 'en')).toBe(told.message)
    }
  })

  it('writes one of a thing as one', () => {
    expect(said('rows', { names: '7', count: 1 }).message).toBe('Hidden, and left unread: row 7 (1 cell).')
    expect(said('rows', { names: '7, 9', count: 2 }).message).toContain('(2 cells)')
  })

  it('turns the words of details that are not the document’s own', () => {
    expect(warningText(said('formula', { cells: 'A1, B2, and 3 more', count: 5 }), 'zh')).toContain(
      'A1, B2 等，另有 3 处',
    )
    expect(warningText(said('pageFrame', { part: 'footer', words: '1' }), 'zh')).toContain('页脚')
  })

  it('says the words of one that it does not know', () => {
    expect(warningText({ code: 'newer', message: 'Something else.' }, 'zh')).toBe('Something else.')
  })
})

function names(): readonly WarningName[] {
  const known = (name: string): name is WarningName => name in WARNINGS
  return NAMES.map(([name]) => name).filter(known)
}
