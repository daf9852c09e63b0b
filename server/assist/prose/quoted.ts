import { saysNumber } from './numerals.ts'

/** Shorter stretches stand in any text, and may be put together into what it does not say. */
const SHORTEST = 4
/** Letters around a word that turns a sentence over that must be the document's too. */
const AROUND = 2

/** Words that turn what is said into its opposite, or say how much of it: they count only where they stand. */
const TURNING = /[不没未无非免否勿增减升降涨跌超低高多少最更仅只全均都约]/
/** A "not" in front of words in the same clause. */
const NEGATED = /[不没未无非免否勿][^，。；：！？,;:!?]*$/

/** How many letters from a place on are those of a passage, in their order; 0 where they are too few, or may not be told again. */
export function quotedLength(text: string, from: number, passage: string): number {
  let length = 0
  while (from + length < text.length && isSaid(text.slice(from, from + length + 1), passage)) length += 1
  return length < SHORTEST ? 0 : length
}

/** Whether a passage says some words, under no "not", and they say no number: those are for figures and quotations. */
function isSaid(words: string, passage: string): boolean {
  if (saysNumber(words)) return false
  for (let at = passage.indexOf(words); at >= 0; at = passage.indexOf(words, at + 1))
    if (!NEGATED.test(passage.slice(0, at))) return true
  return false
}

/**
 * Whether every turning word of some prose stands in the passage between the same letters: a "not" must not be taken from
 * one place to another, nor left out of what is taken.
 */
export function keepsTurns(prose: string, passage: string): boolean {
  const letters = prose.replace(/[^\p{L}]/gu, '')
  const said = passage.replace(/[^\p{L}]/gu, '')
  for (let at = 0; at < letters.length; at += 1) {
    if (!TURNING.test(letters[at] ?? '')) continue
    if (!said.includes(letters.slice(Math.max(0, at - AROUND), at + AROUND + 1))) return false
  }
  return true
}
