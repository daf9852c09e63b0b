import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { textWith } from './variables.ts'

/** Every phrase with the variables it takes; both languages must have all of them, with these variables and no others. */
export const PHRASES = {
  'answer.figure': ['organization', 'year', 'basis', 'label', 'figure', 'citations'],
  'answer.derived': ['organization', 'year', 'basis', 'label', 'figure', 'expression', 'operands'],
  'derived.sum': ['items'],
  'derived.difference': ['a', 'b'],
  'derived.share': ['a', 'b'],
  'derived.quotient': ['a', 'b'],
  'derived.previous': ['a'],
  'derived.growth': ['a', 'b'],
  'derived.rate': ['a'],
  'derived.average': ['items'],
  'derived.count': ['items'],
  'derived.product': ['items'],
  'derived.times': ['a', 'b'],
  'derived.shortfall': ['a', 'items'],
  'derived.more': ['items'],
  'answer.row': ['label', 'figure', 'citations'],
  'answer.list': ['organization', 'year', 'basis', 'title'],
  'answer.understood': ['question'],
  'answer.contextDerived': ['organization', 'year', 'basis', 'label', 'figure', 'expression', 'operands'],
  'answer.context': ['organization', 'year', 'basis', 'label', 'figure', 'citations'],
  'answer.quote': ['quote', 'citations'],
  'answer.quoteLead': ['organization', 'year', 'basis'],
  'answer.notFound': ['missing'],
  'answer.held': ['held'],
  'answer.ambiguous': [],
  'answer.alternative': ['label'],
  'answer.coverage': [],
  'answer.findings': [],
  'answer.noFindings': [],
  'answer.moreFindings': [],
  'answer.finding': ['title', 'places'],
  'answer.declared': ['figure', 'citations'],
  'prose.frame': ['organization', 'year', 'basis'],
  'proposal.budget': [],
  'proposal.final': [],
  'proposal.one': ['organization', 'year', 'basis', 'items'],
  'proposal.each': ['organization', 'year', 'basis', 'items'],
  'proposal.sum': ['organization', 'year', 'basis', 'items'],
  'proposal.share': ['organization', 'year', 'basis', 'a', 'b'],
  'proposal.difference': ['organization', 'year', 'basis', 'a', 'b'],
  'basis.budget': [],
  'basis.final': [],
  'basis.initial': [],
  'basis.adjusted': [],
  'basis.none': [],
  year: ['year'],
  'scope.inLabel': ['label', 'scope'],
  'scope.basicExpenditure': [],
  'scope.threePublic': [],
  'scope.all': [],
  'scope.general': [],
  'scope.governmentFund': [],
  'scope.stateCapital': [],
  'notice.budgetNotSpent': ['year'],
  'notice.budget': [],
  'notice.scopeThreePublic': [],
  'notice.scopeFunds': [],
  'notice.scopeLevels': [],
  'level.department': [],
  'level.unit': [],
  'notice.conflict': ['places'],
  'notice.recomputed': ['place'],
  'notice.doubtful': ['place', 'finding'],
  'notice.otherBase': ['place', 'named', 'other'],
  'notice.sumDiffers': ['places'],
  'notice.unit': ['printed'],
  'notice.asOf': ['year', 'document'],
  'notice.basesDiffer': ['bases'],
  'notice.fromImage': ['places'],
  'notice.unconfirmed': ['places'],
  'notice.dropped': [],
  'notice.fallback': [],
  'notice.understood': [],
  'notice.partMissing': ['missing'],
  'missing.organization': ['name'],
  'missing.year': ['organization', 'year'],
  'missing.anyYear': ['year'],
  'missing.final': ['organization', 'year'],
  'missing.budget': ['documents'],
  'missing.measure': ['documents', 'name'],
  'missing.text': ['documents'],
  'missing.operands': ['documents'],
  'documents.of': ['organization', 'year'],
  'documents.held': ['year'],
  'alternative.item': ['organization', 'year', 'label'],
  'alternative.question': ['organization', 'year', 'label'],
  'alternative.project': ['organization', 'year', 'label'],
  'direction.up': [],
  'direction.down': [],
  'direction.flat': [],
  'kind.change': ['direction'],
  'kind.rate': ['direction'],
  'kind.share': [],
  'kind.target': [],
  'kind.actual': [],
  'kind.score': [],
  'comparator.atLeast': [],
  'comparator.atMost': [],
} as const

export type PhraseKey = keyof typeof PHRASES
export type PhraseVariables<K extends PhraseKey> = Readonly<Record<(typeof PHRASES)[K][number], string>>
export type PhraseLanguage = 'zh' | 'en'

const phraseFileSchema = z.record(z.string(), z.string())
const loaded = new Map<PhraseLanguage, Readonly<Record<string, string>>>()

/** The phrases of a language, read from their text file on first use: "key = text", "#" for remarks. */
export function readPhrases(language: PhraseLanguage): Readonly<Record<string, string>> {
  const known = loaded.get(language)
  if (known) return known
  const text = readFileSync(fileURLToPath(new URL(`./phrases.${language}.txt`, import.meta.url)), 'utf8')
  const entries = text.split(/\r?\n/).flatMap((line) => {
    const match = /^([a-zA-Z.]+) =(?: (.*))?$/.exec(line)
    return match ? [[match[1] ?? '', match[2] ?? ''] as const] : []
  })
  const phrases = phraseFileSchema.parse(Object.fromEntries(entries))
  loaded.set(language, phrases)
  return phrases
}

/** A phrase with its variables put in. Values are put in as they are; they are not read as templates again. */
export function phrase<K extends PhraseKey>(language: PhraseLanguage, key: K, variables: PhraseVariables<K>): string {
  const template = readPhrases(language)[key] ?? ''
  return textWith(template, variables)
}
