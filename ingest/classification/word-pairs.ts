import { ACCOUNTS } from './accounts.ts'
import { TABLE_WORDS } from './table-words-data.ts'
import { TERMS } from './terms.ts'

/** Every word of the nation's accounts, of fiscal language and of the heads of its tables, each once. */
export function knownWords(): ReadonlySet<string> {
  return new Set([...[...ACCOUNTS, ...TERMS].flatMap(({ name, synonyms }) => [name, ...synonyms]), ...TABLE_WORDS])
}

/** Every two characters that stand side by side in a word. */
export function pairsOf(words: Iterable<string>): Set<string> {
  return new Set(
    [...words].flatMap((word) => [...word].map((character, at, all) => `${character}${all[at + 1] ?? ''}`)),
  )
}

let pairs: ReadonlySet<string> | null = null

/**
 * Whether each two Chinese characters side by side in a text stand so in some known word: 财政拨款支出 does, 才政拨款支出
 * does not. Says no of many a right text as well, so it is for where a doubt costs little.
 */
export function isOfKnownPairs(text: string): boolean {
  pairs ??= pairsOf(knownWords())
  const known = pairs
  return [...text.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)].every(([first, second]) =>
    known.has(`${first}${second}`),
  )
}
