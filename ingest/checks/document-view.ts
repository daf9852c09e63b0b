import type { HeadingBlock } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import type { Fact } from '../domain/fact.ts'
import type { Field } from '../domain/finding.ts'
import { lines } from '../domain/source.ts'
import type { Table } from '../domain/table.ts'
import type { EvaluationForm } from '../facts/evaluation-form.ts'
import type { PlacedParagraph } from '../facts/extract.ts'
import { FactsByMeasure } from './operands.ts'
import { type Passage, passagesOf, type SpokenFigure } from './passage.ts'
import { Sheet } from './sheet.ts'
import { CellWitness, FactWitness, SpokenWitness, type Witness, wordsWitness } from './witness.ts'

/** What was read of a document, as far as its checks need it. */
export interface CheckedParts {
  readonly id: string
  readonly identity: Identity
  readonly lines: readonly string[]
  readonly headings: readonly HeadingBlock[]
  readonly paragraphs: readonly PlacedParagraph[]
  readonly tables: readonly Table[]
  readonly forms: readonly EvaluationForm[]
  readonly facts: readonly Fact[]
}

/** A document as the rules see it: tables laid out for reckoning, facts, and running text with its figures. */
export class DocumentView {
  readonly documentId: string
  readonly identity: Identity
  /** Element 0 is line 1. */
  readonly lines: readonly string[]
  readonly headings: readonly HeadingBlock[]
  readonly sheets: readonly Sheet[]
  readonly forms: readonly EvaluationForm[]
  readonly facts: readonly Fact[]
  readonly passages: readonly Passage[]
  readonly byMeasure: FactsByMeasure
  readonly #sheetById: ReadonlyMap<string, Sheet>
  readonly #spoken: ReadonlyMap<string, { readonly passage: Passage; readonly figure: SpokenFigure }>

  constructor(parts: CheckedParts) {
    this.documentId = parts.id
    this.identity = parts.identity
    this.lines = parts.lines
    this.headings = parts.headings
    this.facts = parts.facts
    this.forms = parts.forms
    this.sheets = parts.tables.map((table) => new Sheet(table, parts.identity.organization))
    this.#sheetById = new Map(this.sheets.map((sheet) => [sheet.table.id, sheet]))
    this.byMeasure = new FactsByMeasure(parts.facts)
    this.passages = passagesOf(parts.paragraphs, parts.facts)
    this.#spoken = new Map(
      this.passages.flatMap((passage) =>
        passage.figures.map((figure) => [figure.fact.id, { passage, figure }] as const),
      ),
    )
  }

  /** A cell that takes part in a relation. */
  cell(sheet: Sheet, field: Field): Witness {
    return new CellWitness(this.documentId, sheet, field)
  }

  /** A fact that takes part in a relation: its cell, where it was read from one. */
  fact(fact: Fact): Witness {
    const sheet = fact.tableId === null ? undefined : this.#sheetById.get(fact.tableId)
    const field = sheet?.fieldOf(fact) ?? null
    if (sheet && field) return this.cell(sheet, field)
    const spoken = this.#spoken.get(fact.id)
    return spoken ? new SpokenWitness(spoken.passage, spoken.figure) : new FactWitness(fact)
  }

  /** Words that stand on some lines, with the text around them where that is more than the lines. */
  words(raw: string, from: number, to: number = from, around?: string): Witness {
    const quote =
      around ??
      this.lines
        .slice(from - 1, to)
        .map((line) => line.trim())
        .join(' ')
    return wordsWitness({ documentId: this.documentId, raw, quote, source: lines(from, to) })
  }
}
