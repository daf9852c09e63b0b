import { knownWords, pairsOf } from '../../classification/index.ts'
import type { Recognised } from './recogniser.ts'

/** A character read less surely than this may be another that looks like it. */
const DOUBTFUL = 97
/** A word is known by its other characters where it has at least so many in all. */
const SHORTEST = 4
/** Of a character that was read surely, only by so many: 水政执法 is no misread 行政执法. */
const SHORTEST_AGAINST_SURE = 6
const LONGEST = 24
/** What a character is worth that makes a known word with those around it. */
const KNOWN = 99

interface Vocabulary {
  /** Words with one character left open, and what may stand there: 基本*出 → 支. */
  readonly open: ReadonlyMap<string, ReadonlySet<string>>
  /** Two characters that stand side by side in a word. */
  readonly pairs: ReadonlySet<string>
}

let loaded: Vocabulary | null = null

/**
 * Characters with those set right that were read doubtfully, or stand in a long word, where one other, and only one, makes a word of the nation's
 * accounts and tables with its neighbours, and they themselves stand beside neither in any word. Digits and signs stay as
 * they were read.
 */
export function withKnownWords(characters: readonly Recognised[]): Recognised[] {
  loaded ??= vocabulary()
  const { open, pairs } = loaded
  const texts = characters.map(({ text }) => text)
  const isPair = (at: number) => pairs.has(`${texts[at]}${texts[at + 1]}`)
  return characters.map((character, at) => {
    if (!HAN.test(character.text)) return character
    const shortest = character.confidence >= DOUBTFUL ? SHORTEST_AGAINST_SURE : SHORTEST
    const known = knownCharacter(texts, at, open, shortest)
    if (known === null || (known !== character.text && (isPair(at - 1) || isPair(at)))) return character
    texts[at] = known
    return { text: known, confidence: KNOWN }
  })
}

const HAN = /\p{Script=Han}/u

/** What belongs in a place by the longest known word around it; null where no word fits, or words of one length differ. */
function knownCharacter(
  texts: readonly string[],
  at: number,
  open: Vocabulary['open'],
  shortest: number,
): string | null {
  for (let length = Math.min(LONGEST, texts.length); length >= shortest; length -= 1) {
    const fitting = new Set<string>()
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= texts.length; from += 1) {
      const pattern = [...texts.slice(from, at), OPEN, ...texts.slice(at + 1, from + length)].join('')
      for (const character of open.get(pattern) ?? []) fitting.add(character)
    }
    const [first] = fitting
    const own = texts[at] ?? ''
    if (fitting.has(own)) return own
    if (first !== undefined) return fitting.size === 1 ? first : null
  }
  return null
}

const OPEN = '*'

function vocabulary(): Vocabulary {
  const open = new Map<string, Set<string>>()
  const words = knownWords()
  for (const word of words) {
    const characters = [...word]
    if (characters.length < SHORTEST || characters.length > LONGEST) continue
    for (const [at, character] of characters.entries()) {
      const pattern = characters.with(at, OPEN).join('')
      open.set(pattern, (open.get(pattern) ?? new Set()).add(character))
    }
  }
  return { open, pairs: pairsOf(words) }
}
