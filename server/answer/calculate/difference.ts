import type { Fact } from '../../../ingest/domain/fact.ts'
import { unitFamily } from '../../../ingest/domain/sameness.ts'
import { type Evidence, printed } from '../evidence.ts'
import { partsOf } from '../parts.ts'
import type { Plan } from '../plan.ts'
import { itemPlans } from './enumeration.ts'
import { isMeasureOf } from './growth.ts'
import { derived, evidenceOf, type OperandFinder } from './operand-finder.ts'
import { sideOperands, thingCompared } from './two-sides.ts'

/** Two figures and by how much they differ: budget and outcome, two scopes of one thing, or two things; null where one is not found. */
export function differenceEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const base: Plan = { ...plan, operation: 'lookup', kinds: [], units: countsOnly(plan), moneyUnit: null }
  const operands =
    sideOperands(base, finder) ??
    bases(base, finder) ??
    roles(base, finder) ??
    scopes(base, finder) ??
    items(base, finder)
  if (!operands) return null
  const figure = derived('difference', operands)
  if (!figure) return null
  const [from, to] = operands
  const rate = RATE_TOO.test(plan.question) ? derived('growth', [to, from]) : null
  return evidenceOf(plan, [figure, ...(rate ? [rate] : []), ...operands.map((fact) => printed(fact, 'answer'))])
}

/** "多几个人" is a number of people; a share or rate is not what differs. */
function countsOnly({ units }: Plan): string[] {
  return units.filter((unit) => unit !== '%')
}

/** The difference is asked for as a percentage besides. */
const RATE_TOO = /差异率|百分之几|幅度|in percent|percentage/i

const PLANNED = /预算|年初|全年|budget/i
const SPENT = /决算|执行|实际|没花完|没用完|剩|结余|final|actual|unspent|left over|spent/i

/** What is left over is left of a budget, named or not. */
const LEFT_OVER = /没花完|没用完|剩|unspent|left over/i

/** "预算同决算相差多少": one thing, planned and spent. */
function bases(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  if (!(PLANNED.test(plan.question) || LEFT_OVER.test(plan.question)) || !SPENT.test(plan.question)) return null
  const thing = thingCompared(plan)
  const budget = finder.fact({ ...thing, basis: 'budget', basisStrict: true })
  const outcome = finder.fact({ ...thing, basis: 'final_accounts', basisStrict: true, stage: null })
  return budget && outcome && budget.basis !== outcome.basis && budget.project === outcome.project
    ? [budget, outcome]
    : null
}

/** One thing in two tables that the question names ("三公表和基本支出表差多少"). */
function roles(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  if (plan.roles.length !== 2 || !TWO_SCOPES.test(plan.question)) return null
  const facts = plan.roles.map((role) => finder.fact({ ...plan, roles: [role] }))
  const [a, b] = facts
  return a && b && a.role !== b.role && plan.roles.includes(a.role) && plan.roles.includes(b.role) && isMeasureOf(a, b)
    ? [a, b]
    : null
}

/** Words for one thing as two tables count it. */
const TWO_SCOPES = /表|口径|table|scope/i

/** One thing whose figure for all funds differs from that for the general public budget. */
function scopes(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  // Two things named are two things, whatever else differs.
  if (!TWO_SCOPES.test(plan.question) && itemPlans(plan).length > 1) return null
  const [a, b] = finder.figures({ ...plan, fund: null, roles: [] }).map(({ facts: [fact] }) => fact)
  return a && b && a.fund !== b.fund && a.measure.name === b.measure.name ? [a, b] : null
}

function items(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  const facts = itemPlans(plan).map((item) => finder.fact(item))
  const [a, b] = facts
  // Parts of an item are not the item: they would have to be added first.
  if (!a || !b || facts.length !== 2 || a.id === b.id) return null
  if (partsOf(a, finder.held(plan)) || partsOf(b, finder.held(plan))) return null
  return unitFamily(a.amount.unit) === unitFamily(b.amount.unit) || derived('difference', [a, b]) !== null
    ? [a, b]
    : null
}
