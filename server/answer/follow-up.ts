import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { basisCue } from './cues.ts'
import type { Concept } from './plan.ts'
import { languageOf, normalizeQuestion } from './question.ts'
import { readSubject } from './read-subject.ts'
import { correctSlips } from './slips.ts'
import { type Stretch, without } from './stretch.ts'
import { findYears } from './when.ts'
import { findOrganizations } from './who.ts'

/** Words by which a question leans on the one before it. */
const LEAD =
  /^(?:那么?|那|再|还有|另外|然后|接着|换成?|同样|嗯|好的?|ok(?:ay)?|and|so|then|what about|how about|same for|now)[,，、\s]*/i
const TAIL = /(?:呢|的话)[?？。!！\s]*$/
const POINTING = /其中|这个|这笔|这项|那个|那笔|它|上面|刚才|\b(?:it|that|this|those|them|the same)\b/i
const UNIT = /(?:换(?:算)?成|折(?:算|合)?成?|改成|按|以|用)\s*(亿元|万元|元)|in\s+(yuan|10,?000 yuan|万元|亿元|元)/i
const WHY = /^(?:这是|那是)?(?:为什么|为何|为啥|什么原因|怎么回事|why)/i

/** What a question names, and where. */
interface Named {
  readonly text: string
  readonly organizations: readonly Stretch[]
  readonly years: readonly Stretch[]
  readonly concepts: readonly Concept[]
  readonly pieces: readonly string[]
}

/**
 * The full question that a follow-up stands for, made of the question before it and what the follow-up says anew: unit,
 * year, item, basis, unit of money, or the reason; null where it stands by itself.
 */
export function resolveFollowUp(
  question: string,
  previous: string,
  documents: readonly DocumentRecord[],
): string | null {
  const written = correctSlips(normalizeQuestion(question), documents)
  const bare = written
    .replace(LEAD, '')
    .replace(TAIL, '')
    .replace(/[?？。!！\s]+$/, '')
  const said = named(bare, documents)
  const before = named(normalizeQuestion(previous), documents)
  if (said.organizations.length > 0 && namesThing(said) && !POINTING.test(bare)) return null
  const unit = UNIT.exec(written)
  if (unit && !namesThing(named(written.replace(UNIT, ''), documents)))
    return withUnit(before.text, unit[1] ?? unit[2] ?? '')
  if (WHY.test(bare)) return withReason(before, bare)
  return leansOn(written, bare, said) ? replaced(before, said, bare) : null
}

/** Whether a question needs the one before it: by its words, or because it names a frame and nothing in it. */
function leansOn(written: string, bare: string, said: Named): boolean {
  if (LEAD.test(written) || TAIL.test(written) || POINTING.test(written)) return true
  const framed = said.organizations.length > 0 || said.years.length > 0 || basisCue(bare).basis !== null
  return framed && !namesThing(said)
}

function named(text: string, documents: readonly DocumentRecord[]): Named {
  const who = findOrganizations(text, documents)
  const when = findYears(text)
  const { concepts, pieces } = readSubject(without(text, [...who.stretches, ...when.stretches]), [])
  return { text, organizations: who.stretches, years: when.stretches, concepts, pieces }
}

function namesThing({ concepts, pieces }: Named): boolean {
  return concepts.some(({ weight }) => weight !== 'soft') || pieces.some((piece) => piece.length >= 3)
}

/** The question before it with the follow-up's unit, years, basis and item in the places of its own. */
function replaced(before: Named, said: Named, bare: string): string {
  const wordsOf = (stretches: readonly Stretch[]) =>
    stretches.map(({ from, to }) => said.text.slice(from, to)).join('和')
  const edits = [
    ...editsFor(before.organizations, wordsOf(said.organizations)),
    ...editsFor(before.years, wordsOf(said.years)),
  ]
  const moved = edited(before.text, edits)
  const prefixed =
    before.organizations.length === 0 && said.organizations.length > 0
      ? `${wordsOf(said.organizations)}${moved}`
      : moved
  return withThing(withBasis(prefixed, bare), before, said)
}

interface Edit extends Stretch {
  readonly words: string
}

/** The first of the stretches takes the new words, the others go; none where there are no new words. */
function editsFor(stretches: readonly Stretch[], words: string): Edit[] {
  if (words === '') return []
  const ordered = [...stretches].sort((a, b) => a.from - b.from)
  return ordered.map((stretch, at) => ({ ...stretch, words: at === 0 ? words : '' }))
}

function edited(text: string, edits: readonly Edit[]): string {
  const last = [...edits].sort((a, b) => b.from - a.from)
  return last.reduce((changed, { from, to, words }) => changed.slice(0, from) + words + changed.slice(to), text)
}

/** "决算呢" asks for the other basis of the same thing. */
function withBasis(text: string, bare: string): string {
  if (/决算|实际|final accounts|actual/i.test(bare))
    return /预算|budget/i.test(text)
      ? text.replace(/预算/g, '决算').replace(/budget(?:ed)?/gi, 'final accounts')
      : `${text.replace(/[?？]$/, '')}(${languageOf(text) === 'zh' ? '决算' : 'final accounts'})`
  return /预算|budget/i.test(bare) ? text.replace(/决算/g, '预算').replace(/final accounts/gi, 'budget') : text
}

/** The item asked for before gives way to the one named now. */
function withThing(text: string, before: Named, said: Named): string {
  const things = said.concepts.filter(({ weight }) => weight !== 'soft').map(({ surface }) => surface)
  const now = things[0] ?? said.pieces.find((piece) => piece.length >= 3 && !BASIS_WORD.test(piece))
  if (now === undefined) return text
  const surfaces = [
    ...before.concepts.filter(({ weight }) => weight !== 'soft').map(({ surface }) => surface),
    ...before.pieces.filter((piece) => piece.length >= 3),
  ]
  const then = surfaces.find((surface) => text.toLowerCase().includes(surface))
  if (then === undefined) return `${text} ${now}`
  const at = text.toLowerCase().indexOf(then)
  return text.slice(0, at) + now + text.slice(at + then.length)
}

const BASIS_WORD = /^(?:预算|决算|实际)/

function withUnit(text: string, word: string): string {
  const unit = /^(?:10,?000 yuan|万元)$/i.test(word) ? '万元' : /^(?:yuan|元)$/i.test(word) ? '元' : word
  const plain = text
    .replace(UNIT, '')
    .replace(/多少(?:亿元|万元|元)/, '多少')
    .replace(/[?？]$/, '')
  return `${plain}，换成${unit}`
}

/** "为什么" behind a figure asks for the reason of that figure, or of its change where one was asked for. */
function withReason({ text }: Named, why: string): string {
  const asked = text
    .replace(/[?？]$/, '')
    .replace(/(?:是|有|了)?(?:多少|几)(?:钱|万元|元|人|个)?$|^how much (?:did|was|is|does) |百分之几$/gi, '')
  return languageOf(text) === 'en' ? `why: ${asked}` : `${asked}${why}`
}
