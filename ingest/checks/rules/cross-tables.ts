import { decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Role } from '../../domain/table.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted, shown } from '../operands.ts'
import { factorBetween, likeness } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const ROWS = '205\t教育支出\t1.15\t1.15\t\n213\t农林水支出\t300.00\t100.00\t200.00\n221\t住房保障支出\t20.00\t20.00\t\n'
const HEAD = '单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'
const TOTAL = '\t合计\t321.15\t121.15\t200.00\n'

/** The same account, of the same money, in several tables. */
export const crossTablesRule: Rule = {
  code: 'cross-tables',
  title: { zh: '各表之间的勾稽', en: 'Tables against tables' },
  reasoning: {
    zh: '同一科目或合计，同一年度、同一资金口径、同一栏目（合计、基本支出、项目支出）的数在各表中应当一致。只比较大多数科目相符的两张表：若多数不符，则两表口径不同，不比较。决算的收入与支出可以不同，不比较。',
    en: 'An account or a total is the same in all tables of the same year and money, column by column. Tried between tables in which most accounts agree: where most differ, the tables are of different money. Income and expenditure of final accounts may differ and are not held against each other.',
  },
  examples: {
    trips: [
      `部门支出总体情况表\n${HEAD}${ROWS}${TOTAL}\n部门收入总体情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t一般公共预算拨款\t事业收入\n205\t教育支出\t1.15\t1.15\t\n213\t农林水支出\t301.00\t301.00\t\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t321.15\t321.15\t\n`,
    ],
    passes: [
      `部门支出总体情况表\n${HEAD}${ROWS}${TOTAL}\n部门收入总体情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t一般公共预算拨款\t事业收入\n205\t教育支出\t1.15\t1.15\t\n213\t农林水支出\t300.00\t300.00\t\n221\t住房保障支出\t20.00\t20.00\t\n\t合计\t321.15\t321.15\t\n`,
      `部门支出总体情况表\n${HEAD}${ROWS}${TOTAL}\n一般公共预算支出情况表\n${HEAD}213\t农林水支出\t250.00\t100.00\t150.00\n221\t住房保障支出\t10.00\t10.00\t\n\t合计\t260.00\t110.00\t150.00\n`,
    ],
  },
  tries: (view) => {
    const tables = [...keyedTables(view).values()]
    return tables.flatMap((table, at) => tables.slice(0, at).flatMap((before) => triedBetween(view, before, table)))
  },
}

/** Figures of a table by what they are of. */
interface KeyedTable {
  readonly role: Role
  readonly figures: Map<string, Fact>
}

const ROLES: ReadonlySet<Role> = new Set([
  'income_expenditure',
  'income',
  'expenditure',
  'fiscal_appropriation',
  'general_public_budget',
  'basic_expenditure',
  'project_expenditure',
])

function keyedTables(view: DocumentView): ReadonlyMap<string, KeyedTable> {
  const parting = tablesOfFunds(view.facts)
  const tables = new Map<string, KeyedTable>()
  for (const fact of view.facts) {
    if (fact.tableId === null || fact.origin !== 'cell' || !ROLES.has(fact.role)) continue
    const key = keyOf(fact, fundOf(fact, parting))
    if (key === null) continue
    const table = tables.get(fact.tableId) ?? { role: fact.role, figures: new Map<string, Fact>() }
    // A figure that the table prints twice is none to go by.
    if (!table.figures.has(key)) table.figures.set(key, fact)
    tables.set(fact.tableId, table)
  }
  return tables
}

/** What is told of the money of a document's tables. */
interface FundsTold {
  /** Tables that tell the money of some columns: what others of them are paid from is not the general budget alone. */
  readonly byColumn: ReadonlySet<string>
  /** Whether the document has money of the state's that is not of the general public budget. */
  readonly hasOther: boolean
}

function tablesOfFunds(facts: readonly Fact[]): FundsTold {
  const projects = facts.filter(({ origin, role, fund }) => origin === 'cell' && role === 'project_expenditure' && fund)
  const hasOther = facts.some(
    ({ origin, kind, fund, amount }) =>
      origin === 'cell' && kind === 'level' && OTHER_FUNDS.has(fund ?? '') && decimal(amount.value).digits !== 0n,
  )
  return { byColumn: new Set(projects.flatMap(({ tableId }) => tableId ?? [])), hasOther }
}

const OTHER_FUNDS: ReadonlySet<string> = new Set(['government_fund', 'state_capital'])

/** The money of a figure, as far as other tables can print the same: null for that of all columns of its table. */
function fundOf({ fund, role, tableId }: Fact, { byColumn, hasOther }: FundsTold): string | null {
  if (role === 'project_expenditure') return fund ?? (byColumn.has(tableId ?? '') ? null : 'general')
  return role === 'fiscal_appropriation' && hasOther && fund === 'general' ? 'fiscal' : fund
}

const CODE = /^2\d{2}(?:\d{2}){0,2}$/
const COLUMNS = /^(?:基本支出|项目支出)$/
/** Names under which tables total their money, each by the one it has here. */
const TOTALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:一般公共预算)?基本支出(?:合计)?$/, '基本支出'],
  [/^(?:一般公共预算)?项目支出(?:合计)?$/, '项目支出'],
  [/^(?:财政拨款)?(?:收入|支出)总计$|^(?:收入|支出)合计$|^一般公共预算支出$/, '总计'],
]

/** What a figure is of: account or total, column, money, year; null for one that other tables need not print. */
function keyOf(
  { measure, kind, facet, total, fiscalYear, basis, stage, project, role }: Fact,
  money: string | null,
): string | null {
  if (kind !== 'level' || project !== null || facet.some((word) => !COLUMNS.test(word))) return null
  const frame = [money, fiscalYear, basis, stage].join('\t')
  if (total) {
    const name = TOTALS.find(([pattern]) => pattern.test(measure.name))?.[1]
    return name === undefined || facet.length > 0 ? null : `${name}\t${frame}`
  }
  const coded = measure.code !== null && CODE.test(measure.code)
  return coded && role !== 'project_expenditure' ? `${measure.code} ${facet.join('/')}\t${frame}` : null
}

/** A share of the figures of two tables that must agree for the others to be wrong. */
const LEAST_AGREEING = 0.6
const INCOME: ReadonlySet<Role> = new Set(['income', 'income_expenditure', 'fiscal_appropriation'])

function triedBetween(view: DocumentView, a: KeyedTable, b: KeyedTable): Tried[] {
  const pairs = [...a.figures].flatMap(([key, fact]) => {
    const other = b.figures.get(key)
    return other ? [[fact, other] as const] : []
  })
  if (view.identity.basis === 'final_accounts' && (INCOME.has(a.role) || INCOME.has(b.role))) return []
  const agreeing = pairs.filter(([x, y]) => likeness(x.amount, y.amount) !== 'off').length
  const alike = agreeing >= 2 && agreeing >= LEAST_AGREEING * pairs.length
  if (!alike && !isTotalOnly(pairs)) return []
  return pairs.map(([x, y]): Tried => {
    const agrees = likeness(x.amount, y.amount)
    const breach = agrees === 'same' || agrees === null ? null : breachOf(view, x, y, agrees === 'rounded')
    return { witnesses: [view.fact(y), view.fact(x)], breach }
  })
}

/** The table of basic expenditure, or of projects, has nothing in common with the others but a total. */
function isTotalOnly(pairs: readonly (readonly [Fact, Fact])[]): boolean {
  const roles = new Set(pairs.flatMap(([x, y]) => [x.role, y.role]))
  return (
    pairs.length === 1 &&
    (roles.has('basic_expenditure') || roles.has('project_expenditure')) &&
    roles.has('general_public_budget')
  )
}

function breachOf(view: DocumentView, a: Fact, b: Fact, rounded: boolean): Breach {
  const titleOf = ({ tableId }: Fact) => view.sheets.find(({ table }) => table.id === tableId)?.title ?? ''
  const name = quoted([b.measure.name, ...b.facet].join(' · '))
  const factor = factorBetween(a.amount, b.amount)
  const zh = `${name}在${titleOf(a)}中为 ${shown(a)}，在${titleOf(b)}中为 ${shown(b)}`
  const en = `${name} is ${shown(a)} in ${titleOf(a)} and ${shown(b)} in ${titleOf(b)}`
  const values = [b.amount.raw, a.amount.raw]
  const computed = `${shown(a)} ≠ ${shown(b)}`
  if (rounded)
    return {
      verdict: 'rounding',
      message: { zh: `${zh}，相差在四舍五入范围内。`, en: `${en}, as near as rounding brings it.` },
      values,
      computed,
    }
  return {
    verdict: 'contradiction',
    message: {
      zh: `${zh}${factor === null ? '' : `（恰差 ${factor} 倍，疑为单位有误）`}。`,
      en: `${en}${factor === null ? '' : ` (a factor of ${factor}: perhaps a unit is wrong)`}.`,
    },
    values,
    computed,
  }
}
