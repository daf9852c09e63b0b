import type { Fact } from '../../ingest/domain/fact.ts'
import { sameFigure } from '../../ingest/domain/sameness.ts'
import { printed } from './evidence.ts'
import type { Selection } from './select.ts'

/**
 * 机关运行经费 is by definition the 公用经费 of the basic expenditure paid from the general public budget (财预〔2016〕143号,
 * and the glossary of every disclosure). Where a document prints two different figures for the two, both are shown.
 */
export function definedOtherwise(answer: Fact, held: readonly Fact[]): Selection | null {
  if (answer.role !== 'operating_expense' || answer.kind !== 'level') return null
  const other = held.find(
    (fact) =>
      fact.documentId === answer.documentId &&
      fact.role === 'basic_expenditure' &&
      fact.measure.name === '公用经费' &&
      fact.kind === 'level' &&
      fact.stage === answer.stage &&
      fact.facet.length === 0,
  )
  if (!other || sameFigure(other, answer)) return null
  return {
    figures: [printed(other, 'context', true)],
    cautions: [{ kind: 'conflict', facts: [answer, other] }],
  }
}
