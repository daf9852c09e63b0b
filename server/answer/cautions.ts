import type { Fact } from '../../ingest/domain/fact.ts'
import type { Caution } from './evidence.ts'
import type { Plan } from './plan.ts'

/** A budget is never spent money: said whenever the question sounds like spending, and for budgets in general. */
export function basisCaution(plan: Plan, facts: readonly Fact[]): Caution[] {
  const budget = facts.find(({ basis, kind }) => basis === 'budget' && (kind === 'level' || kind === 'target'))
  if (!budget) return []
  return [{ kind: 'basis', spentAsked: plan.basis === 'final_accounts', year: budget.fiscalYear }]
}

export function asOfCaution(plan: Plan, facts: readonly Fact[]): Caution[] {
  const [year] = plan.asOf
  const [fact] = facts
  return year !== undefined && fact ? [{ kind: 'asOf', year, documentId: fact.documentId }] : []
}

/** Each caution once. */
export function dedupeCautions(cautions: readonly Caution[]): Caution[] {
  return cautions.filter(
    (caution, index) => cautions.findIndex((other) => JSON.stringify(other) === JSON.stringify(caution)) === index,
  )
}

/** Figures of different years or bases stand side by side: said. */
export function differing(facts: readonly Fact[]): Caution[] {
  const frames = new Set(facts.map(({ fiscalYear, basis }) => `${fiscalYear}${basis}`))
  return frames.size > 1 ? [{ kind: 'basesDiffer' }] : []
}
