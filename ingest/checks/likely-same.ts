import { comparable } from '../domain/name.ts'

const LEAST_SHARED = 0.7
const SHORTEST = 4
const SHORTEST_CONTAINED = 2

/**
 * Whether two names of counted things say the same: one holds the other, or most of its pairs of characters, the everyday
 * short forms written out and words that only say that something is counted left out.
 */
export function likelySame(a: string, b: string): boolean {
  const [x, y] = [coreOf(a), coreOf(b)]
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x]
  if (shorter.length >= SHORTEST_CONTAINED && longer.includes(shorter)) return true
  if (shorter.length < SHORTEST) return false
  const pairs = pairsOf(shorter)
  return pairs.filter((pair) => longer.includes(pair)).length >= LEAST_SHARED * pairs.length
}

/** Every two characters that follow one another. */
function pairsOf(text: string): string[] {
  return [...text].slice(0, -1).map((character, at) => character + (text[at + 1] ?? ''))
}

function coreOf(name: string): string {
  return comparable(name)
    .replace(/^"[^"]*"(?=.{2})/, '')
    .replace(/医保/g, '医疗保险')
    .replace(/^(?:20\d{2}年)?(?:全[县市州区省年])?(?:参加|实际|已)?/, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/(?:人数|人次|次数|人员|数量|数|量)+$/g, '')
}
