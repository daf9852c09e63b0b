import { sameAmount } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import type { Evidence } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { printedQuantities } from '../quantities.ts'
import { type OperandFinder, reckoned } from './operand-finder.ts'

/** "按229人、每人30元算": the product of figures that the question gives and the documents print; null where one is not printed. */
export function productEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const held = finder.held({ ...plan, basis: null, basisStrict: false, stage: null })
  const operands = printedQuantities(plan.question).map((quantity) =>
    held.find((fact) => fact.origin !== 'declared' && sameAmount(fact.amount, quantity)),
  )
  const found = operands.flatMap((fact): Fact[] => (fact ? [fact] : []))
  if (found.length < 2 || found.length < operands.length) return null
  return reckoned(plan, 'product', found, plan.moneyUnit)
}
