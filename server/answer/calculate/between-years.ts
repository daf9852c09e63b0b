import type { Fact } from '../../../ingest/domain/fact.ts'
import { measureKey } from '../../../ingest/domain/sameness.ts'
import { type Evidence, printed } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { isMeasureOf } from './growth.ts'
import { derived, evidenceOf, type OperandFinder } from './operand-finder.ts'

/**
 * By how much a figure changed from one to the other of two years named, where documents print both and state no such
 * change themselves; null where one is not printed, or the question names no two years.
 */
export function changeBetweenYears(plan: Plan, finder: OperandFinder): Evidence | null {
  const [earlier, later] = [...plan.years].sort((a, b) => a - b)
  if (plan.years.length !== 2 || earlier === undefined || later === undefined || plan.kinds[0] !== 'change') return null
  if (statesChange(plan, finder)) return null
  const base: Plan = { ...plan, operation: 'lookup', kinds: [], units: plan.units.filter((unit) => unit !== '%') }
  const after = finder.fact({ ...base, years: [later] })
  const before = after && (sameIn(after, earlier, base, finder) ?? finder.fact({ ...base, years: [earlier] }))
  if (!after || !before || before.fiscalYear !== earlier || !isMeasureOf(before, after)) return null
  const figure = derived('difference', [after, before])
  return figure && evidenceOf(plan, [figure, ...[after, before].map((fact) => printed(fact, 'answer'))])
}

function statesChange(plan: Plan, finder: OperandFinder): boolean {
  const stated = finder.fact(plan)
  const level = finder.fact({ ...plan, kinds: [], units: [], years: [Math.max(...plan.years)] })
  return stated?.kind === 'change' && level !== null && isMeasureOf(stated, level)
}

/** The same thing of the same basis in another year. */
function sameIn(fact: Fact, year: number, plan: Plan, finder: OperandFinder): Fact | null {
  const held = finder.held({ ...plan, years: [year] })
  return (
    held.find(
      (other) =>
        other.kind === fact.kind &&
        other.basis === fact.basis &&
        other.project === fact.project &&
        other.fund === fact.fund &&
        other.facet.join() === fact.facet.join() &&
        measureKey(other) === measureKey(fact),
    ) ?? null
  )
}
