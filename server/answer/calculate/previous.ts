import type { Evidence } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { changeOf } from './growth.ts'
import { type OperandFinder, reckoned } from './operand-finder.ts'

/** Last year's figure from this year's and its stated change. The year asked for may be the earlier one. */
export function previousEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  // "From 2031, what was it in 2030": the later year is the one to start from.
  const years = plan.years.length > 1 ? [Math.max(...plan.years)] : []
  const base: Plan = { ...plan, kinds: [], units: [], basis: null, basisStrict: false, stage: null, years }
  const figure = finder.figures(base)[0]
  const change = figure && changeOf(figure, base, finder)
  if (!figure || !change) return null
  const [level] = figure.facts
  const year = level.fiscalYear === null ? null : level.fiscalYear - 1
  if (plan.years.length > 0 && !plan.years.some((asked) => asked === year || asked === level.fiscalYear)) return null
  return reckoned(plan, 'previous', [level, change])
}
