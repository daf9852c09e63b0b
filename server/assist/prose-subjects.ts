import { accountByCode } from '../../ingest/classification/index.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import type { Found } from '../answer/assistant.ts'
import type { Language } from '../answer/contract.ts'
import { leadingFact } from '../answer/evidence.ts'
import { levelWord } from '../answer/level-word.ts'
import { withScope } from '../answer/scope-words.ts'
import { inert } from '../answer/slots.ts'
import { basisWord, yearWord } from '../answer/wording.ts'
import type { Frame, ProseFigure, ProsePassage, Subjects } from './prose/subjects.ts'

/** What prose may be about: every figure of the draft that stands, and every passage that it quotes. */
export function subjectsOf(found: Found, index: CorpusIndex): Subjects {
  const { draft, plan, evidence } = found
  const cautions = 'cautions' in evidence ? evidence.cautions : []
  const described = draft.figures.flatMap((figure, at) => {
    const shown = draft.shown[at]
    if (!shown || figure.citations.length === 0) return []
    const fact = leadingFact(shown)
    const operation = shown.form === 'derived' ? shown.operation : null
    const label = inert(operation ? figure.label : withScope(plan.language, fact, figure.label, plan, cautions))
    return [{ at, figure, fact, operation, label, bare: operation ? [] : bareNames(fact) }]
  })
  const figures = described.map(({ at, figure, fact, operation, label, bare }): ProseFigure => {
    const rivals = described.filter((other) => other.at !== at && other.label !== label)
    const own = bare.filter((name) => !rivals.some((rival) => rival.bare.includes(name) || rival.label === name))
    const basis = figure.basis === null ? phrase(plan.language, 'basis.none', {}) : basisWord(plan.language, fact)
    const level = levelWord(plan.language, fact, index)
    return {
      kind: 'figure',
      number: at + 1,
      figure,
      fact,
      operation,
      label,
      names: [label, figure.label, ...own].filter((name) => !rivals.some((rival) => rival.label === name)),
      surroundings: surroundingsOf(fact, index),
      ...frameOf(plan.language, { ...figure, year: figure.fiscalYear, words: `${level}${basis}` }, index),
    }
  })
  return { figures, passages: passagesOf(found, index) }
}

/** What a sum or a number of things may be called; a change, a share, a target only by its full label. */
function bareNames({ kind, measure }: Fact): string[] {
  if (kind !== 'level' && kind !== 'count') return []
  const account = measure.code === null ? null : accountByCode(measure.code)
  return [measure.name, ...(account ? [account.name, ...account.synonyms] : [])].map(inert)
}

function surroundingsOf(fact: Fact, index: CorpusIndex): string[] {
  const table = fact.tableId === null ? null : index.table(fact.tableId)
  const words = [...fact.parents, ...fact.facet, fact.project ?? '', fact.of ?? '', table?.title ?? '', ...fact.section]
  return [...new Set(words.map(inert))].filter((word) => word !== '')
}

interface Whose {
  readonly organization: string
  readonly year: number | null
  readonly basis: Frame['basis']
  /** Budget or final accounts, in words. */
  readonly words: string
}

function frameOf(language: Language, { organization, year, basis, words }: Whose, index: CorpusIndex): Frame {
  const aliases = index.documents().flatMap((other) => (other.organization === organization ? other.aliases : []))
  const frame = phrase(language, 'prose.frame', {
    organization: inert(organization),
    year: yearWord(language, year),
    basis: words,
  })
  return { organization, aliases: [...new Set(aliases)], year, basis, frame }
}

function passagesOf({ draft, plan: { language } }: Found, index: CorpusIndex): ProsePassage[] {
  return draft.quoted.flatMap((id, at) => {
    const cited = draft.citations.find((citation) => citation.id === id)
    const document = cited && index.document(cited.documentId)
    if (!cited || !document) return []
    const { organization, fiscalYear: year, basis } = document
    const words = phrase(language, basis === 'final_accounts' ? 'basis.final' : 'basis.budget', {})
    const text = inert(cited.quote).replace(/\s+/g, '').toLowerCase()
    return [
      {
        kind: 'passage',
        number: at + 1,
        citation: id,
        text,
        ...frameOf(language, { organization, year, basis, words }, index),
      },
    ]
  })
}
