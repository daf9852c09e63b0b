import type { Fact } from '../domain/fact.ts'
import type { Field, FindingPlace } from '../domain/finding.ts'
import { lines, type Source } from '../domain/source.ts'
import type { Passage, SpokenFigure } from './passage.ts'
import type { Sheet } from './sheet.ts'
import { fieldKey } from './sum-finding.ts'

/** A figure or wording that takes part in a relation. Where the same print takes part in two, its keys are the same. */
export interface Witness {
  readonly key: string
  /** The table of a cell; null for anything else. */
  readonly tableId: string | null
  readonly place: FindingPlace
}

/** A cell of a table. Its place is made when it is asked for: most relations hold, and nobody looks at them. */
export class CellWitness implements Witness {
  readonly key: string
  readonly tableId: string
  readonly #documentId: string
  readonly #sheet: Sheet
  readonly #field: Field

  constructor(documentId: string, sheet: Sheet, field: Field) {
    this.key = `${sheet.table.id}:${fieldKey(field)}`
    this.tableId = sheet.table.id
    this.#documentId = documentId
    this.#sheet = sheet
    this.#field = field
  }

  get place(): FindingPlace {
    const { table } = this.#sheet
    const { words, quote } = this.#sheet.printedRow(this.#field)
    return {
      documentId: this.#documentId,
      tableId: table.id,
      field: this.#field,
      row: [...words],
      column: table.columns[this.#field.column]?.path ?? [],
      // A blank cell is shown by what its row prints.
      raw: this.#sheet.text(this.#field) || words.at(-1) || quote || table.title,
      quote,
      source: this.#sheet.source(this.#field),
    }
  }
}

/** A figure of running text with the words that name it, as far as they stand on its line. */
export class SpokenWitness implements Witness {
  readonly key: string
  readonly tableId = null
  readonly #passage: Passage
  readonly #figure: SpokenFigure

  constructor(passage: Passage, figure: SpokenFigure) {
    this.key = figure.fact.id
    this.#passage = passage
    this.#figure = figure
  }

  get place(): FindingPlace {
    const { fact, printed } = this.#figure
    const { text, lineAt } = this.#passage
    const line = lineAt(printed.from)
    let start = printed.start
    while (start > this.#clauseStart && lineAt(start - 1) === line) start -= 1
    const raw = text.slice(start, printed.to).trim()
    const source = lines(line, lineAt(printed.to - 1))
    return {
      documentId: fact.documentId,
      tableId: null,
      field: null,
      row: [],
      column: [],
      raw,
      quote: fact.quote,
      source,
    }
  }

  /** Where the words begin that are this figure's: its clause, or behind the figure before it. */
  get #clauseStart(): number {
    const { figures, clauses } = this.#passage
    const before = figures[figures.indexOf(this.#figure) - 1]
    return Math.max(clauses[this.#figure.clause]?.from ?? 0, before?.printed.to ?? 0)
  }
}

/** A figure of a form, or of a cell that was not kept as one. */
export class FactWitness implements Witness {
  readonly key: string
  readonly tableId = null
  readonly #fact: Fact

  constructor(fact: Fact) {
    this.key = fact.id
    this.#fact = fact
  }

  get place(): FindingPlace {
    const { documentId, tableId, row, column, amount, quote, source } = this.#fact
    return { documentId, tableId, field: null, row, column, raw: amount.raw, quote, source }
  }
}

/** What a wording of a document says, and where. */
export interface Wording {
  readonly documentId: string
  readonly raw: string
  readonly quote: string
  readonly source: Source
}

/** Words that take part in a relation: a heading, a name, a sentence. */
export function wordsWitness({ documentId, raw, quote, source }: Wording): Witness {
  const place = { documentId, tableId: null, field: null, row: [], column: [], raw, quote, source }
  return { key: `${source.from}-${source.to}:${raw}`, tableId: null, place }
}
