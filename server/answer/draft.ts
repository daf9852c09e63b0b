import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import { calculate, operandName } from './calculate/arithmetic.ts'
import { citeChunk, citeFact, citeTitle } from './citation.ts'
import type { Figure, Language, Notice } from './contract.ts'
import { doubtsAbout } from './doubtful.ts'
import type { DraftCitation } from './draft-citation.ts'
import type { Draft } from './draft-shape.ts'
import {
  type Alternative,
  type Caution,
  type DerivedFigure,
  distinctPlaces,
  type Evidence,
  leadingFact,
  type Missing,
  type ShownFigure,
} from './evidence.ts'
import { convertedFigure, derivedFigure, printedFigure } from './figures.ts'
import { writeFindings } from './findings-draft.ts'
import { levelWord } from './level-word.ts'
import { noticeOf } from './notices.ts'
import type { Plan } from './plan.ts'
import { withScope } from './scope-words.ts'
import { inert, slot } from './slots.ts'
import { basisWord, missingWords, operandLabels, shortName, yearWord } from './wording.ts'

/** Puts evidence into words. No digit of a figure is written here: slots stand for them. */
export function writeDraft(evidence: Evidence, plan: Plan, index: CorpusIndex): Draft {
  const writer = new DraftWriter(plan, index)
  if (evidence.status === 'not_found') return writer.notFound(evidence.missing, evidence.nearest)
  if (evidence.status === 'ambiguous') return writer.ambiguous(evidence.alternatives)
  switch (evidence.form) {
    case 'quotes':
      return writer.quotes(evidence.quotes)
    case 'coverage':
      return writer.coverage(evidence.documents)
    case 'findings':
      return evidence.findings.length > 0
        ? writeFindings(evidence.findings, plan.language, index)
        : writer.coverage(evidence.documents, 'answer.noFindings')
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
  readonly #shown: ShownFigure[] = []
  readonly #citations: DraftCitation[] = []
  readonly #notices: Notice[] = []
  readonly #quotations: string[] = []
  readonly #passages: number[] = []
  #cautions: readonly Caution[] = []

  constructor(plan: Plan, index: CorpusIndex) {
    this.#plan = plan
    this.#language = plan.language
    this.#index = index
  }

  figures(evidence: Extract<Evidence, { form: 'figures' | 'list' }>): Draft {
    this.#cautions = evidence.cautions
    const lines =
      evidence.form === 'list' ? this.#listLines(evidence) : evidence.figures.map((shown) => this.#figureLine(shown))
    const context = {
      language: this.#language,
      index: this.#index,
      facts: this.#shown.map(leadingFact),
      cite: (fact: Fact) => this.#cite(fact),
    }
    for (const caution of [...evidence.cautions, ...doubtsAbout(this.#shown, evidence.cautions, this.#index)])
      this.#notices.push(noticeOf(caution, context))
    return this.#draft('answered', [...lines, ...this.#quoteLines(evidence.quotes ?? [])].join('\n'))
  }

  notFound(missing: readonly Missing[], nearest: readonly ShownFigure[]): Draft {
    const language = this.#language
    for (const item of missing) if ('name' in item) this.#quoted(item.name)
    const said = inert(missing.map((item) => missingWords(language, item)).join(language === 'zh' ? '；' : '; '))
    const lines = [phrase(language, 'answer.notFound', { missing: said })]
    for (const shown of nearest) lines.push(this.#contextLine(shown))
    lines.push(phrase(language, 'answer.held', { held: this.#heldTitles().join(language === 'zh' ? '、' : '; ') }))
    this.#notices.push({ kind: 'coverage', message: said, citations: [] })
    return this.#draft('not_found', lines.join('\n'))
  }

  ambiguous(alternatives: readonly Alternative[]): Draft {
    const language = this.#language
    const listed = alternatives.map((alternative) => {
      const words = {
        organization: this.#quoted(alternative.organization),
        year: String(alternative.year ?? ''),
        label: this.#quoted(alternative.label),
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

  quotes(chunks: readonly Chunk[]): Draft {
    return this.#draft('answered', this.#quoteLines(chunks).join('\n'))
  }

  coverage(
    documents: readonly DocumentRecord[],
    lead: 'answer.coverage' | 'answer.noFindings' = 'answer.coverage',
  ): Draft {
    const listed = documents.slice(0, MOST_COVERED).map((document) => {
      this.#citations.push(citeTitle(document, this.#index, this.#citations.length + 1))
      return phrase(this.#language, 'answer.alternative', {
        label: `${this.#title(document)} [${this.#citations.length}]`,
      })
    })
    return this.#draft('answered', [phrase(this.#language, lead, {}), ...listed].join('\n'))
  }

  /** Passages quoted, below the name of the document that says them. */
  #quoteLines(chunks: readonly Chunk[]): string[] {
    const language = this.#language
    return chunks.flatMap((chunk, at) => {
      const cited = citeChunk(chunk, this.#index, this.#citations.length + 1)
      this.#citations.push(cited)
      this.#passages.push(cited.id)
      const document = this.#index.document(chunk.documentId)
      const basis =
        document?.basis === 'final_accounts'
          ? phrase(language, 'basis.final', {})
          : phrase(language, 'basis.budget', {})
      const lead = phrase(language, 'answer.quoteLead', {
        organization: this.#quoted(document?.organization ?? ''),
        year: yearWord(language, document?.fiscalYear ?? null),
        basis,
      })
      const quote = phrase(language, 'answer.quote', { quote: this.#quoted(cited.quote), citations: `[${cited.id}]` })
      return at === 0 || chunks[at - 1]?.documentId !== chunk.documentId ? [lead, quote] : [quote]
    })
  }

  #draft(status: Draft['status'], text: string): Draft {
    return {
      status,
      text,
      quotations: this.#quotations,
      figures: this.#figures,
      shown: this.#shown,
      citations: this.#citations,
      quoted: this.#passages,
      notices: this.#notices,
      alternatives: [],
    }
  }

  /** Words from outside, on their way into the text. */
  #quoted(words: string): string {
    const said = inert(words)
    this.#quotations.push(said)
    return said
  }

  /** Titles of what is held: of the documents meant, or of all. */
  #heldTitles(): string[] {
    const documents = this.#index.documents()
    const wanted = new Set(this.#plan.documentIds)
    const meant = documents.filter(({ id }) => wanted.has(id))
    return (meant.length === 0 ? documents : meant).slice(0, MOST_HELD).map((document) => this.#title(document))
  }

  /** A document by the name its unit goes by, beside the short one, with its basis. */
  #title({ title, basis, organization, aliases }: DocumentRecord): string {
    const short = shortName(organization, aliases)
    const kind = phrase(this.#language, basis === 'final_accounts' ? 'basis.final' : 'basis.budget', {})
    return `${this.#quoted(title)}（${short === organization ? '' : `${this.#quoted(short)}，`}${kind}）`
  }

  #listLines(evidence: Extract<Evidence, { form: 'figures' | 'list' }>): string[] {
    const [first] = evidence.figures
    if (!first) return []
    const lead = phrase(this.#language, 'answer.list', {
      ...this.#frame(leadingFact(first)),
      // The members of a list are of one scope: its title says it once.
      title: this.#quoted(this.#scoped(leadingFact(first), evidence.title)),
    })
    return [lead, ...evidence.figures.map((shown) => phrase(this.#language, 'answer.row', this.#slot(shown, false)))]
  }

  #figureLine(shown: ShownFigure): string {
    const fact = leadingFact(shown)
    if (shown.form === 'derived') return this.#derivedLine(shown)
    if (shown.role === 'context') return this.#contextLine(shown)
    const line = phrase(this.#language, 'answer.figure', { ...this.#frame(fact), ...this.#slot(shown) })
    if (fact.origin !== 'declared') return line
    return `${line}${phrase(this.#language, 'answer.declared', { figure: slot(this.#figures.length), citations: '' })}`
  }

  #contextLine(shown: ShownFigure): string {
    return phrase(this.#language, 'answer.context', { ...this.#frame(leadingFact(shown)), ...this.#slot(shown) })
  }

  /** The result with its formula; the operands are named and cited, their values stand in their own lines. */
  #derivedLine(shown: DerivedFigure): string {
    const slot = this.#slot(shown)
    const operands = this.#operandWords(shown)
    // In words without numbers of its own: every number in an answer is one of its figures.
    const expression = (calculate(shown.operation, shown.operands, shown.unit)?.expression ?? '')
      .replace(/ × 100%$/, '')
      .replace(/ \/ \d+$/, ' / n')
    return phrase(this.#language, shown.role === 'context' ? 'answer.contextDerived' : 'answer.derived', {
      ...this.#frame(shown.operands[0]),
      ...slot,
      expression: this.#quoted(expression),
      operands: operands.join(this.#language === 'zh' ? '，' : ', '),
    })
  }

  /** "a = …[1]": operands of one name together. */
  #operandWords({ operands }: DerivedFigure): string[] {
    const named = new Map<string, { readonly names: string[]; readonly places: Set<string> }>()
    const labels = operandLabels(this.#language, operands)
    for (const [at, fact] of operands.entries()) {
      const label = this.#scoped(fact, labels[at] ?? '')
      const known = named.get(label) ?? { names: [], places: new Set() }
      known.names.push(operandName(at))
      known.places.add(`[${this.#cite(fact)}]`)
      named.set(label, known)
    }
    return [...named].map(
      ([label, { names, places }]) =>
        `${this.#quoted(names.join(', '))} = ${this.#quoted(label)}${[...places].join('')}`,
    )
  }

  #frame(fact: Fact): { organization: string; year: string; basis: string } {
    return {
      organization: this.#quoted(fact.organization),
      year: yearWord(this.#language, fact.fiscalYear),
      basis: `${levelWord(this.#language, fact, this.#index)}${basisWord(this.#language, fact)}`,
    }
  }

  /** Adds the figure with its citations; gives its slot. */
  #slot(shown: ShownFigure, scoped = true): { label: string; figure: string; citations: string } {
    const places = shown.form === 'printed' ? distinctPlaces(shown.facts) : shown.operands
    const citations = [...new Set(places.map((place) => this.#cite(place)))]
    const figure =
      shown.form === 'derived'
        ? derivedFigure(this.#language, shown, citations, (fact) => this.#cite(fact))
        : this.#asked(shown.facts[0], printedFigure(this.#language, shown, citations))
    this.#figures.push(figure)
    this.#shown.push(shown)
    return {
      label: this.#quoted(
        shown.form === 'derived' || !scoped ? figure.label : this.#scoped(shown.facts[0], figure.label),
      ),
      figure: slot(this.#figures.length),
      citations: citations.map((id) => `[${id}]`).join(''),
    }
  }

  #scoped(fact: Fact, label: string): string {
    return withScope(this.#language, fact, label, this.#plan, this.#cautions)
  }

  #cite(fact: Fact): number {
    const citation = citeFact(fact, this.#index, this.#citations.length + 1)
    const known = this.#citations.find((other) => other.quote === citation.quote && other.href === citation.href)
    if (known) return known.id
    this.#citations.push(citation)
    return citation.id
  }

  /** The figure in the unit of money asked for by name. */
  #asked(fact: Fact, figure: Figure): Figure {
    const wanted = figure.role === 'answer' ? this.#plan.moneyUnit : null
    const converted = wanted && convertedFigure(figure, fact, wanted)
    if (!converted) return figure
    const message = phrase(this.#language, 'notice.unit', { printed: fact.amount.unit })
    this.#notices.push({ kind: 'unit', message, citations: converted.citations.slice(0, 1) })
    return converted
  }
}
