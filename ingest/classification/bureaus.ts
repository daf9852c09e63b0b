import { BUREAU_ROWS } from './bureau-data.ts'
import { latinKey, latinWords } from './latin.ts'

/** A kind of government or party body, as it exists in many places. */
export interface BureauKind {
  /** The usual full name: 医疗保障局. */
  readonly name: string
  /** Short and sister names that stand by themselves: 医保局. */
  readonly short: readonly string[]
  /** Names that are everyday words and mean the body only right after a place: 教育 in 甲县教育. */
  readonly bare: readonly string[]
  readonly english: readonly string[]
}

/** A body named in a text: text.slice(from, to) is alias. */
export interface BureauSpan {
  readonly bureau: BureauKind
  readonly from: number
  readonly to: number
  readonly alias: string
  /** Whether it was named by an everyday word after a place. */
  readonly bare: boolean
}

/** Kinds of bodies, in the order party, government, courts, services. Source: see bureau-data.ts. */
export const BUREAUS: readonly BureauKind[] = BUREAU_ROWS.map(([name, short, bare, english]) => ({
  name,
  short,
  bare,
  english,
}))

interface Index {
  readonly chinese: ReadonlyMap<string, BureauKind>
  readonly bare: ReadonlyMap<string, BureauKind>
  readonly latin: ReadonlyMap<string, BureauKind>
  readonly longest: number
  readonly latinLongest: number
}

let index: Index | null = null

/**
 * The bodies named in a text, left to right, longest name first, never overlapping; English names as whole words in any case.
 * An everyday word (医保, 教育) counts only where it begins at one of the places of `after`, the ends of the place names the
 * caller found; by default nowhere.
 */
export function bureausIn(text: string, options: { readonly after?: readonly number[] } = {}): readonly BureauSpan[] {
  index ??= build()
  const after = new Set(options.after ?? [])
  const spans = [...chineseSpans(text, index, after), ...latinSpans(text, index)]
  return spans.sort((a, b) => a.from - b.from)
}

function* chineseSpans(
  text: string,
  { chinese, bare, longest }: Index,
  after: ReadonlySet<number>,
): Generator<BureauSpan> {
  let at = 0
  while (at < text.length) {
    let found: BureauSpan | null = null
    for (let length = Math.min(longest, text.length - at); length >= 2 && found === null; length -= 1) {
      const alias = text.slice(at, at + length)
      const named = chinese.get(alias)
      const bureau = named ?? (after.has(at) ? bare.get(alias) : undefined)
      if (bureau !== undefined) found = { bureau, from: at, to: at + length, alias, bare: named === undefined }
    }
    // 区政府办公室 is the 政府办公室 of a 区, not the 办公室 of a 区政府.
    const cut: boolean = found !== null && RANK.test(found.alias) && endsBehind(text, at + 1, found.to, chinese)
    if (found !== null && !cut) yield found
    at = found !== null && !cut ? found.to : at + 1
  }
}

const RANK = /^[省州市县区旗]/

/** Whether a name that begins at a place ends behind another. */
function endsBehind(text: string, at: number, end: number, chinese: ReadonlyMap<string, BureauKind>): boolean {
  return [...chinese.keys()].some((name) => at + name.length > end && text.startsWith(name, at))
}

function* latinSpans(text: string, { latin, latinLongest }: Index): Generator<BureauSpan> {
  const words = latinWords(text.replace(/&/g, ' '))
  let at = 0
  while (at < words.length) {
    let count = Math.min(latinLongest, words.length - at)
    const key = (): string =>
      words
        .slice(at, at + count)
        .map((word) => word.key)
        .join(' ')
    while (count > 0 && !latin.has(key())) count -= 1
    const bureau = count > 0 ? latin.get(key()) : undefined
    const [first, last] = [words[at], words[at + count - 1]]
    if (bureau !== undefined && first !== undefined && last !== undefined) {
      yield { bureau, from: first.from, to: last.to, alias: text.slice(first.from, last.to), bare: false }
    }
    at += Math.max(1, count)
  }
}

function build(): Index {
  const chinese = new Map<string, BureauKind>()
  const bare = new Map<string, BureauKind>()
  const latin = new Map<string, BureauKind>()
  for (const bureau of BUREAUS) {
    for (const name of [bureau.name, ...bureau.short]) if (!chinese.has(name)) chinese.set(name, bureau)
    for (const name of bureau.bare) if (!bare.has(name)) bare.set(name, bureau)
    for (const name of bureau.english.flatMap(variants)) if (!latin.has(name)) latin.set(name, bureau)
  }
  const longest = Math.max(...[...chinese.keys(), ...bare.keys()].map((key) => key.length))
  const latinLongest = Math.max(...[...latin.keys()].map((key) => key.split(' ').length))
  return { chinese, bare, latin, longest, latinLongest }
}

/** An English name as keys: as it is, in the plural, and without "and". */
function variants(english: string): readonly string[] {
  const key = latinKey(english.replace(/[&,]/g, ' '))
  const plural = key.endsWith('s') ? key : key.endsWith('y') ? `${key.slice(0, -1)}ies` : `${key}s`
  return [...new Set([key, plural, key.replace(/ and /g, ' ')])]
}
