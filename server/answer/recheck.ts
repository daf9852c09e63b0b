import type { Fact } from '../../ingest/domain/fact.ts'
import { toldOtherwise } from './account-conflicts.ts'
import { type Completion, completedOtherwise } from './completion.ts'
import { countedOtherwise } from './count-conflicts.ts'
import { type Caution, type DerivedFigure, type PrintedFigure, printed, type ShownFigure } from './evidence.ts'
import { plannedOtherwise } from './project-conflicts.ts'
import { recomputed } from './recompute.ts'

/** Figures with what speaks against them beside them, and the cautions that say so. */
export interface Rechecked {
  readonly figures: readonly ShownFigure[]
  readonly cautions: readonly Caution[]
}

/**
 * Holds each answer against the other figures of its document: a stated percentage against its own operands, a number of
 * things against other numbers of them, an account of the tables against the prose. What differs stands beside it, and the
 * answer is disputed.
 */
export function recheck(
  figures: readonly PrintedFigure[],
  held: readonly Fact[],
  everything: () => readonly Fact[] = () => held,
): Rechecked {
  const each = figures.map((figure) =>
    figure.role === 'answer' && !figure.disputed ? against(figure, held, everything) : as(figure),
  )
  return { figures: each.flatMap((one) => one.figures), cautions: each.flatMap((one) => one.cautions) }
}

function as(figure: PrintedFigure): Rechecked {
  return { figures: [figure], cautions: [] }
}

function against(figure: PrintedFigure, held: readonly Fact[], everything: () => readonly Fact[]): Rechecked {
  const [fact] = figure.facts
  const disputed = { ...figure, disputed: true }
  const isRatio = fact.kind === 'rate' || fact.kind === 'share'
  const otherwise = isRatio ? recomputed(fact, everything()) : null
  if (otherwise)
    return { figures: [disputed, otherwise, ...operandsOf(otherwise)], cautions: [{ kind: 'recomputed', fact }] }
  const completed = isRatio ? completedOtherwise(fact, everything()) : null
  if (completed) return ofAnotherBudget(disputed, completed)
  const told = toldOtherwise(fact, held) ?? plannedOtherwise(fact, held)
  if (told)
    return { figures: [disputed, printed(told, 'answer', true)], cautions: [{ kind: 'conflict', facts: [fact, told] }] }
  const rival = countedOtherwise(fact, held)
  if (!rival) return as(figure)
  const shown = printed(rival, 'context', true)
  return { figures: [disputed, shown], cautions: [{ kind: 'conflict', facts: [fact, rival] }] }
}

/** What a stated percentage is held against is shown in figures, for the reader to reckon. */
function operandsOf({ operands }: DerivedFigure): PrintedFigure[] {
  return operands.map((operand) => printed(operand, 'context'))
}

function ofAnotherBudget(stated: PrintedFigure, { figure, named }: Completion): Rechecked {
  const [fact] = stated.facts
  const [, budget = fact] = figure.operands
  const beside = operandsOf(figure)
  if (!named) return { figures: [stated, figure, ...beside], cautions: [{ kind: 'recomputed', fact }] }
  return {
    figures: [stated, figure, printed(named, 'context'), ...beside],
    cautions: [{ kind: 'otherBase', fact, named, budget }],
  }
}
