import { sameAmount } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { measureKey, sameFrame } from '../../ingest/domain/sameness.ts'
import { calculate } from './calculate/arithmetic.ts'
import type { RankedFact } from './rank.ts'

/** So close in score, and bearing out as much, a change may stand in for one that cannot be. */
const CLOSE = 0.2

/** Of changes that answer alike, one that the figures of both years do not refute: a sentence may be read for its neighbour's. */
export function unrefuted(best: RankedFact, ranked: readonly RankedFact[], held: () => readonly Fact[]): RankedFact {
  if (best.fact.kind !== 'change') return best
  const facts = held()
  if (!isRefuted(best.fact, facts)) return best
  const other = ranked.find(
    ({ fact, score, recall }) =>
      score >= best.score - CLOSE &&
      recall >= best.recall &&
      fact.role === best.fact.role &&
      fact.documentId === best.fact.documentId &&
      sameFrame(fact, best.fact) &&
      fact.facet.join() === best.fact.facet.join() &&
      !isRefuted(fact, facts),
  )
  return other ?? best
}

/** Whether the very thing is printed for both years, and no two of these figures differ by as much. */
function isRefuted(change: Fact, held: readonly Fact[]): boolean {
  const { fiscalYear: year, documentId, role } = change
  if (year === null) return false
  const key = measureKey(change)
  const levels = held.filter(
    (fact) =>
      fact.kind === 'level' &&
      fact.documentId === documentId &&
      fact.role === role &&
      fact.facet.length === 0 &&
      fact.basis === change.basis &&
      measureKey(fact) === key,
  )
  const now = fromTable(levels.filter(({ fiscalYear }) => fiscalYear === year))
  const before = fromTable(levels.filter(({ fiscalYear }) => fiscalYear === year - 1))
  if (now.length === 0 || before.length === 0) return false
  return !now.some((a) =>
    before.some((b) => {
      const gap = calculate('difference', [a, b])
      return gap !== null && sameAmount(gap, change.amount)
    }),
  )
}

/** What a table prints of a thing, where one does: the sentence that was misread may have given its figures too. */
function fromTable(levels: readonly Fact[]): readonly Fact[] {
  const cells = levels.filter(({ origin }) => origin === 'cell')
  return cells.length > 0 ? cells : levels
}
