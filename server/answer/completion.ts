import { decimal } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { measureKey } from '../../ingest/domain/sameness.ts'
import { calculate } from './calculate/arithmetic.ts'
import type { DerivedFigure } from './evidence.ts'
import { covers, rangeOf } from './ranges.ts'

/** A stated rate of completion beside what the figures of its own sentence come to. */
export interface Completion {
  readonly figure: DerivedFigure
  /** The budget that the document names, where the rate follows from another one only; null where it follows from none. */
  readonly named: Fact | null
}

/** "完成年初预算", "预算数": rates of an outcome in a budget, by the name of the budget. */
const COMPLETED = /^(?:完成)?(?:(年初)|(全年|调整后?))?的?预算数?$/

/**
 * What a stated rate of completion comes to by the outcome and budgets of its sentence, where that is another figure, or
 * where it follows from another budget than the document names; null where it holds or cannot be told.
 */
export function completedOtherwise(stated: Fact, held: readonly Fact[]): Completion | null {
  const name = stated.kind === 'rate' && stated.direction === null ? COMPLETED.exec(stated.measure.name) : null
  const of = stated.parents.at(-1)
  if (!name || of === undefined) return null
  const said = held.filter(
    ({ documentId, quote, kind }) => documentId === stated.documentId && quote === stated.quote && kind === 'level',
  )
  const outcome = said.find((fact) => fact.basis === 'final_accounts' && (fact.measure.name === of || said.length <= 3))
  if (!outcome) return null
  const budgets = said.filter((fact) => fact.basis === 'budget' && measureKey(fact) === measureKey(outcome))
  const [own, other] = inOrder(budgets, name[1] === undefined ? 'adjusted' : 'initial')
  return own ? against(stated, outcome, own, other ?? null) : null
}

/** The budget of the stage named first. */
function inOrder(budgets: readonly Fact[], named: 'initial' | 'adjusted'): Fact[] {
  return [...budgets].sort((a, b) => Number(b.stage === named) - Number(a.stage === named))
}

function against(stated: Fact, outcome: Fact, own: Fact, other: Fact | null): Completion | null {
  const gives = (budget: Fact) => covers([rangeOf(outcome), rangeOf(budget)], stated)
  const nothing = decimal(own.amount.value).digits === 0n
  if (!nothing && gives(own)) return null
  if (other && gives(other)) return completion(outcome, other, own)
  return nothing ? null : completion(outcome, own, null)
}

function completion(outcome: Fact, budget: Fact, named: Fact | null): Completion | null {
  const operands: [Fact, Fact] = [outcome, budget]
  if (!calculate('share', operands)) return null
  return { figure: { form: 'derived', role: 'context', operation: 'share', operands, unit: null }, named }
}
