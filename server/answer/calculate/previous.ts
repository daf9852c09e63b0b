import type { Fact } from '../../../ingest/domain/fact.ts'
import { measureKey } from '../../../ingest/domain/sameness.ts'
import { type Evidence, printed } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { roundsTo } from '../rounding.ts'
import { changeOf } from './growth.ts'
import { evidenceOf, type OperandFinder, reckoned } from './operand-finder.ts'

/** Last year's figure from this year's and its stated change. The year asked for may be the earlier one. */
export function previousEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  // "From 2031, what was it in 2030": the later year is the one to start from.
  const years = plan.years.length > 1 ? [Math.max(...plan.years)] : []
  const concepts = plan.concepts.filter(({ surface }) => !YEAR_BEFORE.test(surface))
  const base: Plan = { ...plan, kinds: [], units: [], basis: null, basisStrict: false, stage: null, years, concepts }
  const told = printedBefore(base, finder)
  if (told) return evidenceOf(plan, [printed(told, 'answer')])
  const operands = levelFirst(base, finder) ?? changeFirst(base, finder)
  if (!operands) return null
  const [level] = operands
  const year = level.fiscalYear === null ? null : level.fiscalYear - 1
  if (plan.years.length > 0 && !plan.years.some((asked) => asked === year || asked === level.fiscalYear)) return null
  return reckoned(plan, 'previous', operands)
}

/** The figure of the year before that the document itself prints of the thing; null where it prints none. */
function printedBefore(plan: Plan, finder: OperandFinder): Fact | null {
  const now = finder.fact(plan)
  if (!now || now.fiscalYear === null) return null
  const before = finder.held({ ...plan, years: [now.fiscalYear - 1] })
  return (
    before.find(
      (fact) =>
        (fact.kind === 'level' || fact.kind === 'actual' || fact.kind === 'count') &&
        measureKey(fact) === measureKey(now) &&
        fact.project === now.project &&
        fact.documentId === now.documentId &&
        fact.amount.unit === now.amount.unit,
    ) ?? null
  )
}

/** Names of the year asked for, not of the thing. */
const YEAR_BEFORE = /^(?:上年度?|去年|上一年|前一年|比上年|较上年|比去年)$/

/** The figure that answers for this year, and its change. */
function levelFirst(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  const [figure] = finder.figures(plan)
  const change = figure && changeOf(figure, plan, finder)
  if (!figure || !change) return null
  // A table's figure to the 元 would make rounded prose look exact.
  const [level] = figure.facts
  const beside = levelOf(change, finder.held(plan))
  return [beside && roundsTo(beside.amount, level.amount) ? beside : level, change]
}

/** The change that the question speaks of ("按说明里的增加额"), and the level that its sentence says it led to. */
function changeFirst(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  const change = finder.fact({ ...plan, kinds: ['change'] })
  if (change?.kind !== 'change' || change.direction === null) return null
  const level = levelOf(change, finder.held(plan))
  return level ? [level, change] : null
}

/** The level that the sentence of a change prints of the same thing. */
function levelOf(change: Fact, held: readonly Fact[]): Fact | undefined {
  return held.find(
    (fact) =>
      fact.kind === 'level' &&
      fact.quote === change.quote &&
      fact.facet.length === 0 &&
      fact.fiscalYear === change.fiscalYear &&
      measureKey(fact) === measureKey(change) &&
      fact.project === change.project,
  )
}
