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
import { subjectOfRole } from './role-subjects.ts'

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
            project: subject.project ?? table.project,
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
  /** The project that the row is, in a table of projects. */
  readonly project?: string
}

/** What a figure measures: its row, narrowed by its column; in a total row, or where rows have no names, its column. */
function subjectOf(row: PanelRow, meaning: ColumnMeaning, table: Table, half: number, hasLabels: boolean): Subject {
  if (row.kind === 'item' && row.label !== '') {
    // A row of a project table that is no account is a project; the code beside it is that of the account it is paid from.
    if (table.role === 'project_expenditure' && accountsByName(row.label).length === 0) {
      return { name: row.label, code: null, parents: [...row.parents], facet: meaning.facet, project: row.label }
    }
    const name = officialRowName(row.label.replace(/[（(]小计[)）]$/, ''), row.code)
    return { name, code: row.code, parents: [...row.parents], facet: meaning.facet }
  }
  const leaf = meaning.facet.at(-1)
  if (leaf !== undefined) return { name: leaf, code: null, parents: meaning.facet.slice(0, -1).map(String), facet: [] }
  const own = plainName(row.words.at(-1) ?? '')
  const specific = hasLabels && isTotalName(own) && !/^(?:合计|总计|小计|总额)$/.test(own)
  return {
    name: specific ? qualified(own, table.role) : subjectOfRole(table.role, half),
    code: null,
    parents: [],
    facet: [],
  }
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
