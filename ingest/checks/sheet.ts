import {
  compareDecimals,
  type Decimal,
  decimal,
  decimalString,
  isMoney,
  negative,
  sumDecimals,
} from '../domain/amount.ts'
import type { RawCell } from '../domain/block.ts'
import type { Fact } from '../domain/fact.ts'
import { plainName } from '../domain/name.ts'
import type { Source } from '../domain/source.ts'
import type { Cell, Table } from '../domain/table.ts'
import { isPlainFigure, plainNumber } from '../tables/cell-amount.ts'
import { type Panel, splitPanels } from '../tables/columns.ts'
import { type PanelRow, readRows } from '../tables/rows.ts'
import { type Field, fieldKey, type SumRelation, type TriedSum } from './sum-finding.ts'

/** A half of a table with its rows, as they were when the table was built. */
export interface SheetPanel {
  readonly panel: Panel
  readonly rows: readonly PanelRow[]
}

/** A row as a citation shows it. */
export interface PrintedRow {
  /** Its names, outermost first, as far as the half that a cell stands in prints any. */
  readonly words: readonly string[]
  /** Its cells that are not blank, parted by bars. */
  readonly quote: string
}

const LONGEST_QUOTE = 300

/** Fields that the sums of one table may take part with; tables that people print need a small part of it. */
const MOST_RECKONED = 200_000

/** A table laid out for reckoning: its halves with their rows, and the exact figure of each field. */
export class Sheet {
  readonly table: Table
  readonly panels: readonly SheetPanel[]
  readonly #cells = new Map<string, Cell>()
  #byLine: Map<number, Cell[]> | null = null
  #reckoned = 0

  /** `organization` is whose document it is: a row named after it is a total. */
  constructor(table: Table, organization: string | null) {
    this.table = table
    for (const cell of table.cells) this.#cells.set(fieldKey(cell), cell)
    const placed = table.rows.map(({ source }, row) => ({
      row: table.columns.map((_, column): RawCell => ({ text: this.text({ row, column }), line: source.from })),
      source,
    }))
    this.panels = splitPanels(table.columns).map((panel) => ({
      panel,
      rows: readRows(placed, panel, table.columns, organization === null ? [] : [organization]),
    }))
  }

  /** What a field prints; "" for a blank one. */
  text(field: Field): string {
    return this.#cells.get(fieldKey(field))?.text ?? ''
  }

  /** Where a field is printed; that of its row where it is blank. */
  source(field: Field): Source {
    return this.#cells.get(fieldKey(field))?.source ?? this.table.rows[field.row]?.source ?? this.table.source
  }

  /** The field that a fact was read from; null where no cell of its column prints it on its line. */
  fieldOf({ source, column, amount }: Fact): Field | null {
    const path = column.join('\t')
    const cell = this.#cellsOnLine(source.from).find(
      (cell) =>
        this.table.columns[cell.column]?.path.join('\t') === path && cell.text.replace(/\s+/g, '').includes(amount.raw),
    )
    return cell ? { row: cell.row, column: cell.column } : null
  }

  #cellsOnLine(line: number): readonly Cell[] {
    if (this.#byLine === null) {
      this.#byLine = new Map()
      for (const cell of this.table.cells) {
        const own = this.#byLine.get(cell.source.from)
        if (own) own.push(cell)
        else this.#byLine.set(cell.source.from, [cell])
      }
    }
    return this.#byLine.get(line) ?? []
  }

  /** The unit of a field's figure; "" where neither its column nor the table states one. */
  unitOf({ column }: Field): string {
    return this.table.columns[column]?.unit ?? this.table.unit ?? ''
  }

  /** Its row and column by name, as far as these have one. */
  nameOf(field: Field): string {
    const row = this.printedRow(field).words.join(' ')
    return [row, this.table.columns[field.column]?.path.join('/') ?? ''].filter((word) => word !== '').join(' · ')
  }

  /** Number and title, as far as the table has them. */
  get title(): string {
    return [this.table.number, this.table.title].filter((word) => word !== null && word !== '').join(' ')
  }

  /** The row of a field, as it is printed. */
  printedRow({ row, column }: Field): PrintedRow {
    const half = this.panels.find(({ panel }) => panel.amounts.includes(column))
    const words = half?.rows.find(({ index }) => index === row)?.words.map(plainName) ?? []
    const cells = this.table.columns.flatMap((_, at) => this.text({ row, column: at }) || [])
    const quote = cells.join(' | ')
    return { words, quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote }
  }

  /** The figure of a field; null where it prints none. */
  figure(field: Field): Decimal | null {
    const text = this.text(field)
    const plain = isPlainFigure(text) ? plainNumber(text.replace(/\s+/g, '')) : null
    return plain === null ? null : decimal(plain)
  }

  /**
   * Holds a whole against what may be its parts: the first reading that adds up, as it is or without the parts of its
   * parts; else the first that prints a figure. Null where there is nothing to hold.
   */
  tried(relation: SumRelation, whole: Field, readings: readonly (readonly Field[])[]): TriedSum | null {
    if (!isAddedUp(this.table, whole.column)) return null
    this.#reckoned += readings.reduce((count, reading) => count + reading.length, 0)
    if (this.#reckoned > MOST_RECKONED) return null
    const printed = readings.filter((parts) => parts.some((part) => this.figure(part) !== null))
    const sums = [...printed, ...printed.map((parts) => this.#outermost(parts))].map((parts) =>
      this.#held(relation, whole, parts),
    )
    return sums.find((sum) => sum?.holds) ?? sums[0] ?? null
  }

  /** Lists that tell by no sign what contains what: a part that is the sum of those right behind it contains them. */
  #outermost(parts: readonly Field[]): Field[] {
    const outer: Field[] = []
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index]
      if (!part) break
      outer.push(part)
      index += this.#contained(part, parts.slice(index + 1))
    }
    return outer
  }

  /** How many of the parts behind one come to the same; 0 where none do. */
  #contained(part: Field, behind: readonly Field[]): number {
    const figure = this.figure(part)
    if (figure === null || figure.digits === 0n) return 0
    let sum = ZERO
    const end = behind.findIndex((field) => {
      sum = sumDecimals([sum, this.figure(field) ?? ZERO])
      return compareDecimals(sum, figure) === 0
    })
    return end + 1
  }

  #held(relation: SumRelation, whole: Field, parts: readonly Field[]): TriedSum | null {
    const addends = parts.flatMap((part) => this.figure(part) ?? [])
    const computed = sumDecimals(addends)
    const printed = this.figure(whole)
    // A row without any figure is a heading, and the words of a cell are no wrong sum.
    if (printed === null && (computed.digits === 0n || this.text(whole) !== '' || !this.#isExpected(whole))) return null
    const difference = sumDecimals([printed ?? ZERO, negative(computed)])
    return {
      table: this.table.id,
      relation,
      whole,
      parts,
      printed: printed && decimalString(printed),
      computed: decimalString(computed),
      difference: decimalString(difference),
      holds: printed !== null && isWithin(difference, this.#tolerance(whole, [printed, ...addends])),
    }
  }

  /** Whether a total is to be expected: its half of the row prints others, and its column is money. */
  #isExpected({ row, column }: Field): boolean {
    if (!isMoneyColumn(this.table, column)) return false
    const half = this.panels.find(({ panel }) => panel.amounts.includes(column))
    return half?.panel.amounts.some((other) => this.figure({ row, column: other }) !== null) ?? false
  }

  /** Fen are exact. What was rounded to other decimals may be off by half of the last one, each figure. */
  #tolerance({ column }: Field, figures: readonly Decimal[]): Decimal {
    const scale = Math.max(...figures.map((figure) => figure.scale))
    const unit = this.table.columns[column]?.unit ?? this.table.unit
    if (unit === '元' && scale >= 2) return ZERO
    // Zeros are printed exactly, and with any number of decimals.
    const rounded = figures.filter(({ digits }) => digits !== 0n).length
    return { digits: BigInt(rounded) * 5n, scale: scale + 1 }
  }
}

/** Rates and prices: nobody adds them up. */
const NEVER_ADDED = /(?:率|比重|占比|百分比|[%％]|单价|标准)(?:[（(].*[)）])?$/

function isAddedUp({ columns }: Table, column: number): boolean {
  const { path = [], unit = null } = columns[column] ?? {}
  return unit !== '%' && !NEVER_ADDED.test(path.at(-1) ?? '')
}

/** Columns that count or measure: what they print is none of a sum of money, and is often not added up at all. */
const NO_MONEY = /(?:率|比重|占比|百分比|人数|数量|面积|[%％])(?:[（(].*[)）])?$/

/** Whether the figures of a column are money, as its header tells. */
export function isMoneyColumn({ columns }: Table, column: number): boolean {
  const { path = [], unit = null } = columns[column] ?? {}
  return (unit === null || isMoney(unit)) && !NO_MONEY.test(path.at(-1) ?? '')
}

const ZERO: Decimal = { digits: 0n, scale: 0 }

function isWithin(difference: Decimal, tolerance: Decimal): boolean {
  const size = difference.digits < 0n ? negative(difference) : difference
  return compareDecimals(size, tolerance) <= 0
}
