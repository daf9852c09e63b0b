import { ACCOUNTS } from './accounts.ts'
import { ENGLISH_ROWS } from './english-data.ts'
import { ENGLISH_PROSE_ROWS } from './english-prose-data.ts'
import { type LatinWord, latinKey, latinWords } from './latin.ts'
import { TERMS } from './terms.ts'

/** An English expression and the Chinese words documents use for it, the likeliest first. */
export interface Translation {
  readonly english: string
  readonly chinese: readonly string[]
}

/** An expression found in a text: text.slice(from, to) says it. */
export interface TranslatedSpan extends Translation {
  readonly from: number
  readonly to: number
}

/**
 * The lexicon: terms first, then economic accounts, functional accounts, and the vocabulary of english-data.ts and english-prose-data.ts; one entry an
 * expression, the Chinese of all its sources together in this order. Sources: terms.ts, economic.ts, functional.ts; the rest is
 * the usual English of public-administration documents (this project's own list).
 */
export const TRANSLATIONS: readonly Translation[] = merge()

let index: { readonly byKey: ReadonlyMap<string, Translation>; readonly longest: number } | null = null

/**
 * The expressions of the lexicon in a text, left to right, the longest first where several begin at one word, never overlapping.
 * Words are compared whole, in any case, hyphens as spaces, singular and plural alike.
 */
export function translate(text: string): { readonly terms: readonly TranslatedSpan[] } {
  index ??= build()
  const words = latinWords(text).flatMap(splitHyphens)
  const terms: TranslatedSpan[] = []
  let at = 0
  while (at < words.length) {
    let count = Math.min(index.longest, words.length - at)
    while (count > 0 && !index.byKey.has(keyOf(words.slice(at, at + count)))) count -= 1
    const entry = count > 0 ? index.byKey.get(keyOf(words.slice(at, at + count))) : undefined
    const [first, last] = [words[at], words[at + count - 1]]
    if (entry !== undefined && first !== undefined && last !== undefined && joined(text, words.slice(at, at + count))) {
      terms.push({ ...entry, from: first.from, to: last.to })
      at += count
    } else {
      at += 1
    }
  }
  return { terms }
}

/** Whether the words stand in one stretch: nothing between them but spaces, hyphens, slashes, commas and apostrophes. */
function joined(text: string, words: readonly LatinWord[]): boolean {
  return words.every((word, at) => {
    const next = words[at + 1]
    return next === undefined || /^(?:['’]s?)?[\s\-–/,&]*$/i.test(text.slice(word.to, next.from))
  })
}

function splitHyphens(word: LatinWord): readonly LatinWord[] {
  return word.key.includes(' ') ? word.key.split(' ').map((key) => ({ ...word, key })) : [word]
}

function keyOf(words: readonly LatinWord[]): string {
  return words.map((word) => singular(word.key)).join(' ')
}

/** A word without its plural ending; the same rule is used on both sides, so it need not be grammar. */
function singular(word: string): string {
  if (word.length <= 3 || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function lexiconKey(english: string): string {
  return keyOf(latinWords(english).flatMap(splitHyphens))
}

function merge(): readonly Translation[] {
  const byKey = new Map<string, { english: string; chinese: string[] }>()
  const put = (english: string, chinese: readonly string[]): void => {
    const key = lexiconKey(english)
    const entry = byKey.get(key) ?? { english: english.trim(), chinese: [] }
    for (const word of chinese) if (!entry.chinese.includes(word)) entry.chinese.push(word)
    byKey.set(key, entry)
  }
  for (const term of TERMS) for (const english of term.english) put(english, [term.name])
  const economicFirst = [...ACCOUNTS].sort((a, b) => a.classification.localeCompare(b.classification))
  for (const account of economicFirst) for (const english of account.english.split(';')) put(english, [account.name])
  for (const [english, ...chinese] of [...ENGLISH_ROWS, ...ENGLISH_PROSE_ROWS]) put(english, chinese)
  return [...byKey.values()]
}

function build(): { readonly byKey: ReadonlyMap<string, Translation>; readonly longest: number } {
  const byKey = new Map(TRANSLATIONS.map((entry) => [lexiconKey(entry.english), entry]))
  return { byKey, longest: Math.max(...[...byKey.keys()].map((key) => latinKey(key).split(' ').length)) }
}
