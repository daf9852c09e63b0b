import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { asksWhy } from './asked-words.ts'
import type { Language } from './contract.ts'
import { basisCue, fundCue, kindCue, mentionedAmounts, moneyUnitCue, operationCue, roleCues, unitCue } from './cues.ts'
import { calculationCue } from './operations.ts'
import type { Concept, Plan } from './plan.ts'
import { askingPart, languageOf, normalizeQuestion } from './question.ts'
import { readSubject } from './read-subject.ts'
import { without } from './stretch.ts'
import { findYears } from './when.ts'
import { findOrganizations, type Who } from './who.ts'

const CODE = /(?<![\d.])(\d{3})[\s-]?(\d{2})(?:[\s-]?(\d{2}))?(?![\d.]|\s*(?:元|万|人|号|年|份|名))/g

/** Reads a question into a plan, against nothing but the list of documents held. The same question gives the same plan. */
export function makePlan(question: string, documents: readonly DocumentRecord[], language?: Language): Plan {
  const text = normalizeQuestion(question)
  const who = findOrganizations(text, documents)
  const when = findYears(text)
  const cut = without(text, [...who.stretches, ...when.stretches])
  const codes = [...cut.matchAll(CODE)]
    .map((match) => `${match[1]}${match[2]}${match[3] ?? ''}`)
    .filter((code) => /^[2-3]/.test(code))
  const kinds = kindCue(cut)
  const cue = operationCue(cut, who.named.length > 0)
  // "谁更多、多多少" asks who only to ask how much.
  const cued = cue === 'text' && !asksWhy(cut) && calculationCue(cut) !== null ? 'lookup' : cue
  const units = unitCue(cut, kinds[0])
  const asking = askingPart(cut)
  const asked = readSubject(asking, kinds)
  // Where the asking sentence only points back ("在这上面"), what it points to stands in the others.
  const { concepts, pieces, whole } = namesThing(asked) ? asked : readSubject(cut, kinds)
  const pair = pairAsked(cut, concepts)
  const operation = cued === 'list' && pair.length > 0 ? 'lookup' : cued
  const basis = basisCue(cut)
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

/** "A和B各多少" asks for two figures by name, not for what either is made of. [] where it is not put so. */
function pairAsked(text: string, concepts: readonly Concept[]): readonly Concept[] {
  const asked = comparable(text)
  const isPair = (first: Concept, second: Concept) =>
    ['和', '与', '及', '、'].some((and) => asked.includes(`${first.surface}${and}${second.surface}`)) &&
    /^(?:预算|决算|金额)?(?:各|分别)/.test(asked.split(second.surface).at(-1) ?? '')
  const pairs = concepts.flatMap((first) => concepts.map((second) => [first, second] as const))
  return pairs.find(([first, second]) => isPair(first, second)) ?? []
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
