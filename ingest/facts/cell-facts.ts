import { accountsByName } from '../classification/index.ts'
import { isMoney } from '../domain/amount.ts'
import type { Identity } from '../domain/document.ts'
import type { FactKind } from '../domain/fact.ts'
import { isTotalName, plainName } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Role } from '../domain/table.ts'
import type { BuiltTable } from '../tables/build.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { quoteOf, type RawRow } from '../tables/raw-row.ts'
import type { PanelRow } from '../tables/rows.ts'
import { type ColumnMeaning, columnMeaning, sharedWords } from './column-meaning.ts'
import { draftDefaults, type FactDraft, fundOf, measureOf, nameOfCode } from './fact-base.ts'
import { subjectOfRole } from './role-subjects.ts'

/** A fact for each figure in a table's amount columns; `fallbackUnit` is the unit the prose speaks in. */
export function cellFacts(built: BuiltTable, identity: Identity, fallbackUnit: string | null): FactDraft[] {
  return built.panels.flatMap(({ panel, rows }, half) => {
    const columns = panel.amounts.flatMap((index) => built.table.columns[index] ?? [])
    const around = { built, identity, fallbackUnit, half, shared: sharedWords(columns), named: panel.labels.length > 0 }
    return rows.flatMap((row) => {
      const printed = built.body[row.index] ?? []
      const shown = { printed, quote: quoteOf(printed), words: row.words.map(plainName) }
      return panel.amounts.flatMap((column) => cellFact(row, shown, column, around))
    })
  })
}

/** What the cells of one half of a table have in common. */
interface Around {
  readonly built: BuiltTable
  readonly identity: Identity
  readonly fallbackUnit: string | null
  /** 0 for the left half (income), 1 for the right. */
  readonly half: number
  /** Header words that stand over every amount column. */
  readonly shared: ReadonlySet<string>
  /** Whether the half has columns of names at all. */
  readonly named: boolean
}

/** A row as it is printed and cited; the same for all its figures. */
interface PrintedRow {
  readonly printed: RawRow
  readonly quote: string
  readonly words: readonly string[]
}

function cellFact(row: PanelRow, { printed, quote, words }: PrintedRow, at: number, around: Around): FactDraft[] {
  const { built, identity } = around
  const { table } = built
  const [column, cell] = [table.columns[at], printed[at]]
  const amount = cell ? cellAmount(cell.text)?.amount : undefined
  if (!column || !cell || !amount) return []
  const meaning = columnMeaning(column, around.shared, identity)
  const subject = subjectOf(row, meaning, around)
  const unit = amount.unit || column.unit || unitOfRow(row) || table.unit || around.fallbackUnit || ''
  return [
    {
      ...draftDefaults(identity),
      ...meaning.time,
      kind: meaning.kind ?? kindOfUnit(unit),
      measure: measureOf(subject.name, subject.code),
      parents: subject.parents,
      facet: [...subject.facet],
      project: subject.project ?? table.project,
      role: table.role,
      fund: fundOf(table.role, [table.title, ...column.path, subject.name].join(' ')),
      total: row.kind === 'total',
      amount: { ...amount, unit },
      origin: 'cell',
      tableId: table.id,
      row: [...words],
      column: column.path,
      section: [...built.section],
      quote,
      source: lines(cell.line),
    },
  ]
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
  if (row.kind === 'item' && row.label !== '') return itemSubject(row, facet, around.built.table.role)
  // A rate, share or change column says how the total is looked at, not what it is the total of.
  const looked = kind === 'rate' || kind === 'share' || kind === 'change'
  const path = looked ? facet.slice(0, -1) : facet
  const name = path.at(-1) ?? totalName(row, around)
  return { name, code: null, parents: path.slice(0, -1), facet: looked ? facet.slice(-1) : [] }
}

function totalName(row: PanelRow, { built, half, named }: Around): string {
  const { role } = built.table
  const own = plainName(row.words.at(-1) ?? '')
  const specific = named && isTotalName(own) && !/^(?:合计|总计|小计|总额)$/.test(own)
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

/** A unit printed in the row's own name: "车辆数(辆)". */
function unitOfRow(row: PanelRow): string | undefined {
  return /[（(](万元|元|辆|人|平方米|台|个|次|%)[)）]/.exec(row.words.at(-1) ?? '')?.[1]
}

/** The kind of a figure that only its unit tells: money is a level, % a rate, anything else is counted. */
export function kindOfUnit(unit: string): FactKind {
  if (unit === '' || isMoney(unit)) return 'level'
  return unit === '%' ? 'rate' : 'count'
}
