import type { Fact } from '../../ingest/domain/fact.ts'
import { toldOtherwise } from './account-conflicts.ts'
import { countedOtherwise } from './count-conflicts.ts'
import { type Caution, type PrintedFigure, printed, type ShownFigure } from './evidence.ts'
import { recomputed } from './recompute.ts'
import { executedOtherwise } from './stated-execution.ts'

/** Figures with what speaks against them beside them, and the cautions that say so. */
export interface Rechecked {
  readonly figures: readonly ShownFigure[]
  readonly cautions: readonly Caution[]
}

/**
 * Holds each answer against the other figures of its document: a stated percentage against its own operands, a number of
 * things against other numbers of them, an account of the tables against the prose, a rate of execution against the
 * budgets and the outcome of its sentence, which are of other bases (`documentFacts`). What differs stands beside it, and the
 * answer is disputed.
 */
export function recheck(
  figures: readonly PrintedFigure[],
  held: readonly Fact[],
  documentFacts: readonly Fact[] = held,
): Rechecked {
  const each = figures.map((figure) =>
    figure.role === 'answer' && !figure.disputed ? against(figure, held, documentFacts) : as(figure),
  )
  return { figures: each.flatMap((one) => one.figures), cautions: each.flatMap((one) => one.cautions) }
}

function as(figure: PrintedFigure): Rechecked {
  return { figures: [figure], cautions: [] }
}

function against(figure: PrintedFigure, held: readonly Fact[], documentFacts: readonly Fact[]): Rechecked {
  const [fact] = figure.facts
  const disputed = { ...figure, disputed: true }
  const otherwise = recomputed(fact, held)
  if (otherwise) return { figures: [disputed, otherwise], cautions: [{ kind: 'recomputed', fact }] }
  const execution = executedOtherwise(fact, documentFacts)
  if (execution)
    return {
      figures: [disputed, ...execution.operands.map((operand) => printed(operand, 'context')), execution.figure],
      cautions: [{ kind: 'recomputed', fact }],
    }
  const told = toldOtherwise(fact, held)
  if (told)
    return { figures: [disputed, printed(told, 'answer', true)], cautions: [{ kind: 'conflict', facts: [fact, told] }] }
  const rival = countedOtherwise(fact, held)
  if (!rival) return as(figure)
  const shown = printed(rival, 'context', true)
  return { figures: [disputed, shown], cautions: [{ kind: 'conflict', facts: [fact, rival] }] }
}
