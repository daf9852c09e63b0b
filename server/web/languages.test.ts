import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PROBLEMS } from '../../ingest/domain/problem.ts'
import { readPhrases } from '../../prompts/phrases.ts'
import { chartWords } from './client/chart-words.ts'
import { DOCUMENTS_WORDS } from './client/documents-words.ts'
import { EXPORT_WORDS } from './client/export-words.ts'
import { problemText } from './client/problem-text.ts'
import { WORDS } from './client/words.ts'
import { SOURCE_WORDS } from './source-words.ts'

const HAN = /\p{Script=Han}/u
/** Names that are the same in both languages, and the way to the other one, which is written in that. */
const SAME = /^(?:CSV|Excel|PDF|zh|en|Budget Chat|English|中文)$/

const VOCABULARIES = {
  chat: WORDS,
  charts: { zh: chartWords('zh'), en: chartWords('en') },
  exports: EXPORT_WORDS,
  documents: DOCUMENTS_WORDS,
  source: SOURCE_WORDS,
  phrases: { zh: readPhrases('zh'), en: readPhrases('en') },
}

describe.each(Object.entries(VOCABULARIES))('the words of the %s', (_, { zh, en }) => {
  const [chinese, english] = [textsOf(zh), textsOf(en)]

  it('are the same ones in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
    expect(chinese.size).toBeGreaterThan(5)
  })

  it('are Chinese in Chinese and English in English', () => {
    expect([...chinese].filter(([, text]) => isWritten(text) && !HAN.test(text))).toEqual([])
    expect([...english].filter(([name, text]) => isWritten(text) && isChinese(text, chinese.get(name)))).toEqual([])
  })
})

it('tells every problem in both languages', () => {
  for (const [code, title] of Object.entries(PROBLEMS)) {
    expect([code, problemText(code, title, 'zh')]).toEqual([code, expect.stringMatching(HAN)])
    expect(problemText(code, title, 'en')).toBe(title)
  }
  expect(problemText('newer', 'Something else.', 'zh')).toBe('Something else.')
})

/** Where texts stand in both languages beside each other. */
const BILINGUAL =
  /(?:-words|^words|^problem-text|^examples|^follow-ups|^document-questions|^preferences|^warning-line|^(?:chat|documents)-page)\.tsx?$/

it('has no text of a page outside of the words, in whatever language', () => {
  const folders = ['server/web/', 'server/web/client/']
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^sample-/.test(name) && !BILINGUAL.test(name))
      .map((name) => ({ name: folder + name, text: withoutComments(readFileSync(folder + name, 'utf8')) })),
  )
  expect(sources.length).toBeGreaterThan(40)
  expect(sources.filter(({ text }) => HAN.test(text) && !ALLOWED.test(text)).map(({ name }) => name)).toEqual([])
  const written = sources.flatMap(({ name, text }) =>
    [...text.matchAll(WRITTEN)]
      .map(([, words = '']) => words.trim())
      .filter((words) => /[A-Za-z]{2}/.test(words) && !SAME.test(words))
      .map((words) => `${name}: ${words}`),
  )
  expect(written).toEqual([])
})

/** The button that leads to the other language, and the words of the widget's page, are written in both. */
const ALLOWED = /'English' : '中文'|zh: \{|zh: '中文'/
/** Words between tags, or of attributes that are read out. */
const WRITTEN = /(?:<[a-z][^<>{}]*>|(?:aria-label|title|placeholder|alt)=")([^<>{}"=()$;]+)(?:<\/|")/g

function withoutComments(source: string): string {
  return source.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Every text of a vocabulary by its path; those that are told of something, of one and of two. */
function textsOf(words: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof words === 'string') return new Map([[path, words]])
  if (typeof words === 'function')
    return new Map(
      [1, 2].map((count) => {
        const told: unknown = Reflect.apply(
          words,
          undefined,
          Array.from({ length: 5 }, () => count),
        )
        return [`${path}(${count})`, String(told)]
      }),
    )
  if (typeof words !== 'object' || words === null) return new Map()
  return new Map(Object.entries(words).flatMap(([name, part]) => [...textsOf(part, `${path}/${name}`)]))
}

function isWritten(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/\{\{?\w+\}\}?/g, '')) && !SAME.test(text)
}

/** English may quote a Chinese term, but not be one. */
function isChinese(text: string, chinese: string | undefined): boolean {
  return text === chinese || (HAN.test(text) && !/[A-Za-z]{3}/.test(text))
}
