import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { type FoundConcept, findConcepts, findEnglishTerms } from './concepts.ts'
import type { Language } from './contract.ts'
import { basisCue, fundCue, kindCue, mentionedAmounts, moneyUnitCue, operationCue, roleCues, unitCue } from './cues.ts'
import type { Concept, Plan } from './plan.ts'
import { askingPart, languageOf, normalizeQuestion } from './question.ts'
import { subjectPieces } from './subject.ts'
import { findYears } from './when.ts'
import { findOrganizations, type Stretch, type Who } from './who.ts'

const CODE = /(?<![\d.])(\d{3})\s?(\d{2})(?:\s?(\d{2}))?(?![\d.]|\s*(?:元|万|人|号|年|份|名))/g

/** Reads a question into a plan, against nothing but the list of documents held. The same question gives the same plan. */
export function makePlan(question: string, documents: readonly DocumentRecord[], language?: Language): Plan {
  const text = normalizeQuestion(question)
  const who = findOrganizations(text, documents)
  const when = findYears(text)
  const cut = without(text, [...who.stretches, ...when.stretches])
  const codes = [...cut.matchAll(CODE)]
    .map((match) => `${match[1]}${match[2]}${match[3] ?? ''}`)
    .filter((code) => /^[2-3]/.test(code))
  const { concepts, pieces } = readSubject(askingPart(cut))
  const basis = basisCue(cut)
  return {
    language: language ?? languageOf(text),
    question: text,
    operation: operationCue(cut),
    documentIds: documentsMeant(documents, who, when.years, when.asOf),
    organizations: { named: [...who.named], unknown: [...who.unknown], open: isOpen(who, documents) },
    years: [...when.years],
    asOf: [...when.asOf],
    basis: basis.basis,
    basisStrict: basis.strict,
    stage: basis.stage,
    kinds: kindCue(cut),
    units: unitCue(cut),
    moneyUnit: moneyUnitCue(cut),
    concepts,
    codes,
    roles: roleCues(cut),
    fund: fundCue(cut),
    subject: pieces,
    amounts: mentionedAmounts(cut),
  }
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
  if (who.unknown.length > 0) return []
  const ofUnit =
    who.named.length === 0 ? documents : documents.filter(({ organization }) => who.named.includes(organization))
  const wanted = [...years, ...asOf, ...asOf.map((year) => year + 1)]
  const ofYear = ofUnit.filter(({ fiscalYear }) => fiscalYear !== null && wanted.includes(fiscalYear))
  return (ofYear.length > 0 ? ofYear : ofUnit).map(({ id }) => id)
}

/** The text with stretches blanked: positions stay. */
function without(text: string, stretches: readonly Stretch[]): string {
  const characters = [...text]
  for (const { from, to } of stretches) for (let at = from; at < to; at += 1) characters[at] = ' '
  return characters.join('')
}

function readSubject(text: string): { concepts: Concept[]; pieces: string[] } {
  const english = /[a-z]{3}/i.test(text) ? findEnglishTerms(text) : []
  const concepts: Concept[] = []
  const pieces: string[] = []
  let rest = text
  for (const term of english) {
    rest = without(rest, [{ from: term.from, to: term.to }])
    const known = term.chinese.flatMap((word) =>
      findConcepts(comparable(word)).filter(({ from, to }) => from === 0 && to === comparable(word).length),
    )
    if (known.length > 0) concepts.push(merged(term.english, known, term.chinese))
    else pieces.push(...term.chinese.slice(0, 3))
  }
  const chinese = comparable(
    rest.replace(/[a-z0-9][a-z0-9 .,'-]*/gi, (latin) => (/[\d.]+%?$/.test(latin.trim()) ? latin : ' '.repeat(0) + '|')),
  )
  const own = subjectPieces(english.length > 0 ? rest : text)
  for (const { surface, names, codes, weight } of findConcepts(chinese)) {
    if (surface.length > 2 || own.some((piece) => standsFree(comparable(piece), surface)))
      concepts.push({ surface, names, codes, weight })
  }
  pieces.push(...own)
  return { concepts: dedupe(concepts), pieces: [...new Set(pieces.map(comparable))].filter((piece) => piece !== '') }
}

/** A word of two characters counts only at the edge of a piece: 购车 in 采购车辆 is none. */
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
