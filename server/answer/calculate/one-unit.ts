import type { Evidence } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { againstWholeEvidence } from './against-whole.ts'
import { averageEvidence, countEvidence, filteredEvidence, topEvidence } from './collection.ts'
import { differenceEvidence } from './difference.ts'
import { executionEvidence } from './execution.ts'
import { gapEvidence } from './gap.ts'
import { growthEvidence } from './growth.ts'
import type { OperandFinder } from './operand-finder.ts'
import { perEvidence } from './per-unit.ts'
import { previousEvidence } from './previous.ts'
import { productEvidence } from './product.ts'
import { restEvidence } from './rest.ts'
import { shareEvidence } from './share.ts'
import { sumEvidence } from './sum.ts'
import { timesEvidence } from './times.ts'
import type { EachWish, Wish } from './wish.ts'

/** What a wish comes to among one unit's figures; null where it cannot be reckoned, or a printed figure says it. */
export function withinUnit(plan: Plan, wish: Wish, finder: OperandFinder): Evidence | null {
  if (wish.filter && isOfList(plan)) {
    const filtered = filteredEvidence(plan, wish, finder)
    // Without its limit, a number of rows is of something else.
    if (filtered || wish.each === 'count') return filtered
  }
  return (
    (wish.over === 'top' ? topEvidence(plan, wish, finder) : null) ??
    (wish.each && EACH[wish.each](plan, finder, wish)) ??
    overOf(plan, wish, finder)
  )
}

/** A limit narrows a list; in a question for one figure it is part of what the figure is of. */
function isOfList({ question }: Plan): boolean {
  return /项目|科目|哪些|projects?|items|accounts/i.test(question)
}

const EACH: Readonly<Record<EachWish, (plan: Plan, finder: OperandFinder, wish: Wish) => Evidence | null>> = {
  rest: restEvidence,
  execution: executionEvidence,
  share: shareEvidence,
  growth: growthEvidence,
  previous: previousEvidence,
  per: perEvidence,
  gap: gapEvidence,
  product: productEvidence,
  average: (plan, finder, wish) => averageEvidence(plan, wish, finder),
  count: countEvidence,
  times: timesEvidence,
  against: againstWholeEvidence,
}

function overOf(plan: Plan, wish: Wish, finder: OperandFinder): Evidence | null {
  // "how much lower than last year" is a change that the document states.
  if (wish.over === 'difference') return plan.kinds[0] === 'change' ? null : differenceEvidence(plan, finder)
  return wish.over === 'sum' ? sumEvidence(plan, wish, finder) : null
}
