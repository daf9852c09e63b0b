import { comparable } from '../../../ingest/domain/name.ts'
import type { Evidence } from '../evidence.ts'
import { gramsOf, saidShare } from '../grams.ts'
import type { Plan } from '../plan.ts'
import { isMeasureOf } from './growth.ts'
import { type OperandFinder, reckoned } from './operand-finder.ts'
import { widestOfBoth } from './two-sides.ts'

/** How much of a budget was spent, where no document states the rate of the very thing asked for. */
export function executionEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  if (isStated(plan, finder)) return null
  const thing: Plan = {
    ...plan,
    operation: 'lookup',
    kinds: [],
    units: [],
    moneyUnit: null,
    concepts: plan.concepts.filter(({ surface }) => !/执行率|完成率|execution/i.test(surface)),
    // 整体支出 is all there is, whatever else is named so.
    subject: plan.subject.filter((piece) => !/整体|总体|overall/i.test(piece)),
  }
  const planned: Plan = { ...thing, basis: 'budget', basisStrict: true }
  // What was to be spent in the end is what spending is held against, where a document prints it.
  const budget = (plan.stage === null && finder.fact({ ...planned, stage: 'adjusted' })) || finder.fact(planned)
  const outcome = finder.fact({ ...thing, basis: 'final_accounts', basisStrict: true, stage: null })
  if (budget && outcome && isMeasureOf(budget, outcome)) return reckoned(plan, 'share', [outcome, budget])
  const whole = widestOfBoth([SPENT, plan.stage === 'initial' ? INITIAL : ADJUSTED], thing, finder)
  return whole && reckoned(plan, 'share', whole)
}

const SPENT = { year: null, basis: 'final_accounts', stage: null } as const
const ADJUSTED = { year: null, basis: 'budget', stage: 'adjusted' } as const
const INITIAL = { year: null, basis: 'budget', stage: 'initial' } as const

/** Whether a rate is printed for the project that the question names, or for the thing itself. */
function isStated(plan: Plan, finder: OperandFinder): boolean {
  const stated = finder.fact(plan)
  if (stated?.amount.unit !== '%' || stated.direction !== null) return false
  const question = comparable([plan.question, ...plan.subject].join(' '))
  if (/整体|总体|总的|overall/i.test(plan.question)) return stated.project === null
  return stated.project === null || saidShare(gramsOf(comparable(stated.project)), question) >= 0.3
}
