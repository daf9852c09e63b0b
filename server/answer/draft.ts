import { convertMoney, isMoney } from '../../ingest/domain/amount.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import { citeChunk, citeFact, citeTitle } from './citation.ts'
import type { Answer, Citation, Figure, Language, Notice } from './contract.ts'
import type { Alternative, Caution, ChosenFigure, Evidence, Missing } from './evidence.ts'
import type { Plan } from './plan.ts'
import { basisWord, labelOf, missingWords, shortName, yearWord } from './wording.ts'

/** An answer whose figures stand in the text as slots ("{{1}}"); code prints them once they are verified. */
export interface Draft {
  readonly status: Answer['status']
  readonly text: string
  readonly figures: readonly Figure[]
  /** The fact behind each figure, by index. */
  readonly facts: readonly Fact[]
  readonly citations: readonly Citation[]
  readonly notices: readonly Notice[]
  readonly alternatives: Answer['alternatives']
}

/** Puts evidence into words. No digit of a figure is written here: slots stand for them. */
export function writeDraft(evidence: Evidence, plan: Plan, index: CorpusIndex): Draft {
  const writer = new DraftWriter(plan, index)
  if (evidence.status === 'not_found') return writer.notFound(evidence.missing, evidence.nearest)
  if (evidence.status === 'ambiguous') return writer.ambiguous(evidence.alternatives)
  switch (evidence.form) {
    case 'quotes':
      return writer.quotes(evidence.quotes)
    case 'coverage':
      return writer.coverage()
    case 'figures':
    case 'list':
      return writer.figures(evidence)
  }
}

const MOST_HELD = 8
const MOST_COVERED = 200

class DraftWriter {
  readonly #plan: Plan
  readonly #language: Language
  readonly #index: CorpusIndex
  readonly #figures: Figure[] = []
  readonly #facts: Fact[] = []
  readonly #citations: Citation[] = []
  readonly #notices: Notice[] = []

  constructor(plan: Plan, index: CorpusIndex) {
    this.#plan = plan
    this.#language = plan.language
    this.#index = index
  }

  figures(evidence: Extract<Evidence, { form: 'figures' | 'list' }>): Draft {
    const lines =
      evidence.form === 'list' ? this.#listLines(evidence) : evidence.figures.map((chosen) => this.#figureLine(chosen))
    for (const caution of evidence.cautions) this.#notices.push(this.#notice(caution))
    return this.#draft('answered', lines.join('\n'))
  }

  notFound(missing: readonly Missing[], nearest: readonly ChosenFigure[]): Draft {
    const language = this.#language
    const said = missing.map((item) => missingWords(language, item)).join(language === 'zh' ? '；' : '; ')
    const lines = [phrase(language, 'answer.notFound', { missing: said })]
    for (const chosen of nearest) lines.push(this.#contextLine(chosen))
    lines.push(phrase(language, 'answer.held', { held: this.#heldTitles().join(language === 'zh' ? '、' : '; ') }))
    this.#notices.push({ kind: 'coverage', message: said, citations: [] })
    return this.#draft('not_found', lines.join('\n'))
  }

  ambiguous(alternatives: readonly Alternative[]): Draft {
    const language = this.#language
    const listed = alternatives.map((alternative) => {
      const words = {
        organization: alternative.organization,
        year: String(alternative.year ?? ''),
        label: alternative.label,
      }
      const key = alternative.as === 'project' ? 'alternative.project' : 'alternative.question'
      return { label: phrase(language, 'alternative.item', words), question: phrase(language, key, words) }
    })
    const text = [
      phrase(language, 'answer.ambiguous', {}),
      ...listed.map(({ label }) => phrase(language, 'answer.alternative', { label })),
    ].join('\n')
    return { ...this.#draft('ambiguous', text), alternatives: listed }
  }

  quotes(chunks: Extract<Evidence, { form: 'quotes' }>['quotes']): Draft {
    const language = this.#language
    const lines = chunks.flatMap((chunk, at) => {
      this.#citations.push(citeChunk(chunk, this.#index, this.#citations.length + 1))
      const document = this.#index.document(chunk.documentId)
      const basis =
        document?.basis === 'final_accounts'
          ? phrase(language, 'basis.final', {})
          : phrase(language, 'basis.budget', {})
      const lead = phrase(language, 'answer.quoteLead', {
        organization: document?.organization ?? '',
        year: yearWord(language, document?.fiscalYear ?? null),
        basis,
      })
      const quote = phrase(language, 'answer.quote', { quote: chunk.quote, citations: `[${this.#citations.length}]` })
      return at === 0 || chunks[at - 1]?.documentId !== chunk.documentId ? [lead, quote] : [quote]
    })
    return this.#draft('answered', lines.join('\n'))
  }

  coverage(): Draft {
    const documents = this.#index.documents().slice(0, MOST_COVERED)
    const listed = documents.map((document) => {
      this.#citations.push(citeTitle(document, this.#index, this.#citations.length + 1))
      return phrase(this.#language, 'answer.alternative', {
        label: `${this.#title(document)} [${this.#citations.length}]`,
      })
    })
    return this.#draft('answered', [phrase(this.#language, 'answer.coverage', {}), ...listed].join('\n'))
  }

  #draft(status: Draft['status'], text: string): Draft {
    return {
      status,
      text,
      figures: this.#figures,
      facts: this.#facts,
      citations: this.#citations,
      notices: this.#notices,
      alternatives: [],
    }
  }

  /** Titles of what is held: of the documents meant, or of all. */
  #heldTitles(): string[] {
    const documents = this.#index.documents()
    const meant = documents.filter(({ id }) => this.#plan.documentIds.includes(id))
    return (meant.length === 0 ? documents : meant).slice(0, MOST_HELD).map((document) => this.#title(document))
  }

  /** A document by the name its unit goes by, beside the short one, with its basis. */
  #title({ title, basis, organization, aliases }: DocumentRecord): string {
    const short = shortName(organization, aliases)
    const kind = phrase(this.#language, basis === 'final_accounts' ? 'basis.final' : 'basis.budget', {})
    return `${title}（${short === organization ? '' : `${short}，`}${kind}）`
  }

  #listLines(evidence: Extract<Evidence, { form: 'figures' | 'list' }>): string[] {
    const first = evidence.figures[0]?.facts[0]
    if (!first) return []
    const lead = phrase(this.#language, 'answer.list', { ...this.#frame(first), title: evidence.title })
    return [lead, ...evidence.figures.map((chosen) => phrase(this.#language, 'answer.row', this.#slot(chosen)))]
  }

  #figureLine(chosen: ChosenFigure): string {
    if (chosen.role === 'context') return this.#contextLine(chosen)
    const line = phrase(this.#language, 'answer.figure', { ...this.#frame(chosen.facts[0]), ...this.#slot(chosen) })
    if (chosen.facts[0].origin !== 'declared') return line
    return `${line}${phrase(this.#language, 'answer.declared', { figure: `{{${this.#figures.length}}}`, citations: '' })}`
  }

  #contextLine(chosen: ChosenFigure): string {
    const [fact] = chosen.facts
    return phrase(this.#language, 'answer.context', { ...this.#frame(fact), ...this.#slot(chosen) })
  }

  #frame(fact: Fact): { organization: string; year: string; basis: string } {
    return {
      organization: fact.organization,
      year: yearWord(this.#language, fact.fiscalYear),
      basis: basisWord(this.#language, fact),
    }
  }

  /** Adds the figure with its citations; gives its slot. */
  #slot(chosen: ChosenFigure): { label: string; figure: string; citations: string } {
    const [fact] = chosen.facts
    const citations = chosen.facts.map((place) => this.#cite(place))
    const figure = this.#asked(chosen.role, fact, this.#figure(chosen, citations))
    this.#figures.push(figure)
    this.#facts.push(fact)
    return {
      label: labelOf(this.#language, fact),
      figure: `{{${this.#figures.length}}}`,
      citations: citations.map((id) => `[${id}]`).join(''),
    }
  }

  #cite(fact: Fact): number {
    const citation = citeFact(fact, this.#index, this.#citations.length + 1)
    const known = this.#citations.find(
      (other) =>
        other.documentId === citation.documentId &&
        other.raw === citation.raw &&
        other.lines.join() === citation.lines.join(),
    )
    if (known) return known.id
    this.#citations.push(citation)
    return citation.id
  }

  #figure(chosen: ChosenFigure, citations: number[]): Figure {
    const [fact] = chosen.facts
    const { organization, level, fiscalYear, basis, stage, kind, comparator, direction } = fact
    const check = fact.origin === 'declared' ? 'derived' : chosen.disputed ? 'disputed' : 'verified'
    return {
      role: chosen.role,
      label: labelOf(this.#language, fact),
      value: fact.amount.value,
      unit: fact.amount.unit,
      organization,
      level,
      fiscalYear,
      basis,
      stage,
      kind,
      comparator,
      direction,
      check,
      citations,
    }
  }

  /** The figure in the unit of money asked for by name, converted exactly, with the printed one as its operand. */
  #asked(role: Figure['role'], fact: Fact, figure: Figure): Figure {
    const wanted = this.#plan.moneyUnit
    if (role !== 'answer' || wanted === null || wanted === fact.amount.unit || !isMoney(fact.amount.unit)) return figure
    const value = convertMoney(fact.amount.value, fact.amount.unit, wanted)
    const [citation] = figure.citations
    if (value === null || citation === undefined) return figure
    this.#notices.push({
      kind: 'unit',
      message: phrase(this.#language, 'notice.unit', { printed: fact.amount.unit }),
      citations: [citation],
    })
    const input = { name: 'a', label: figure.label, value: fact.amount.value, unit: fact.amount.unit, citation }
    return {
      ...figure,
      value,
      unit: wanted,
      check: 'derived',
      derivation: { expression: `a (${fact.amount.unit} → ${wanted})`, inputs: [input] },
    }
  }

  #notice(caution: Caution): Notice {
    const language = this.#language
    switch (caution.kind) {
      case 'basis': {
        const year = String(caution.year ?? '')
        return {
          kind: 'basis',
          message: caution.spentAsked
            ? phrase(language, 'notice.budgetNotSpent', { year })
            : phrase(language, 'notice.budget', {}),
          citations: [],
        }
      }
      case 'scope':
        return {
          kind: 'scope',
          message: phrase(
            language,
            caution.about === 'three_public' ? 'notice.scopeThreePublic' : 'notice.scopeFunds',
            {},
          ),
          citations: [],
        }
      case 'conflict': {
        const citations = caution.facts.map((fact) => this.#cite(fact))
        return {
          kind: 'conflict',
          message: phrase(language, 'notice.conflict', { places: citations.map((id) => `[${id}]`).join(' ') }),
          citations,
        }
      }
      case 'asOf':
        return {
          kind: 'basis',
          message: phrase(language, 'notice.asOf', {
            year: String(caution.year),
            document: this.#index.document(caution.documentId)?.title ?? '',
          }),
          citations: [],
        }
      case 'basesDiffer': {
        const bases = [
          ...new Set(
            this.#facts.map(
              (fact) => `${fact.organization} ${yearWord(language, fact.fiscalYear)}${basisWord(language, fact)}`,
            ),
          ),
        ]
        return {
          kind: 'basis',
          message: phrase(language, 'notice.basesDiffer', { bases: bases.join('；') }),
          citations: [],
        }
      }
    }
  }
}
