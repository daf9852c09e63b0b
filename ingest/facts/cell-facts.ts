import { accountsByName } from '../classification/index.ts'
import { isMoney } from '../domain/amount.ts'
import type { Identity } from '../domain/document.ts'
import { type FactKind, type Measure, PART } from '../domain/fact.ts'
import { isTotalName, plainName, squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Column, Role, Table } from '../domain/table.ts'
import type { BuiltTable } from '../tables/build.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { quoteOf, type RawRow, textAt } from '../tables/raw-row.ts'
import type { PanelRow } from '../tables/rows.ts'
import { type ColumnMeaning, columnMeaning, sharedWords } from './column-meaning.ts'
import { type FactDraft, fundOf, measureOf, nameOfCode, unclassified } from './fact-base.ts'
import { splitUnit, unitTextIn } from './per-unit.ts'
import { isOfPurchases, subjectOfRole } from './role-subjects.ts'
import { isTimeRow, measuringUnit, quantityUnit, rowTime } from './row-meaning.ts'

/** A fact for each figure in a table's amount columns; `fallbackUnit` is the unit the prose speaks in. */
export function cellFacts(built: BuiltTable, identity: Identity, fallbackUnit: string | null): FactDraft[] {
  return built.panels.flatMap(({ panel, rows }, half) => {
    const amounts = amountColumns(built.table, panel.amounts, identity)
    const around = { built, identity, fallbackUnit, half, named: panel.labels.length > 0 }
    const drafts: FactDraft[] = []
    for (const row of rows) {
      const printed = built.body[row.index] ?? []
      const shown = { printed, quote: quoteOf(printed), words: row.words.map(plainName) }
      for (const column of amounts) {
        const fact = cellFact(row, shown, column, around)
        if (fact) drafts.push(fact)
      }
    }
    return markParts(drafts)
  })
}

/** A column of figures, and what its header says of them. */
interface AmountColumn {
  readonly at: number
  readonly column: Column
  readonly meaning: ColumnMeaning
}

function amountColumns({ columns }: Table, amounts: readonly number[], identity: Identity): AmountColumn[] {
  const shared = sharedWords(amounts.flatMap((at) => columns[at] ?? []))
  return amounts.flatMap((at) => {
    const column = columns[at]
    return column ? [{ at, column, meaning: columnMeaning(column, shared, identity) }] : []
  })
}

/** Rows that repeat a project's name print its parts: none of them is the project's figure. */
function markParts(drafts: readonly FactDraft[]): readonly FactDraft[] {
  const keys = drafts.map(keyOfProject)
  const linesOf = new Map<string, Set<number>>()
  for (const [index, { source }] of drafts.entries()) {
    const key = keys[index]
    if (key) linesOf.set(key, (linesOf.get(key) ?? new Set()).add(source.from))
  }
  if (linesOf.size === 0) return drafts
  return drafts.map((draft, index) => {
    const repeated = (linesOf.get(keys[index] ?? '')?.size ?? 0) > 1
    return repeated ? { ...draft, facet: [...draft.facet, PART] } : draft
  })
}

/** What a figure of a project is of; null for any other figure. */
function keyOfProject({ role, project, total, measure, parents, facet, column }: FactDraft): string | null {
  if (role !== 'project_expenditure' || project === null || total) return null
  return [measure.name, ...parents, '', ...facet, '', ...column].join('|')
}

/** What the cells of one half of a table have in common. */
interface Around {
  readonly built: BuiltTable
  readonly identity: Identity
  readonly fallbackUnit: string | null
  /** 0 for the left half (income), 1 for the right. */
  readonly half: number
  /** Whether the half has columns of names at all. */
  readonly named: boolean
}

/** A row as it is printed and cited; the same for all its figures. */
interface PrintedRow {
  readonly printed: RawRow
  readonly quote: string
  readonly words: readonly string[]
}

/** Null for a cell that prints no figure. */
function cellFact(
  row: PanelRow,
  { printed, quote, words }: PrintedRow,
  { at, column, meaning }: AmountColumn,
  around: Around,
): FactDraft | null {
  const { built } = around
  const { table } = built
  const cell = printed[at]
  const amount = cell ? cellAmount(cell.text)?.amount : undefined
  if (!cell || !amount) return null
  const subject = ofProject(subjectOf(row, meaning, around), row, printed, around)
  const own = splitUnit(amount.unit)
  const quantity = quantityUnit(column, table.columns, printed)
  const unit = own.unit || (quantity ?? unitOfCell(row, column, printed, around))
  const kind = meaning.kind ?? (quantity === null ? kindOfUnit(unit) : 'count')
  const time = timeOfCell(meaning, words, around)
  // Written out, without spreading: there are tens of thousands of them in a long document.
  return {
    fiscalYear: time.fiscalYear,
    basis: time.basis,
    stage: time.stage,
    kind,
    comparator: null,
    direction: null,
    measure: measureOfCell(subject, kind),
    parents: subject.parents,
    facet: [...subject.facet],
    project: subject.project ?? table.project,
    role: table.role,
    fund: fundOf(table.role, [table.title, ...column.path, subject.name].join(' ')),
    total: row.kind === 'total',
    amount: { value: amount.value, unit, raw: amount.raw },
    of: own.of ?? perUnitOfHeads(column, row, unit),
    origin: 'cell',
    tableId: table.id,
    row: [...words],
    column: column.path,
    section: [...built.section],
    quote,
    source: lines(cell.line),
  }
}

/** The time that the row names, or the column, or else the document's own; what a unit holds is neither planned nor spent. */
function timeOfCell(
  { time }: ColumnMeaning,
  words: readonly string[],
  { built, identity }: Around,
): Pick<FactDraft, 'fiscalYear' | 'basis' | 'stage'> {
  const { role, title } = built.table
  const basis = role === 'assets' && !isOfPurchases(title) ? null : identity.basis
  const named = words.find(isTimeRow) ?? ''
  return { fiscalYear: identity.fiscalYear, basis, stage: null, ...time, ...rowTime(named, identity) }
}

function unitOfCell(row: PanelRow, column: Column, printed: RawRow, around: Around): string {
  const measured = measuringUnit(around.built.table.columns, printed)
  return column.unit || measured || unitOfRow(row) || unitAround(around)
}

/** The unit that the table, or else the prose, states for all its figures; "" where none does. */
function unitAround({ built, fallbackUnit }: Around): string {
  return built.table.unit || fallbackUnit || ''
}

/** A number of persons or things is no account of money, whatever its name. */
function measureOfCell({ name, code, parents }: Subject, kind: FactKind): Measure {
  return kind === 'count' && code === null ? unclassified(name) : measureOf(name, code, parents)
}

interface Subject {
  readonly name: string
  readonly code: string | null
  readonly parents: string[]
  readonly facet: readonly string[]
  /** The project that the row is, in a table of projects. */
  readonly project?: string
}

/** What a figure measures: its row, narrowed by its column; in a total row, or where rows have no names, its column. */
function subjectOf(row: PanelRow, { facet, kind }: ColumnMeaning, around: Around): Subject {
  if (row.kind === 'item' && row.label !== '' && !isTimeRow(row.label))
    return itemSubject(row, facet, around.built.table.role)
  // A rate, share or change column says how the total is looked at, not what it is the total of.
  const looked = kind === 'rate' || kind === 'share' || kind === 'change'
  const path = looked ? facet.slice(0, -1) : facet
  const whole = totalName(row, around)
  // The money that a total of spending is paid from narrows it; over income, it is a part of it.
  if (row.kind === 'total' && FUND.test(path.at(-1) ?? '') && tellsSpending(around))
    return { name: whole, code: null, parents: path.slice(0, -1), facet: facet.slice(path.length - 1) }
  const name = path.at(-1) ?? whole
  return { name, code: null, parents: path.slice(0, -1), facet: looked ? facet.slice(-1) : [] }
}

/** In a list of projects with a column for the account each is paid from, a row is the project; the account contains it. */
function ofProject(subject: Subject, row: PanelRow, printed: RawRow, { built: { table } }: Around): Subject {
  if (table.role !== 'project_expenditure' || row.kind !== 'item' || subject.project !== undefined) return subject
  const at = table.columns.findIndex(
    ({ kind, path }) => kind === 'label' && /^项目名称$/.test(squeeze(path.at(-1) ?? '')),
  )
  const project = at < 0 ? '' : plainName(textAt(printed, at))
  if (project === '' || isTotalName(project)) return subject
  const parents = [...subject.parents.filter((name) => name !== project), subject.name]
  return { name: project, code: null, parents: [...new Set(parents)], facet: subject.facet, project }
}

/** Columns by where money comes from. */
const FUND = /^(?:本年)?(?:一般公共预算|政府性基金|国有资本经营|财政专户|社会保险基金)/
const INCOME_ROLES: ReadonlySet<Role> = new Set(['income', 'income_expenditure', 'fiscal_appropriation', 'levy_plan'])

/** Whether the figures of a half are of spending: the right half of a table of both, or any other table's. */
function tellsSpending({ built, half }: Around): boolean {
  return half > 0 || !INCOME_ROLES.has(built.table.role)
}

/** Tables with a half for income and one for expenditure, in which a 小计 is that of its half. */
const HALVED_ROLES: ReadonlySet<Role> = new Set(['income_expenditure', 'fiscal_appropriation'])

function totalName(row: PanelRow, { built, half, named }: Around): string {
  const { role } = built.table
  const own = plainName(row.words.at(-1) ?? '')
  const specific = named && isTotalName(own) && !/^(?:合计|总计|小计|总额)$/.test(own)
  if (own === '小计' && HALVED_ROLES.has(role)) return qualified(half === 0 ? '本年收入小计' : '本年支出小计', role)
  if (role === 'assets' && isOfPurchases(built.table.title) && !specific) return '新增资产配置'
  return specific ? qualified(own, role) : subjectOfRole(role, half)
}

/** A row of a project table that is no account is a project; the code beside it is that of the account it is paid from. */
function itemSubject({ label, code, parents }: PanelRow, facet: readonly string[], role: Role): Subject {
  if (role === 'project_expenditure' && accountsByName(label).length === 0)
    return { name: label, code: null, parents: [...parents], facet, project: label }
  const name = officialRowName(label.replace(/[（(]小计[)）]$/, ''), code)
  return { name, code, parents: [...parents], facet }
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

/** "补助标准（元/人）": the head of a column or row may tell what a sum is for each of. */
function perUnitOfHeads(column: Column, row: PanelRow, unit: string): string | null {
  if (!isMoney(unit)) return null
  const heads = [column.path.at(-1), row.words.at(-1)].map((word) => splitUnit(unitTextIn(word ?? '')))
  return heads.find((head) => isMoney(head.unit))?.of ?? null
}

/** A unit printed in the row's own name: "车辆数(辆)". */
function unitOfRow(row: PanelRow): string | undefined {
  return /[（(](万元|千元|元|辆|人|平方米|台|个|次|%)(?:[/／][^（()）]{1,5})?[)）]/.exec(row.words.at(-1) ?? '')?.[1]
}

/** The kind of a figure that only its unit tells: money is a level, % a rate, anything else is counted. */
export function kindOfUnit(unit: string): FactKind {
  if (unit === '' || isMoney(unit)) return 'level'
  return unit === '%' ? 'rate' : 'count'
}
