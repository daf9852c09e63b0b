import type { Fact } from '../../../ingest/domain/fact.ts'
import { comparable } from '../../../ingest/domain/name.ts'
import { measureKey } from '../../../ingest/domain/sameness.ts'
import { type DerivedFigure, type Evidence, type PrintedFigure, printed } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { derived, evidenceOf, type OperandFinder } from './operand-finder.ts'

/** Words for growth against the year before; a rate of execution or of anything else is no growth. */
const GROWTH = /增|减|升|降|涨|跌|缩|变动|变化|掉|grow|fell|fall|drop|increase|decrease|declin|rise|rose|change/i

/** A rate of change that no document states, from a stated change and its level, or from the levels of two years. */
export function growthEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  if (!GROWTH.test(plan.question)) return null
  const figure = growthFigure(plan, finder)
  if (!figure) return null
  if (figure.form === 'printed') return finder.evidence(plan)
  return evidenceOf(plan, [figure, ...figure.operands.map((fact) => printed(fact, 'context'))])
}

/** One unit's rate of change: stated where the document states it, otherwise reckoned. */
export function growthFigure(plan: Plan, finder: OperandFinder): PrintedFigure | DerivedFigure | null {
  const base: Plan = { ...plan, operation: 'lookup', kinds: [], units: [], moneyUnit: null }
  const stated = finder.figures(plan)[0]
  const level = finder.figures({ ...base, ...withoutBasis })[0]
  if (stated && (!level || isMeasureOf(stated.facts[0], level.facts[0]))) return stated
  const change = level && changeOf(level, { ...base, ...withoutBasis }, finder)
  return level && change ? derived('rate', [change, level.facts[0]]) : betweenYears(base, finder)
}

/** The stated change of a level: that of the very sentence that states the level, where one does; null for none. */
export function changeOf(level: PrintedFigure, plan: Plan, finder: OperandFinder): Fact | null {
  const [fact] = level.facts
  const beside = finder
    .held(plan)
    .find(
      (other) =>
        other.kind === 'change' && isMeasureOf(other, fact) && level.facts.some((place) => place.quote === other.quote),
    )
  const change = beside ?? finder.fact({ ...plan, kinds: ['change'] })
  return change?.kind === 'change' && isMeasureOf(change, fact) ? change : null
}

const withoutBasis = { basisStrict: false } as const

/** From the level of the earlier to that of the later of two years named. */
function betweenYears(plan: Plan, finder: OperandFinder): DerivedFigure | null {
  const [earlier, later] = [...plan.years].sort((a, b) => a - b)
  if (earlier === undefined || later === undefined) return null
  const [before, after] = [earlier, later].map((year) => finder.fact({ ...plan, years: [year] }))
  return before && after && isMeasureOf(before, after) ? derived('growth', [after, before]) : null
}

/** Whether two figures are of one thing, however the document words it (本年支出总计, 支出总计). */
export function isMeasureOf(a: Fact, b: Fact): boolean {
  if (a.project !== b.project) return false
  const [x, y] = [comparable(a.measure.name), comparable(b.measure.name)]
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x]
  return measureKey(a) === measureKey(b) || (shorter.length >= 4 && longer.includes(shorter))
}
