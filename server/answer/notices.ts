import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import type { Language, Notice } from './contract.ts'
import type { Caution } from './evidence.ts'
import { basisWord, missingWords, yearWord } from './wording.ts'

interface NoticeContext {
  readonly language: Language
  readonly index: CorpusReader
  /** The facts whose figures are shown. */
  readonly facts: readonly Fact[]
  /** Cites the place of a fact; gives the number of its citation. */
  readonly cite: (fact: Fact) => number
}

const SCOPE_NOTICES = {
  three_public: 'notice.scopeThreePublic',
  funds: 'notice.scopeFunds',
  levels: 'notice.scopeLevels',
} as const

/** A caution in words. */
export function noticeOf(caution: Caution, { language, index, facts, cite }: NoticeContext): Notice {
  switch (caution.kind) {
    case 'basis':
      return { kind: 'basis', message: basisMessage(caution, language), citations: [] }
    case 'scope':
      return {
        kind: 'scope',
        message: phrase(language, SCOPE_NOTICES[caution.about], {}),
        citations: [],
      }
    case 'sumDiffers':
    case 'conflict': {
      const citations = caution.facts.map((fact) => cite(fact))
      const places = citations.map((id) => `[${id}]`).join(' ')
      return { kind: 'conflict', message: phrase(language, `notice.${caution.kind}`, { places }), citations }
    }
    case 'recomputed':
    case 'doubtful':
      return disagreement(caution, language, cite(caution.fact))
    case 'otherBase':
      return otherBaseNotice(caution, language, cite(caution.fact))
    case 'asOf':
      return {
        kind: 'basis',
        message: phrase(language, 'notice.asOf', {
          year: String(caution.year),
          document: index.document(caution.documentId)?.title ?? '',
        }),
        citations: [],
      }
    case 'basesDiffer':
      return {
        kind: 'basis',
        message: phrase(language, 'notice.basesDiffer', { bases: basesOf(language, facts) }),
        citations: [],
      }
    case 'coverage': {
      const missing = caution.missing.map((item) => missingWords(language, item)).join(language === 'zh' ? '；' : '; ')
      return { kind: 'coverage', message: phrase(language, 'notice.partMissing', { missing }), citations: [] }
    }
  }
}

/** A figure does not follow from the others of its document, or does not agree with them. */
function disagreement(
  caution: Extract<Caution, { kind: 'recomputed' | 'doubtful' }>,
  language: Language,
  id: number,
): Notice {
  const place = `[${id}]`
  const message =
    caution.kind === 'recomputed'
      ? phrase(language, 'notice.recomputed', { place })
      : phrase(language, 'notice.doubtful', { place, finding: caution.finding.message[language] })
  return { kind: 'conflict', message, citations: [id] }
}

function basisMessage({ spentAsked, year }: Extract<Caution, { kind: 'basis' }>, language: Language): string {
  return spentAsked
    ? phrase(language, 'notice.budgetNotSpent', { year: String(year ?? '') })
    : phrase(language, 'notice.budget', {})
}

/** A rate of completion follows from another budget than the document names. */
function otherBaseNotice(
  { named, budget }: Extract<Caution, { kind: 'otherBase' }>,
  language: Language,
  id: number,
): Notice {
  const words = { place: `[${id}]`, named: basisWord(language, named), other: basisWord(language, budget) }
  return { kind: 'conflict', message: phrase(language, 'notice.otherBase', words), citations: [id] }
}

/** The bases and years that stand beside one another. */
function basesOf(language: Language, facts: readonly Fact[]): string {
  const bases = facts.map(
    (fact) => `${fact.organization} ${yearWord(language, fact.fiscalYear)}${basisWord(language, fact)}`,
  )
  return [...new Set(bases)].join(language === 'zh' ? '；' : '; ')
}
