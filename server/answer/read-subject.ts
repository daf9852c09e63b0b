import type { FactKind } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { type FoundConcept, findConcepts, findEnglishTerms } from './concepts.ts'
import { type Concept, namesFund } from './plan.ts'
import { without } from './stretch.ts'
import { subjectPieces } from './subject.ts'

export interface Subject {
  readonly concepts: Concept[]
  /** Pieces that may name something, in {@link comparable} spelling. */
  readonly pieces: string[]
}

export interface SubjectAndWhole extends Subject {
  /** What the subject is asked to be a share of; null where the question asks for no share. */
  readonly whole: { readonly concepts: Concept[]; readonly subject: string[] } | null
}

/** Known rates and changes named in a question say which kind of figure is asked for, not which thing. */
const KIND_WORDS =
  /^(?:占比|比例|比重|百分比|比上年|较上年|同比|上年|增长率|增幅|降幅|涨幅|percentage.*|share of|proportion.*|执行率)$/

/**
 * What a question names once units and years are taken out: known concepts, English phrases by their Chinese words, and
 * the rest in pieces. In "A 占 B 的比例" only A is what is asked for.
 */
export function readSubject(text: string, kinds: readonly FactKind[]): SubjectAndWhole {
  const [asked, whole] = kinds[0] === 'share' ? splitShare(text) : [text, '']
  const english = readEnglish(asked)
  const chinese = readChinese(english.rest)
  const named = chinese.concepts.some(({ weight }) => weight === 'item')
  const translated = english.concepts.map((concept) =>
    named && concept.weight === 'item' ? { ...concept, weight: 'soft' as const } : concept,
  )
  const total = whole === '' ? null : readWhole(whole)
  const hints = (total?.concepts ?? []).map((concept) => ({ ...concept, weight: 'soft' as const }))
  const known = [...chinese.concepts, ...translated, ...hints].filter(
    ({ surface }) => kinds.length === 0 || !KIND_WORDS.test(surface),
  )
  const pieces = [...english.pieces, ...chinese.pieces].map(comparable).filter((piece) => piece !== '')
  return {
    concepts: dedupe(inContext(recipientsHinted(known, asked), pieces)),
    pieces: [...new Set(pieces)],
    whole: kinds[0] === 'share' ? (total ?? { concepts: [], subject: [] }) : null,
  }
}

/** "替在职人员缴的公积金": for whom the money is, before what it is. */
const FOR_WHOM =
  /(?:替|为|给|帮)([^,，。;；?？的]{2,14}?)(?:上?缴纳?|交纳?|支?付|发放?|购?买|补贴?|报销|安排|办理?)了?的/g

/** The concepts of a question without a claim on what is asked for of those that only say for whom it is. */
function recipientsHinted(concepts: readonly Concept[], text: string): readonly Concept[] {
  const whom = [...text.matchAll(FOR_WHOM)].map(([, people = '']) => comparable(people)).join('|')
  const isWhom = ({ surface }: Concept) => whom.includes(surface)
  if (whom === '' || !concepts.some((concept) => concept.weight === 'item' && !isWhom(concept))) return concepts
  return concepts.map((concept) => (isWhom(concept) ? { ...concept, weight: 'soft' } : concept))
}

/** Words for a total; like those for the money a figure is of, they say what is meant only where nothing else does. */
const TOTAL_WORDS = /^(?:总共|一共|全部|总|合计|total|overall)/

function inContext(concepts: readonly Concept[], pieces: readonly string[]): Concept[] {
  const things = concepts.filter(
    (concept) => concept.weight !== 'soft' && !TOTAL_WORDS.test(concept.surface) && !namesFund(concept),
  )
  const named = things.length > 0 || pieces.some((piece) => piece.length >= 3)
  return concepts
    .filter(({ surface, weight }) => !(named && weight === 'soft' && TOTAL_WORDS.test(surface)))
    .map((concept) => (things.length > 0 && namesFund(concept) ? { ...concept, weight: 'soft' as const } : concept))
}

/** The whole of a share, in its own right: the words for "total" alone mean everything spent. */
function readWhole(text: string): { concepts: Concept[]; subject: string[] } {
  const english = readEnglish(text)
  const chinese = readChinese(english.rest)
  const concepts = [...chinese.concepts, ...english.concepts].filter(
    ({ surface }) => !KIND_WORDS.test(surface) && !ALL_SPENT.test(surface),
  )
  const pieces = [...english.pieces, ...chinese.pieces]
    .map(comparable)
    .filter((piece) => !/^(?:全部|总|所有|整个|total|overall)/.test(piece))
  return { concepts: dedupe(concepts), subject: concepts.length > 0 ? [] : pieces }
}

/** The whole that needs no name: all that is spent. */
const ALL_SPENT = /^(?:总支出|全部支出|支出总计|支出合计|总预算|预算总额|total (?:budget|expenditure|spending))$/

const ENGLISH_SHARE =
  /(?:share|percentage|proportion|percent|%) of (.+?) (?:goes to|go to|went to|is|are|was|were|does|did|comes? from)\s+(.+)/i

/** The part asked for and the whole it is a share of: "A 占 B 的比例", "what share of B goes to A". */
function splitShare(text: string): [string, string] {
  const english = ENGLISH_SHARE.exec(text)
  if (english) return [english[2] ?? '', english[1] ?? '']
  const at = text.lastIndexOf('占')
  if (at < 2) return [text, '']
  const asked = text.slice(0, at)
  if (!namesAny(asked)) return [text, '']
  const whole = text.slice(at + 1)
  const within = namesAny(whole) ? null : WITHIN.exec(asked)
  const [, container = '', part = ''] = within ?? []
  return namesAny(container) && namesAny(part) ? [part, container] : [asked, whole]
}

/** "B里，A占多大比重": the whole stands first. */
const WITHIN = /^(.{2,}?)(?:里面?|当中|之中|(?<!其)中|内)[,，]?\s*(.{2,})$/

function namesAny(text: string): boolean {
  return subjectPieces(text).some((piece) => piece.length >= 2) || readChinese(text).concepts.length > 0
}

function readEnglish(text: string): Subject & { readonly rest: string } {
  const concepts: Concept[] = []
  const pieces: string[] = []
  let rest = text
  for (const term of /[a-z]{3}/i.test(text) ? findEnglishTerms(text) : []) {
    rest = without(rest, [{ from: term.from, to: term.to }])
    const known = term.chinese.flatMap((word) =>
      findConcepts(comparable(word)).filter(({ from, to }) => from === 0 && to === comparable(word).length),
    )
    if (known.length > 0) concepts.push(merged(term.english, known, term.chinese))
    else pieces.push(...term.chinese.slice(0, 3))
  }
  return { concepts, pieces, rest }
}

/** Latin words stand between Chinese ones as borders; figures and codes stay. */
function withoutLatin(text: string): string {
  return comparable(text.replace(/[a-z0-9][a-z0-9 .,'-]*/gi, (latin) => (/[\d.]+%?$/.test(latin.trim()) ? latin : '|')))
}

function readChinese(text: string): Subject {
  const edges = subjectPieces(text).map(comparable)
  const found = findConcepts(withoutLatin(text)).filter(
    ({ surface }) => surface.length > 2 || edges.some((piece) => standsFree(piece, surface)),
  )
  const concepts = found.map(({ surface, names, codes, weight }): Concept => ({ surface, names, codes, weight }))
  // Names that are known are taken out whole before the rest is cut at asking and joining words.
  let rest = text
  for (const { surface } of [...found].sort((a, b) => b.surface.length - a.surface.length))
    rest = rest.replaceAll(surface, ' ')
  return { concepts, pieces: subjectPieces(rest) }
}

/** A word of two characters counts only at the edge of a piece: 育人 in 教育人员 is none. */
function standsFree(piece: string, surface: string): boolean {
  return piece.startsWith(surface) || piece.endsWith(surface)
}

function merged(surface: string, known: readonly FoundConcept[], chinese: readonly string[]): Concept {
  const weights = known.map(({ weight }) => weight)
  return {
    surface,
    names: [...new Set([...chinese.map(comparable), ...known.flatMap(({ names }) => names)])],
    codes: [...new Set(known.flatMap(({ codes }) => codes))],
    weight: weights.includes('item') ? 'item' : weights.includes('scope') ? 'scope' : 'soft',
  }
}

function dedupe(concepts: readonly Concept[]): Concept[] {
  return concepts.filter((concept, index) => concepts.findIndex(({ names }) => names[0] === concept.names[0]) === index)
}
