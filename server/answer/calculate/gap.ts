import { type Evidence, printed } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { derived, evidenceOf, type OperandFinder } from './operand-finder.ts'

/** By how much a result misses or exceeds its target; null where the two are not of one indicator. */
export function gapEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const base: Plan = { ...plan, basis: null, basisStrict: false }
  const target = finder.fact({ ...base, kinds: ['target'] })
  const actual = finder.fact({ ...base, kinds: ['actual'] })
  if (target?.kind !== 'target' || actual?.kind !== 'actual' || target.measure.name !== actual.measure.name) return null
  const figure = derived('difference', [actual, target])
  return figure && evidenceOf(plan, [figure, printed(target, 'context'), printed(actual, 'context')])
}
