import type { RawCell } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import { plainName, squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { BuiltTable } from '../tables/build.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { filledCells, quoteOf, type RawRow } from '../tables/raw-row.ts'
import { kindOfUnit } from './cell-facts.ts'
import { draftDefaults, type FactDraft, unclassified } from './fact-base.ts'
import { moneyColumn } from './form-facts.ts'
import {
  type Indicator,
  isIndicatorHeader,
  type ProjectBudget,
  readIndicatorRows,
  totalPoints,
} from './indicator-rows.ts'

/** Facts of a performance form: its money, the budgets of its projects, its indicators' targets and weights. */
export function performanceFacts(built: BuiltTable, identity: Identity): FactDraft[] {
  const form = new PerformanceForm(built, identity)
  const headerAt = built.printed.findIndex(isIndicatorHeader)
  const header = built.printed[headerAt]
  const top = header ? built.printed.slice(0, headerAt) : built.printed
  const facts = top.flatMap((row, index) => form.moneyFacts(row, top.slice(0, index)))
  if (!header) return facts
  const rows = built.printed.slice(headerAt + 1)
  const total = totalPoints(header, rows)
  const { indicators, budgets } = readIndicatorRows(
    header,
    rows,
    form.project,
    built.breaks.map((at) => at - headerAt - 1),
  )
  return [
    ...facts,
    ...budgets.map((budget) => form.budgetFact(budget)),
    ...indicators.flatMap((indicator) => form.indicatorFacts(indicator)),
    ...(total ? [form.totalFact(total)] : []),
  ]
}

const FORM_UNIT = /[（(](万元|元)[)）]/
/** Figures of a form that are no amounts. */
const NO_AMOUNT = /电话|日期|年份|负责人/
const MOBILE_NUMBER = /^1\d{10}$/

/** What a fact of a form says, with the cell and row that print it. */
interface Said {
  readonly kind: FactDraft['kind']
  readonly basis?: FactDraft['basis']
  readonly stage?: FactDraft['stage']
  readonly name: string
  readonly amount: FactDraft['amount']
  readonly comparator?: FactDraft['comparator']
  readonly of?: FactDraft['of']
  /** The row's own words, where they are not the name and what contains it. */
  readonly path?: readonly string[]
  readonly parents?: readonly string[]
  readonly facet?: readonly string[]
  readonly project?: string | null
  readonly total?: boolean
  readonly column?: readonly string[]
  /** How many years before the disclosure's own. */
  readonly yearsBack?: number
  readonly row: RawRow
  readonly cell: RawCell
}

class PerformanceForm {
  /** What the form is about as a whole: a project, or the unit's entire spending; null where it lists projects. */
  readonly project: string | null
  readonly #built: BuiltTable
  readonly #identity: Identity

  constructor(built: BuiltTable, identity: Identity) {
    this.#built = built
    this.#identity = identity
    this.project = built.table.project ?? (/整体/.test(built.table.title) ? '整体支出绩效' : null)
  }

  /** "年度资金总额：80.00", a label cell followed by its figure, or figures right below their labels. */
  moneyFacts(row: RawRow, above: readonly RawRow[]): FactDraft[] {
    const cells = filledCells(row)
    const headed = this.#headedMoney(row, cells, above)
    if (headed.length > 0) return headed
    const labels = labelsAbove(cells, above.at(-1))
    const unit = FORM_UNIT.exec(squeeze(cells[0]?.text ?? ''))?.[1] ?? this.#built.table.unit ?? '万元'
    return cells.flatMap((cell, index): FactDraft[] => {
      const own = labelledFigure(cells, index)
      const label = labels?.names[index] ?? own?.label ?? ''
      if (!own || label === '' || NO_AMOUNT.test(label)) return []
      const name = /^项目资金/.test(label) ? '年度资金总额' : label.replace(FORM_UNIT, '')
      const stated = FORM_UNIT.exec(label)?.[1] ?? unit
      const amount = { ...own.amount, unit: own.amount.unit || stated }
      return [this.#fact({ kind: kindOfUnit(amount.unit), name, amount, parents: labels?.parents ?? [], row, cell })]
    })
  }

  /** "年度资金总额 | 80.00 | 64.20 | 10 | 80.25%": figures that stand below the heads of their columns. */
  #headedMoney(row: RawRow, cells: readonly RawCell[], above: readonly RawRow[]): FactDraft[] {
    const heads = above.findLast((other) => other.filter(({ text }) => moneyColumn(text)).length >= 2)
    const label = plainName(cells.find(({ text }) => cellAmount(text) === null)?.text ?? '')
    if (!heads || label === '') return []
    const money =
      FORM_UNIT.exec(squeeze(heads.map(({ text }) => text).join('')))?.[1] ?? this.#built.table.unit ?? '万元'
    const whole = /总额/.test(label)
    return row.flatMap((cell, at): FactDraft[] => {
      const [column, amount] = [moneyColumn(heads[at]?.text ?? ''), cellAmount(cell.text)?.amount]
      if (!column || !amount) return []
      const { facet = [], ...said } = column.fact
      return [
        this.#fact({
          ...said,
          name: column.name,
          amount: { ...amount, unit: column.unit ?? money },
          parents: whole ? [label] : [],
          facet: [...facet, ...(whole ? [] : [label])],
          path: [label],
          column: [column.name],
          total: whole,
          row,
          cell,
        }),
      ]
    })
  }

  /** The points of the whole form. */
  totalFact({ row, cell }: { readonly row: RawRow; readonly cell: RawCell }): FactDraft {
    const printed = squeeze(cell.text)
    const amount = { value: printed, unit: '分', raw: printed }
    return this.#fact({
      kind: 'score',
      name: '自评总分',
      amount,
      path: ['总分'],
      column: ['得分'],
      total: true,
      row,
      cell,
    })
  }

  /** The budget beside a project's name, or of a unit's projects taken together. */
  budgetFact({ figure: { amount, cell }, name, project, row }: ProjectBudget): FactDraft {
    const withUnit = { ...amount, unit: amount.unit || '万元' }
    const shared = { kind: kindOfUnit(withUnit.unit), name: '预算数', amount: withUnit, row, cell }
    return this.#fact({ ...shared, project, total: project === null, path: [name], column: ['预算数'] })
  }

  /** An indicator's target, result and points, as far as it prints them as figures. */
  indicatorFacts({ name, classes, value, weight, actual, before, score, row, project }: Indicator): FactDraft[] {
    const shared = { name, parents: classes, project, row }
    const facts: FactDraft[] = []
    if (value) {
      const { cell, comparator, of, ...amount } = value
      facts.push(this.#fact({ ...shared, kind: 'target', amount, comparator, of, column: ['指标值'], cell }))
    }
    if (actual) {
      const { cell, comparator: _, of, ...amount } = actual
      facts.push(this.#fact({ ...shared, kind: 'actual', amount, of, column: ['实际完成值'], cell }))
    }
    if (before) {
      const { cell, comparator: _, of, ...amount } = before
      facts.push(this.#fact({ ...shared, kind: 'actual', amount, of, column: ['上年实际'], cell, yearsBack: 1 }))
    }
    for (const [facet, cell] of [
      ['权重', weight],
      ['得分', score],
    ] as const) {
      if (!cell) continue
      const printed = squeeze(cell.text)
      const amount = { value: printed, unit: '分', raw: printed }
      facts.push(this.#fact({ ...shared, kind: 'score', facet: [facet], amount, column: [facet], cell }))
    }
    return facts
  }

  #fact(said: Said): FactDraft {
    const parents = [...(said.parents ?? [])]
    const defaults = draftDefaults(this.#identity)
    return {
      ...defaults,
      fiscalYear: defaults.fiscalYear === null ? null : defaults.fiscalYear - (said.yearsBack ?? 0),
      // What is to be reached was set with the budget, whatever document prints it.
      ...(said.kind === 'target' ? { basis: 'budget' } : {}),
      ...(said.kind === 'actual' ? { basis: 'final_accounts' } : {}),
      ...(said.basis === undefined ? {} : { basis: said.basis }),
      ...(said.stage === undefined ? {} : { stage: said.stage }),
      kind: said.kind,
      comparator: said.comparator ?? null,
      of: said.of ?? null,
      measure: unclassified(said.name),
      parents,
      facet: [...(said.facet ?? [])],
      project: said.project === undefined ? this.project : said.project,
      role: 'performance',
      total: said.total ?? false,
      amount: said.amount,
      origin: 'cell',
      tableId: this.#built.table.id,
      row: [...(said.path ?? [...parents, said.name])],
      column: [...(said.column ?? [])],
      section: [...this.#built.section],
      quote: quoteOf(said.row),
      source: lines(said.cell.line),
    }
  }
}

/** A figure with the label in its own cell, or in the nearest cell of words before it; null for a cell of words. */
function labelledFigure(
  cells: readonly RawCell[],
  at: number,
): { readonly label: string; readonly amount: FactDraft['amount'] } | null {
  const text = squeeze(cells[at]?.text ?? '')
  const [, named, printed = text] = /^([^：:]{2,16}(?:[：:][^：:\d]{2,12})?)[：:]([\d,.]+)$/.exec(text) ?? []
  const figure = cellAmount(printed)
  const before = cells.slice(0, at).findLast((cell) => cellAmount(cell.text) === null)
  return figure && !MOBILE_NUMBER.test(text) ? { label: plainName(named ?? before?.text ?? ''), ...figure } : null
}

/**
 * The labels of a row that holds nothing but figures, from the row of words above it: one a figure, from the right, and
 * the words left over on the left as what contains them.
 */
function labelsAbove(
  cells: readonly RawCell[],
  above: RawRow | undefined,
): { readonly names: readonly string[]; readonly parents: readonly string[] } | null {
  const words = filledCells(above ?? []).map(({ text }) => plainName(text))
  const figuresOnly = cells.length >= 2 && cells.every(({ text }) => cellAmount(text) !== null)
  if (!figuresOnly || words.length < cells.length || words.some((word) => cellAmount(word) !== null)) return null
  const split = words.length - cells.length
  return { names: words.slice(split), parents: words.slice(0, split) }
}
