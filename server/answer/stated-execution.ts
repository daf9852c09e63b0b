import { compareDecimals, decimal, isMoney } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { calculate } from './calculate/arithmetic.ts'
import type { DerivedFigure } from './evidence.ts'

/** "完成年初预算的 95.89%": a rate of execution, named after the budget it is one of. */
const EXECUTION = /^(?:完成)?(?:年初|全年|调整后?)?预算(?:数|的)?(?:执行率|完成率)?$|^(?:执行率|预算执行率|预算完成率)$/
/** Rates are printed to two decimals; the last of them may have been rounded either way. */
const LAST_DECIMAL = decimal('0.01')

/** What a stated rate of execution comes to, with the figures of its sentence that it is reckoned from. */
export interface Execution {
  readonly figure: DerivedFigure
  /** The budgets and the outcome that the sentence prints, as printed. */
  readonly operands: readonly Fact[]
}

/**
 * A stated rate of execution held against its own sentence: null where it is the outcome's share of the budget it names,
 * or the sentence does not print both; else its share of the budget that it can be one of.
 */
export function executedOtherwise(stated: Fact, held: readonly Fact[]): Execution | null {
  if (stated.kind !== 'rate' || !EXECUTION.test(stated.measure.name)) return null
  const near = held.filter(
    (fact) =>
      fact.documentId === stated.documentId &&
      fact.quote === stated.quote &&
      fact.kind === 'level' &&
      isMoney(fact.amount.unit),
  )
  const outcome = near.find(({ basis, stage }) => basis === 'final_accounts' && stage === null)
  const budgets = near.filter(({ basis }) => basis === 'budget')
  const named = budgets.find(({ stage }) => stage === stated.stage)
  if (!outcome || !named || isShare(outcome, named, stated)) return null
  const base = budgets.find((budget) => isShare(outcome, budget, stated)) ?? named
  if (calculate('share', [outcome, base]) === null) return null
  const figure: DerivedFigure = {
    form: 'derived',
    role: 'context',
    operation: 'share',
    operands: [outcome, base],
    unit: null,
  }
  return { figure, operands: [...budgets, outcome] }
}

function isShare(outcome: Fact, budget: Fact, stated: Fact): boolean {
  const share = calculate('share', [outcome, budget])
  if (!share) return false
  const [low, high] = [decimal(share.value), decimal(stated.amount.value)].sort(compareDecimals)
  if (!low || !high) return false
  const scale = Math.max(low.scale, high.scale, LAST_DECIMAL.scale)
  const digits = (value: { digits: bigint; scale: number }) => value.digits * 10n ** BigInt(scale - value.scale)
  return digits(high) - digits(low) <= digits(LAST_DECIMAL)
}
