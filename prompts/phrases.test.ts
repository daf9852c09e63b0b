import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PHRASES, type PhraseKey, type PhraseLanguage, type PhraseVariables, phrase, readPhrases } from './phrases.ts'

const LANGUAGES: readonly PhraseLanguage[] = ['zh', 'en']
const KEYS = Object.keys(PHRASES).filter((key): key is PhraseKey => key in PHRASES)
const CASES = LANGUAGES.flatMap((language) => KEYS.map((key): [PhraseLanguage, PhraseKey] => [language, key]))

type AnyVariables = PhraseVariables<PhraseKey>

function isEnough(values: Readonly<Record<string, string>>, key: PhraseKey): values is AnyVariables {
  return PHRASES[key].every((name) => name in values)
}

/** Any phrase with its variables, whatever they are called. */
function said(language: PhraseLanguage, key: PhraseKey, values: Readonly<Record<string, string>>): string {
  if (!isEnough(values, key)) throw new Error(`${key} lacks a variable`)
  return phrase(language, key, values)
}

describe('the phrases', () => {
  test.each(LANGUAGES)('%s has every key and no other', (language) => {
    expect(Object.keys(readPhrases(language)).sort()).toEqual([...KEYS].sort())
  })

  test.each(LANGUAGES)(
    '%s: every line of the file is a phrase, a remark or blank, no key twice, with a version',
    (language) => {
      const text = readFileSync(fileURLToPath(new URL(`./phrases.${language}.txt`, import.meta.url)), 'utf8')
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
      expect(lines).toHaveLength(KEYS.length)
      expect(text).toMatch(/^# version \d+\n/)
      expect(text).not.toContain('\r')
    },
  )

  test.each(CASES)('%s %s has exactly its declared variables', (language, key) => {
    const used = [...(readPhrases(language)[key] ?? '').matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name)
    expect([...new Set(used)].sort()).toEqual([...PHRASES[key]].sort())
  })

  test.each(CASES)('%s %s is filled whole, and its values are not read as templates', (language, key) => {
    const names: readonly string[] = PHRASES[key]
    const values = Object.fromEntries(names.map((name, at) => [name, `<${at}>`]))
    const plain = said(language, key, values)
    expect(plain).not.toMatch(/[{}]|undefined/)
    for (const value of Object.values(values)) expect(plain).toContain(value)
    const hostile = Object.fromEntries(names.map((name) => [name, `{{${names.at(-1)}}}$&$1`]))
    const filled = said(language, key, hostile)
    expect(filled.split(`{{${names.at(-1)}}}$&$1`).length - 1).toBeGreaterThanOrEqual(names.length)
  })

  test('a value is put in as it is, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (label) => {
        expect(phrase('zh', 'answer.alternative', { label })).toBe(`- ${label}`)
      }),
    )
  })

  test('the words around figures are kept apart in English', () => {
    expect(phrase('en', 'year', { year: '2031' })).toBe('2031 ')
    expect(phrase('zh', 'basis.none', {})).toBe('')
  })
})
