import { claimHolds } from './claims.ts'
import { CHINESE_WORDS, CLAIMS, ENGLISH_WORDS } from './lexicon.ts'
import { isPlainName } from './numerals.ts'
import type { Frame, Subject, Subjects } from './subjects.ts'

/** What a word tells of the figure it stands beside. */
export type Attribute = 'nothing' | 'name' | 'organization' | 'year' | 'basis' | 'claim' | 'year-mark' | 'respectively'

/** A word that prose may hold. */
export interface Word {
  readonly surface: string
  readonly attribute: Attribute
  /** Whether what it says is so of a figure or a passage. */
  readonly agrees: (subject: Subject) => boolean
}

/** Words by their first letter, the longest first. */
type Shelf = ReadonlyMap<string, readonly Word[]>

/** The words that prose about some subjects may hold: a closed list. A word that is not on it makes its sentence go. */
export class Vocabulary {
  readonly #own: Shelf

  constructor(subjects: Subjects) {
    this.#own = shelved(ownWords(subjects))
  }

  /** The longest word that begins at a place; where the evidence and the lexicon have the same one, the evidence's name. */
  at(text: string, from: number): Word | null {
    const own = longestAt(this.#own, text, from)
    const common = longestAt(commonWords(), text, from)
    if (!own || !common) return own ?? common
    if (own.surface.length !== common.surface.length) return own.surface.length > common.surface.length ? own : common
    return own.attribute === 'name' || common.attribute === 'nothing' ? own : common
  }
}

let common: Shelf | null = null

/** The lexicon, put on its shelf once. */
function commonWords(): Shelf {
  common ??= shelved(
    CLAIMS.flatMap((claim) => {
      const chinese = CHINESE_WORDS[claim].split(/\s+/)
      const english = ENGLISH_WORDS[claim].split(',').map((word) => word.trim())
      return [...chinese, ...english].map(
        (surface): Word => ({
          surface,
          attribute: ATTRIBUTES[claim] ?? 'claim',
          agrees: (subject) => claimHolds(claim, surface, subject),
        }),
      )
    }),
  )
  return common
}

const ATTRIBUTES: Readonly<Partial<Record<(typeof CLAIMS)[number], Attribute>>> = {
  plain: 'nothing',
  budget: 'basis',
  initial: 'basis',
  final: 'basis',
  'year-mark': 'year-mark',
  respectively: 'respectively',
}

/** Names of figures and organisations, and of what surrounds them: equal ones together, true of each that has them. */
function ownWords({ figures, passages }: Subjects): Word[] {
  const found = new Map<string, { readonly attribute: Attribute; readonly subjects: Set<Subject> }>()
  const add = (surface: string, attribute: Attribute, subject: Subject) => {
    const key = surface.toLowerCase()
    if (!isPlainName(key)) return
    const known = found.get(key)
    if (known && RANK[known.attribute] > RANK[attribute]) return
    if (known?.attribute === attribute) known.subjects.add(subject)
    else found.set(key, { attribute, subjects: new Set([subject]) })
  }
  const addFrame = (subject: Subject & Frame) => {
    for (const alias of [subject.organization, ...subject.aliases]) add(alias, 'organization', subject)
  }
  for (const figure of figures) {
    for (const name of figure.names) add(name, 'name', figure)
    for (const name of figure.surroundings) add(name, 'claim', figure)
    addFrame(figure)
  }
  for (const passage of passages) addFrame(passage)
  return [...found].map(([surface, { attribute, subjects }]) => ({
    surface,
    attribute,
    agrees: (subject) => subjects.has(subject),
  }))
}

const RANK: Readonly<Record<Attribute, number>> = {
  name: 3,
  organization: 2,
  claim: 1,
  basis: 0,
  year: 0,
  'year-mark': 0,
  respectively: 0,
  nothing: 0,
}

function shelved(words: readonly Word[]): Shelf {
  const shelf = new Map<string, Word[]>()
  for (const word of words) {
    const [first] = word.surface
    if (first === undefined) continue
    const row = shelf.get(first) ?? []
    row.push(word)
    shelf.set(first, row)
  }
  for (const row of shelf.values()) row.sort((a, b) => b.surface.length - a.surface.length)
  return shelf
}

function longestAt(shelf: Shelf, text: string, from: number): Word | null {
  const row = shelf.get(text[from] ?? '') ?? []
  return row.find(({ surface }) => text.startsWith(surface, from) && isWhole(text, from, surface)) ?? null
}

const LATIN = /[a-z]/

/** Whether a word stands there as a whole: Latin letters are not cut out of longer words. */
function isWhole(text: string, from: number, surface: string): boolean {
  const before = text[from - 1] ?? ''
  const after = text[from + surface.length] ?? ''
  const cutBefore = LATIN.test(surface[0] ?? '') && LATIN.test(before)
  const cutAfter = LATIN.test(surface.at(-1) ?? '') && LATIN.test(after)
  return !cutBefore && !cutAfter
}
