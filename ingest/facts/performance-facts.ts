import type { RawCell } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import { plainName, squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { BuiltTable } from '../tables/build.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { kindOfUnit } from './cell-facts.ts'
import { draftDefaults, type FactDraft, measureOf } from './fact-base.ts'
import {
  bareIndicatorName,
  indicatorValue,
  isComparatorCell,
  isFirstLevel,
  isIndicatorClass,
} from './indicator-values.ts'

interface Indicator {
  readonly name: string
  readonly classes: readonly string[]
  readonly value: ReturnType<typeof indicatorValue>
  readonly valueCell: RawCell
  readonly weight: { readonly value: string; readonly cell: RawCell } | null
  readonly row: readonly RawCell[]
  project: string | null
}

/** A row's cells that are not blank. */
function filled(row: readonly RawCell[]): RawCell[] {
  return row.filter((cell) => cell.text !== '')
}

function isIndicatorHeader(row: readonly RawCell[]): boolean {
  const words = row.map((cell) => squeeze(cell.text))
  return words.includes('三级指标') || (words.includes('一级指标') && words.some((word) => /指标值/.test(word)))
}

/**
 * Facts of a performance form. Merged first columns shift such rows sideways, so a row is read by what its cells are
 * (class, class, name, comparison, value, unit, weight), not by the column they stand in.
 */
export function performanceFacts(built: BuiltTable, identity: Identity): FactDraft[] {
  const headerAt = built.printed.findIndex(isIndicatorHeader)
  const form = headerAt < 0 ? built.printed : built.printed.slice(0, headerAt)
  const whole = /整体/.test(built.table.title) ? '整体支出绩效' : null
  const project = built.table.project ?? whole
  const facts = form.flatMap((row) => formRowFacts(row, built, identity, project))
  if (headerAt < 0) return facts
  const header = filled(built.printed[headerAt] ?? []).map((cell) => squeeze(cell.text))
  const rows = built.printed.slice(headerAt + 1)
  return [
    ...facts,
    ...indicatorFacts(
      rows,
      header,
      built,
      identity,
      project,
      built.breaks.map((at) => at - headerAt - 1),
    ),
  ]
}

const FORM_UNIT = /[（(](万元|元)[)）]/

/** "年度资金总额：49.99", or a label cell followed by its figure. */
function formRowFacts(
  row: readonly RawCell[],
  built: BuiltTable,
  identity: Identity,
  project: string | null,
): FactDraft[] {
  const cells = filled(row)
  const unit = FORM_UNIT.exec(squeeze(cells[0]?.text ?? ''))?.[1] ?? built.table.unit ?? '万元'
  return cells.flatMap((cell, index): FactDraft[] => {
    const text = squeeze(cell.text)
    const pair = /^([^：:]{2,16}(?:[：:][^：:\d]{2,12})?)[：:]([\d,.]+)$/.exec(text)
    const figure = pair ? cellAmount(pair[2] ?? '') : cellAmount(text)
    const label = plainName(
      pair?.[1] ?? cells.slice(0, index).findLast((before) => cellAmount(before.text) === null)?.text ?? '',
    )
    if (!figure || label === '' || /电话|日期|年份|负责人/.test(label) || /^1\d{10}$/.test(text)) return []
    const name = /^项目资金/.test(label) ? '年度资金总额' : label.replace(/[（(]万元[)）]/, '')
    return [
      performanceFact(
        {
          name,
          value: figure.amount.value,
          unit: figure.amount.unit || unit,
          raw: figure.amount.raw,
          comparator: null,
        },
        built,
        identity,
        project,
        row,
        cell,
        { kind: 'level', classes: [] },
      ),
    ]
  })
}

function indicatorFacts(
  rows: readonly (readonly RawCell[])[],
  header: readonly string[],
  built: BuiltTable,
  identity: Identity,
  formProject: string | null,
  breaks: readonly number[],
): FactDraft[] {
  const indicators: Indicator[] = []
  const extra: FactDraft[] = []
  let project = formProject
  let classes: string[] = []
  rows.forEach((row) => {
    const cells = filled(row)
    if (cells.length === 0) return
    const firstClass = cells.findIndex((cell) => isFirstLevel(cell.text))
    const lead =
      header.includes('项目名称') && firstClass > 0
        ? cells.slice(0, firstClass)
        : header.includes('项目名称') && firstClass < 0
          ? leadWithoutClass(cells)
          : []
    const named = projectOfLead(lead)
    if (named) {
      project = named.name
      if (named.budget)
        extra.push(
          performanceFact(
            { name: '预算数', ...named.budget, comparator: null },
            built,
            identity,
            named.name,
            row,
            named.budget.cell,
            { kind: 'level', classes: [] },
          ),
        )
    }
    const rest = cells.slice(lead.length)
    const own = leadingClasses(rest)
    if (own.length > 0)
      classes = own.length === 1 && !isFirstLevel(own[0] ?? '') ? [...classes.slice(0, 1), ...own] : own
    const indicator = readIndicator(rest.slice(own.length), header, classes, row, project)
    if (indicator) indicators.push(indicator)
  })
  reassignAfterBreaks(
    indicators,
    breaks.map((at) => rows[at]?.[0]?.line ?? 0),
  )
  return [...extra, ...indicators.flatMap((indicator) => toFacts(indicator, built, identity))]
}

function leadWithoutClass(cells: readonly RawCell[]): RawCell[] {
  return cells.length <= 3 && cells.some((cell) => cellAmount(cell.text) !== null) ? [...cells] : []
}

function projectOfLead(
  lead: readonly RawCell[],
): { name: string; budget: { value: string; unit: string; raw: string; cell: RawCell } | null } | null {
  const at = lead.findIndex((cell) => cellAmount(cell.text) !== null)
  if (at < 1) return null
  const figure = cellAmount(lead[at]?.text ?? '')
  const name = squeeze(lead[at - 1]?.text ?? '')
  const cell = lead[at]
  if (!figure || !cell || /^\d{3,}[-—]/.test(name)) return null
  return {
    name,
    budget: { value: figure.amount.value, unit: figure.amount.unit || '万元', raw: figure.amount.raw, cell },
  }
}

function leadingClasses(cells: readonly RawCell[]): string[] {
  const classes: string[] = []
  for (const cell of cells.slice(0, Math.min(3, cells.length - 2))) {
    if (!isIndicatorClass(cell.text)) {
      if (classes.length === 0 && /^(?:年度)?绩效指标$/.test(squeeze(cell.text))) classes.push(squeeze(cell.text))
      else break
    } else classes.push(squeeze(cell.text))
  }
  return classes
}

function readIndicator(
  cells: readonly RawCell[],
  header: readonly string[],
  classes: readonly string[],
  row: readonly RawCell[],
  project: string | null,
): Indicator | null {
  const [nameCell, ...values] = cells
  if (!nameCell || values.length === 0) return null
  const sign = values[0] && isComparatorCell(values[0].text) ? values[0].text : null
  const valueCell = sign ? values[1] : values[0]
  if (!valueCell) return null
  const after = values.slice(sign ? 2 : 1)
  const unitCell = sign && after[0] && cellAmount(after[0].text) === null ? after[0].text : null
  const weighted = header.some((word) => /权重|分值/.test(word))
  const weightCell = weighted ? after.find((cell) => /^\d{1,3}(?:\.\d+)?$/.test(squeeze(cell.text))) : undefined
  const value = indicatorValue(nameCell.text, sign, valueCell.text, unitCell)
  return {
    name: bareIndicatorName(nameCell.text),
    classes,
    value,
    valueCell,
    weight: weightCell ? { value: squeeze(weightCell.text), cell: weightCell } : null,
    row,
    project,
  }
}

/**
 * A merged project cell may be printed in the middle of its rows, below rows that stand on a new page. The weights of a
 * project add up to 90 or 100: rows beyond that belong to the next project.
 */
function reassignAfterBreaks(indicators: readonly Indicator[], pageStarts: readonly number[]): void {
  for (const start of pageStarts) {
    const first = indicators.findIndex((indicator) => (indicator.row[0]?.line ?? 0) >= start)
    const previous = indicators[first - 1]
    if (first < 1 || !previous || indicators[first]?.project !== previous.project) continue
    const before = indicators.slice(0, first).filter(({ project }) => project === previous.project)
    const sum = before.reduce((total, { weight }) => total + Number(weight?.value ?? 0), 0)
    if (sum !== 90 && sum !== 100) continue
    const next = indicators.slice(first).findIndex(({ project }) => project !== previous.project)
    if (next < 0) continue
    const owner = indicators[first + next]?.project ?? null
    for (const indicator of indicators.slice(first, first + next)) indicator.project = owner
  }
}

function toFacts(indicator: Indicator, built: BuiltTable, identity: Identity): FactDraft[] {
  const facts: FactDraft[] = []
  const { name, classes, row, project } = indicator
  if (indicator.value)
    facts.push(
      performanceFact({ name, ...indicator.value }, built, identity, project, row, indicator.valueCell, {
        kind: 'target',
        classes,
      }),
    )
  if (indicator.weight) {
    const weight = { name, value: indicator.weight.value, unit: '分', raw: indicator.weight.value, comparator: null }
    facts.push({
      ...performanceFact(weight, built, identity, project, row, indicator.weight.cell, { kind: 'score', classes }),
      facet: ['权重'],
    })
  }
  return facts
}

interface Printed {
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly raw: string
  readonly comparator: FactDraft['comparator']
}

function performanceFact(
  printed: Printed,
  built: BuiltTable,
  identity: Identity,
  project: string | null,
  row: readonly RawCell[],
  cell: RawCell,
  as: { kind: 'level' | 'target' | 'score'; classes: readonly string[] },
): FactDraft {
  return {
    ...draftDefaults(identity),
    kind: as.kind === 'level' ? kindOfUnit(printed.unit) : as.kind,
    comparator: printed.comparator,
    measure: { ...measureOf(printed.name), code: null, classification: null },
    parents: [...as.classes],
    project,
    role: 'performance',
    amount: { value: printed.value, unit: printed.unit, raw: printed.raw },
    origin: 'cell',
    tableId: built.table.id,
    row: [...as.classes, printed.name],
    column: as.kind === 'target' ? ['指标值'] : [],
    section: [...built.section],
    quote: filled(row)
      .map(({ text }) => text)
      .join(' | ')
      .slice(0, 300),
    source: lines(cell.line),
  }
}
