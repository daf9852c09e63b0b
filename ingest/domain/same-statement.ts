import { sameAmount } from './amount.ts'
import type { Fact } from './fact.ts'

/** Whether two facts of a document state the same sum of the same thing, in whatever unit of money. */
export function statesTheSame(a: Fact, b: Fact): boolean {
  return (
    a.documentId === b.documentId &&
    a.kind === 'level' &&
    b.kind === 'level' &&
    a.measure.name === b.measure.name &&
    a.measure.code === b.measure.code &&
    a.fiscalYear === b.fiscalYear &&
    a.basis === b.basis &&
    a.stage === b.stage &&
    a.project === b.project &&
    a.fund === b.fund &&
    a.facet.join('\n') === b.facet.join('\n') &&
    sameAmount(a.amount, b.amount)
  )
}
