import { divisionsIn, soundsOf } from '../../ingest/classification/index.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { knownNames } from './concepts.ts'

/** Names by how they sound, and the names themselves. */
interface Sounding {
  readonly bySound: ReadonlyMap<string, string>
  readonly names: ReadonlySet<string>
}

const SHORTEST = 3
const LONGEST = 12
const CHINESE = /^[\u4e00-\u9fa5]+$/
const PLACE = /^[\u4e00-\u9fa5]{1,3}[州市县区旗]$/

/**
 * A question with its homophones put right (三工经费, 执形率): where a stretch that is no known name sounds like one and
 * half of its characters are the name's, the name is meant. Two-character places count where only the rank is written wrong.
 */
export function correctSlips(question: string, documents: readonly DocumentRecord[]): string {
  if (!/[\u4e00-\u9fa5]{2}/.test(question)) return question
  const sounds = soundsOf(question)
  // A character of two UTF-16 units makes the two run apart; such a question is left as it is.
  if (sounds.length !== question.length) return question
  const known = [vocabulary(), heldNames(documents)]
  let corrected = ''
  for (let at = 0; at < question.length; ) {
    const meant = nameAt(question, sounds, at, known)
    corrected += meant ?? question[at] ?? ''
    at += meant?.length ?? 1
  }
  return corrected
}

/** The known name that stands or is meant at a place, the longest first; null for none. */
function nameAt(question: string, sounds: readonly string[], at: number, known: readonly Sounding[]): string | null {
  for (let length = Math.min(LONGEST, question.length - at); length >= 2; length -= 1) {
    const written = question.slice(at, at + length)
    if (!CHINESE.test(written)) continue
    if (known.some(({ names }) => names.has(written))) return written
    const sound = sounds.slice(at, at + length).join(' ')
    const meant = known.map(({ bySound }) => bySound.get(sound)).find((name) => name && isSlipOf(written, name))
    if (meant) return meant
  }
  return null
}

function isSlipOf(written: string, name: string): boolean {
  if (written.length !== name.length) return false
  const same = [...name].filter((character, index) => character === written[index]).length
  if (name.length < SHORTEST) return PLACE.test(name) && name.slice(0, -1) === written.slice(0, -1)
  return same * 2 >= name.length
}

let words: Sounding | null = null

function vocabulary(): Sounding {
  words ??= soundingOf(knownNames().filter((name) => name.length >= SHORTEST))
  return words
}

const heldBefore = new WeakMap<readonly DocumentRecord[], Sounding>()

/** Names of the units held and of their places. */
function heldNames(documents: readonly DocumentRecord[]): Sounding {
  const before = heldBefore.get(documents)
  if (before) return before
  const names = documents.flatMap(({ organization, aliases }) => [organization, ...aliases])
  const places = names.flatMap((name) => divisionsIn(name).map(({ from, to }) => name.slice(from, to)))
  const held = soundingOf([...names, ...places.filter((place) => PLACE.test(place))])
  heldBefore.set(documents, held)
  return held
}

function soundingOf(names: readonly string[]): Sounding {
  const chinese = [...new Set(names)].filter((name) => CHINESE.test(name) && name.length <= LONGEST)
  return { bySound: new Map(chinese.map((name) => [soundsOf(name).join(' '), name])), names: new Set(chinese) }
}
