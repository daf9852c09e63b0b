import { accountsByName } from '../classification/index.ts'
import { isMoney } from '../domain/amount.ts'
import type { Identity } from '../domain/document.ts'
import type { FactKind } from '../domain/fact.ts'
import { isTotalName, plainName } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Role, Table } from '../domain/table.ts'
import type { BuiltTable } from '../tables/build.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import type { PanelRow } from '../tables/rows.ts'
import { type ColumnMeaning, columnMeaning, sharedWords } from './column-meaning.ts'
import { draftDefaults, type FactDraft, fundOf, measureOf, nameOfCode } from './fact-base.ts'

/** A fact for each figure in a table's amount columns; `fallbackUnit` is the unit the prose speaks in. */
export function cellFacts(built: BuiltTable, identity: Identity, fallbackUnit: string | null): FactDraft[] {
  const { table, panels, body, section } = built
  return panels.flatMap(({ panel, rows }, half) => {
    const amountColumns = panel.amounts.flatMap((index) => table.columns[index] ?? [])
    const shared = sharedWords(amountColumns)
    return rows.flatMap((row) =>
      panel.amounts.flatMap((index): FactDraft[] => {
        const column = table.columns[index]
        const cell = body[row.index]?.[index]
        const amount = cell ? cellAmount(cell.text) : null
        if (!column || !cell || !amount) return []
        const meaning = columnMeaning(column, shared, identity)
        const unit = amount.amount.unit || column.unit || (wordUnit(row, table) ?? table.unit ?? fallbackUnit ?? '')
        const subject = subjectOf(row, meaning, table, half, panel.labels.length > 0)
        const words = [table.title, ...column.path, subject.name].join(' ')
        return [
          {
            ...draftDefaults(identity),
            ...meaning.time,
            kind: meaning.kind ?? kindOfUnit(unit),
            measure: measureOf(subject.name, subject.code),
            parents: subject.parents,
            facet: [...subject.facet],
            project:
              table.role === 'project_expenditure' && row.kind === 'item' && !row.code ? row.label : table.project,
            role: table.role,
            fund: fundOf(table.role, words),
            total: row.kind === 'total',
            amount: { ...amount.amount, unit },
            origin: 'cell',
            tableId: table.id,
            row: row.words.map(plainName),
            column: column.path,
            section: [...section],
            quote: rowQuote(body[row.index] ?? []),
            source: lines(cell.line),
          },
        ]
      }),
    )
  })
}

interface Subject {
  readonly name: string
  readonly code: string | null
  readonly parents: string[]
  readonly facet: readonly string[]
}

/** What a figure measures: its row, narrowed by its column; in a total row, or where rows have no names, its column. */
function subjectOf(row: PanelRow, meaning: ColumnMeaning, table: Table, half: number, hasLabels: boolean): Subject {
  if (row.kind === 'item' && row.label !== '') {
    const name = officialRowName(row.label.replace(/[（(]小计[)）]$/, ''), row.code)
    return { name, code: row.code, parents: [...row.parents], facet: meaning.facet }
  }
  const leaf = meaning.facet.at(-1)
  if (leaf !== undefined) return { name: leaf, code: null, parents: meaning.facet.slice(0, -1).map(String), facet: [] }
  const own = plainName(row.words.at(-1) ?? '')
  const specific = hasLabels && isTotalName(own) && !/^(?:合计|总计|小计|总额)$/.test(own)
  return { name: specific ? qualified(own, table.role) : tableSubject(table, half), code: null, parents: [], facet: [] }
}

/** The totals of the appropriation table are not those of all funds, though they are printed with the same words. */
function qualified(total: string, role: Role): string {
  return role === 'fiscal_appropriation' && !total.startsWith('财政拨款') ? `财政拨款${total}` : total
}

/** A row that prints another account's name beside its code is named by its code; the printed name stays in the row path. */
function officialRowName(label: string, code: string | null): string {
  const official = code === null ? null : nameOfCode(code)
  const others = accountsByName(label)
  return official !== null && others.length > 0 && others.every((account) => account.code !== code) ? official : label
}

const SUBJECTS: Readonly<Record<Role, readonly [string, string]>> = {
  income_expenditure: ['收入总计', '支出总计'],
  income: ['收入合计', '收入合计'],
  expenditure: ['支出合计', '支出合计'],
  fiscal_appropriation: ['财政拨款收入总计', '财政拨款支出总计'],
  appropriation_economic: ['财政拨款支出合计', '财政拨款支出合计'],
  general_public_budget: ['一般公共预算支出', '一般公共预算支出'],
  basic_expenditure: ['基本支出', '基本支出'],
  project_expenditure: ['项目支出', '项目支出'],
  three_public: ['“三公”经费', '“三公”经费'],
  government_fund: ['政府性基金预算支出', '政府性基金预算支出'],
  state_capital: ['国有资本经营预算支出', '国有资本经营预算支出'],
  social_insurance_fund: ['社会保险基金预算支出', '社会保险基金预算支出'],
  carry_over: ['上年结转结余', '上年结转结余'],
  procurement: ['政府采购预算', '政府采购预算'],
  purchased_services: ['政府购买服务', '政府购买服务'],
  assets: ['资产总额', '资产总额'],
  levy_plan: ['征收计划', '征收计划'],
  performance: ['年度资金总额', '年度资金总额'],
  operating_expense: ['机关运行经费', '机关运行经费'],
  organization: ['人数', '人数'],
  other: ['合计', '合计'],
}

/** What the bare total of a table is the total of. */
export function tableSubject(table: Table, half: number): string {
  return SUBJECTS[table.role][half === 0 ? 0 : 1]
}

/** A unit printed in the row's own name: "车辆数(辆)". */
function wordUnit(row: PanelRow, table: Table): string | null {
  const unit = /[（(](万元|元|辆|人|平方米|台|个|次|%)[)）]/.exec(row.words.at(-1) ?? '')?.[1]
  return unit ?? (table.role === 'other' ? table.unit : null)
}

export function kindOfUnit(unit: string): FactKind {
  if (unit === '' || isMoney(unit)) return 'level'
  return unit === '%' ? 'rate' : 'count'
}

const LONGEST_QUOTE = 300

function rowQuote(row: readonly { readonly text: string }[]): string {
  const text = row
    .map((cell) => cell.text)
    .filter((cell) => cell !== '')
    .join(' | ')
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}
