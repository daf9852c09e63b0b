import type { Division } from './division.ts'
import { ETHNIC_GROUPS } from './division-data.ts'

/** A Latin word of a text with its place; key is the form it is compared by. */
export interface LatinWord {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Words that say the kind of place, with what the Chinese name then ends in. */
const KINDS: Readonly<Record<string, RegExp>> = {
  prefecture: /(?:自治州|地区|盟)$/,
  league: /盟$/,
  city: /市$/,
  municipality: /市$/,
  county: /县$/,
  district: /区$/,
  province: /省$/,
  region: /区$/,
  banner: /旗$/,
}

const GROUP_WORDS: ReadonlySet<string> = new Set([
  ...ETHNIC_GROUPS.flatMap(([, english]) => english.split(' ')),
  'and',
  'autonomous',
  'special',
  'administrative',
])

/** The form in which Latin names are compared: lower case, no diacritics, no apostrophes, single spaces. */
export function latinKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|['’‘`]/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()
}

/** The Latin words of a text, left to right; an English possessive 's is left off. */
export function latinWords(text: string): readonly LatinWord[] {
  const words: LatinWord[] = []
  for (const match of text.matchAll(/(?:[A-Za-z\u00c0-\u024f]|\p{M})+(?:['’][A-Za-z\u00c0-\u024f]+)*/gu)) {
    const word = match[0].replace(/['’]s$/i, '')
    words.push({ key: latinKey(word), from: match.index, to: match.index + word.length })
  }
  return words
}

/**
 * Goes on after a place name through the words that say its kind ("Mongol Autonomous Prefecture"): how many words were taken,
 * the last of them, and of the divisions those whose Chinese name is of that kind (all where none or no kind is said).
 */
export function extendLatin(
  words: readonly LatinWord[],
  start: number,
  divisions: readonly Division[],
): { readonly taken: number; readonly end: LatinWord | null; readonly divisions: readonly Division[] } {
  let at = start
  while (GROUP_WORDS.has(words[at]?.key ?? '')) at += 1
  const word = words[at]
  const ending = word === undefined ? undefined : KINDS[word.key]
  if (word === undefined || ending === undefined || at - start > 6) return { taken: 0, end: null, divisions }
  const fitting = divisions.filter((division) => ending.test(division.name))
  if (fitting.length === 0) return { taken: 0, end: null, divisions }
  return { taken: at - start + 1, end: word, divisions: fitting }
}
