import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import type { Evidence } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { acrossUnits, unitsLacking } from './across-units.ts'
import { changeBetweenYears } from './between-years.ts'
import { withinUnit } from './one-unit.ts'
import type { OperandFinder } from './operand-finder.ts'
import { meansAllUnits, type Wish } from './wish.ts'

/**
 * A question that wants figures reckoned with is answered from looked-up operands; null where it wants none, or a
 * printed figure may answer it. Where nothing printed can and the operands are not all there, it is refused.
 */
export function tryCalculation(
  plan: Plan,
  wish: Wish | null,
  documents: readonly DocumentRecord[],
  finder: OperandFinder,
): Evidence | null {
  if (!wish)
    return plan.organizations.open || plan.organizations.named.length > 1 ? null : changeBetweenYears(plan, finder)
  const units = [...new Set(documents.map(({ organization }) => organization))]
  const several =
    units.length > 1 &&
    (plan.organizations.named.length > 1 || (plan.organizations.open && meansAllUnits(plan.question)))
  if (!several && plan.organizations.open) return null
  const evidence = several ? acrossUnits(plan, wish, units, documents, finder) : withinUnit(plan, wish, finder)
  // A share of something else than is asked for is no answer.
  if (evidence) return inAskedUnit(evidence, plan)
  if (!(wish.strict || wish.each === 'share')) return null
  return cannotReckon(plan, documents, several ? unitsLacking(plan, wish, units, documents, finder) : [])
}

/** Sums and differences in the unit of money that the question names; of other operations each knows its own. */
const IN_MONEY: ReadonlySet<string> = new Set(['sum', 'difference', 'average', 'previous', 'shortfall'])

function inAskedUnit(evidence: Evidence, { moneyUnit }: Plan): Evidence {
  if (moneyUnit === null || evidence.status !== 'answered' || evidence.form !== 'figures') return evidence
  const figures = evidence.figures.map((figure) =>
    figure.form === 'derived' && figure.unit === null && IN_MONEY.has(figure.operation)
      ? { ...figure, unit: moneyUnit }
      : figure,
  )
  return { ...evidence, figures }
}

function cannotReckon(plan: Plan, documents: readonly DocumentRecord[], lacking: readonly string[]): Evidence {
  const [document] = documents
  const year = plan.years[0] ?? document?.fiscalYear ?? null
  const whose = lacking.length > 0 ? lacking : [plan.organizations.named[0] ?? document?.organization ?? '']
  return {
    status: 'not_found',
    missing: whose.map((organization) => ({ what: 'operands', organization, year })),
    nearest: [],
  }
}
