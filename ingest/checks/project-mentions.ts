import { type Decimal, isMoney, sumDecimals } from '../domain/amount.ts'
import { type Fact, PART } from '../domain/fact.ts'
import { comparable } from '../domain/name.ts'
import { printedIn, valueIn } from './operands.ts'
import { addRanges, type PrintRange } from './print-range.ts'

/** Where a document gives a project its money: a table of projects, the text, or a performance form. */
export type ProjectPlace = 'table' | 'text' | 'form'

/** The money of a project in one place, perhaps in several rows. */
export interface ProjectMention {
  readonly name: string
  readonly place: ProjectPlace
  readonly facts: readonly [Fact, ...Fact[]]
  readonly total: Decimal
  readonly range: PrintRange
  readonly unit: string
}

/** Words by which the text gives the budget of a project. */
const BUDGET = /^(?:项目)?(?:预算|资金)?(?:安排|预算)?(?:规模|金额|总额|数)$|^预算安排/

/** Every project of a document in each place that gives its budget of the year. */
export function projectMentions(facts: readonly Fact[]): ProjectMention[] {
  const mentions = new Map<string, { place: ProjectPlace; facts: Fact[] }>()
  for (const fact of facts) {
    const place = placeOf(fact)
    if (place === null) continue
    const key = `${place}\t${fact.tableId ?? ''}\t${comparable(fact.project ?? '')}`
    const mention = mentions.get(key)
    if (mention) mention.facts.push(fact)
    else mentions.set(key, { place, facts: [fact] })
  }
  return [...mentions.values()].flatMap(({ place, facts: own }) => {
    const [first, ...others] = place === 'table' ? own : own.slice(0, 1)
    if (!first) return []
    const { unit } = first.amount
    const rows: readonly [Fact, ...Fact[]] = [first, ...others.filter((fact) => isMoney(fact.amount.unit))]
    return [
      {
        name: first.project ?? '',
        place,
        facts: rows,
        total: sumDecimals(rows.map((fact) => valueIn(fact, unit))),
        range: addRanges(rows.map((fact) => printedIn(fact, unit))),
        unit,
      },
    ]
  })
}

/** Where a fact gives a project its budget; null for any other fact. */
function placeOf(fact: Fact): ProjectPlace | null {
  const { project, kind, amount, basis, stage, origin } = fact
  const planned = kind === 'level' && isMoney(amount.unit) && basis === 'budget' && stage !== 'initial'
  if (project === null || !planned) return null
  if (isTableRow(fact)) return 'table'
  if (origin === 'sentence') return isToldBudget(fact) ? 'text' : null
  return isFormBudget(fact) ? 'form' : null
}

function isTableRow({ role, origin, facet, total }: Fact): boolean {
  return role === 'project_expenditure' && origin === 'cell' && !total && facet.every((word) => word === PART)
}

function isToldBudget({ role, facet, of, measure }: Fact): boolean {
  return role === 'project_expenditure' && facet.length === 0 && of === null && BUDGET.test(measure.name)
}

function isFormBudget({ role, facet, measure: { name }, total, project }: Fact): boolean {
  const whole = name === '年度资金总额' || name === '预算数' || (total && name === '全年预算数')
  return role === 'performance' && facet.length === 0 && whole && project !== '整体支出绩效'
}
