import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { asksWhy } from './asked-words.ts'
import { wishOf } from './calculate/wish.ts'
import type { Language } from './contract.ts'
import { basisCue, fundCue, kindCue, moneyUnitCue, operationCue, roleCues } from './cues.ts'
import type { Concept, Plan } from './plan.ts'
import { mentionedAmounts } from './quantities.ts'
import { askingPart, languageOf, normalizeQuestion } from './question.ts'
import { readSubject } from './read-subject.ts'
import { correctSlips } from './slips.ts'
import { without } from './stretch.ts'
import { unitCue } from './unit-cues.ts'
import { findYears } from './when.ts'
import { findOrganizations, type Who } from './who.ts'

const CODE = /(?<![\d.])(\d{3})[\s-]?(\d{2})(?:[\s-]?(\d{2}))?(?![\d.]|\s*(?:元|万|人|号|年|份|名))/g

/** The code of a class beside its name: "教育支出（205）". */
const CLASS_CODE = /[(（]\s*(20[1-9]|2[123]\d|30[1-9]|31[0-3])\s*[)）]/g

/** Reads a question into a plan, against nothing but the list of documents held. The same question gives the same plan. */
export function makePlan(question: string, documents: readonly DocumentRecord[], language?: Language): Plan {
  const text = correctSlips(normalizeQuestion(question), documents)
  const who = widened(findOrganizations(text, documents), text)
  const when = findYears(text)
  const cut = without(text, [...who.stretches, ...when.stretches])
  const codes = [...cut.matchAll(CODE), ...cut.matchAll(CLASS_CODE)]
    .map(([, ...parts]) => parts.join(''))
    .filter((code) => /^[2-3]/.test(code))
  const kinds = kindCue(cut)
  const cue = operationCue(cut, who.named.length > 0)
  // "谁更多、多多少" asks who only to ask how much.
  const cued = cue === 'text' && !asksWhy(cut) && wishOf(cut, []) !== null ? 'lookup' : cue
  const units = unitCue(cut, kinds[0])
  const asking = askingPart(cut)
  const asked = readSubject(asking, kinds)
  // Where the asking sentence only points back ("在这上面"), what it points to stands in the others.
  const { concepts, pieces, whole } = namesThing(asked) ? asked : readSubject(cut, kinds)
  const pair = pairAsked(cut, concepts)
  const operation = cued === 'list' && pair.length > 0 ? 'lookup' : cued
  // A remark on one of the units (甲用决算数) says nothing of the others.
  const basis = who.remarked ? NO_BASIS : basisCue(cut)
  return {
    language: language ?? languageOf(text),
    question: text,
    wording: asking,
    operation,
    documentIds: documentsMeant(documents, who, when.years, when.asOf),
    organizations: { named: [...who.named], unknown: [...who.unknown], open: isOpen(who, documents) },
    years: [...when.years],
    asOf: [...when.asOf],
    basis: basis.basis,
    basisStrict: basis.strict,
    stage: basis.stage,
    kinds,
    // A list of things is not a number of things.
    units: operation === 'list' && units[0] !== '%' ? [] : units,
    moneyUnit: moneyUnitCue(cut),
    concepts: concepts.map((concept) => (pair.includes(concept) ? { ...concept, weight: 'item' } : concept)),
    codes,
    roles: roleCues(cut),
    fund: fundCue(cut),
    subject: pieces,
    whole,
    amounts: mentionedAmounts(cut),
  }
}

/** "把五家…排序（甲用决算数）": all units are meant, though a remark names one. */
function widened(who: Who, question: string): Who & { readonly remarked: boolean } {
  const count = '一二三四五六七八九十'.indexOf(/([三四五六七八九十])家/.exec(question)?.[1] ?? '') + 1
  const remarked = who.named.length > 0 && who.named.length < count - 1
  return { ...who, named: remarked ? [] : who.named, remarked }
}

const NO_BASIS = { basis: null, strict: false, stage: null } as const
const AND = /[和与及、]/g

/** "A和B各多少" asks for two figures by name, not for what either is made of. [] where it is not put so. */
function pairAsked(text: string, concepts: readonly Concept[]): readonly Concept[] {
  const asked = comparable(text)
  // From each "and" outwards: of some hundred concepts there are too many pairs to look for every one.
  const pairs = [...asked.matchAll(AND)].flatMap(({ index }) => {
    const before = concepts.filter(({ surface }) => asked.endsWith(surface, index))
    const behind = concepts.filter(({ surface }) => asked.startsWith(surface, index + 1))
    return before.flatMap((first) =>
      behind.filter((second) => endsAsking(asked, second)).map((second) => [first, second]),
    )
  })
  const place = (pair: readonly Concept[]) => pair.map((concept) => concepts.indexOf(concept))
  const order = (one: readonly Concept[], other: readonly Concept[]) => {
    const [first = 0, second = 0] = place(one)
    const [third = 0, fourth = 0] = place(other)
    return first - third || second - fourth
  }
  return pairs.sort(order)[0] ?? []
}

/** Whether "各多少" follows where the concept is named last. */
function endsAsking(asked: string, { surface }: Concept): boolean {
  return /^(?:预算|决算|金额)?(?:各|分别)/.test(asked.slice(asked.lastIndexOf(surface) + surface.length))
}

function isOpen(who: Who, documents: readonly DocumentRecord[]): boolean {
  return (
    who.named.length === 0 &&
    who.unknown.length === 0 &&
    new Set(documents.map(({ organization }) => organization)).size > 1
  )
}

/** The documents whose figures may answer: those of the units named; a year filters facts, not documents, as texts quote other years. */
function documentsMeant(
  documents: readonly DocumentRecord[],
  who: Who,
  years: readonly number[],
  asOf: readonly number[],
): string[] {
  if (who.unknown.length > 0 && who.named.length === 0) return []
  const ofUnit =
    who.named.length === 0 ? documents : documents.filter(({ organization }) => who.named.includes(organization))
  const wanted = [...years, ...asOf, ...asOf.map((year) => year + 1)]
  const ofYear = ofUnit.filter(({ fiscalYear }) => fiscalYear !== null && wanted.includes(fiscalYear))
  return (ofYear.length > 0 ? ofYear : ofUnit).map(({ id }) => id)
}

function namesThing({ concepts, pieces }: ReturnType<typeof readSubject>): boolean {
  return concepts.length > 0 || pieces.some((piece) => piece.length >= 2 && !/[这那它]/.test(piece))
}
