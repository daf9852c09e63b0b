import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import { type DerivedFigure, type Evidence, printed, type ShownFigure } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { planOfUnit } from '../several.ts'
import { growthFigure } from './growth.ts'
import { derived, evidenceOf, type OperandFinder, reckoned } from './operand-finder.ts'
import { perFigure } from './per-unit.ts'
import { shareFigure } from './share.ts'
import { sortedBySize } from './size.ts'
import { sumFigure } from './sum.ts'
import type { Wish } from './wish.ts'

/** One figure a unit, in order of size where a ranking is asked; the difference of two; the sum of all. Null where fewer than two units have one. */
export function acrossUnits(
  plan: Plan,
  wish: Wish,
  units: readonly string[],
  documents: readonly DocumentRecord[],
  finder: OperandFinder,
): Evidence | null {
  const figures = units.flatMap((unit) => unitFigure(planForUnit(plan, wish, unit, documents), wish, finder) ?? [])
  const named = plan.organizations.named.length
  // Of units that the question names, each must have its figure, or nothing can be held against anything.
  if (figures.length < 2 || figures.length < named) return null
  if (wish.over === 'sum') return sumAcross(plan, figures)
  const ordered = sortedBySize(figures, wish.ascending)
  const gap = gapOfTwo(ordered)
  return evidenceOf(plan, gap ? [...ordered, gap] : ordered)
}

/** The units that lack the figure that is asked of each. */
export function unitsLacking(
  plan: Plan,
  wish: Wish,
  units: readonly string[],
  documents: readonly DocumentRecord[],
  finder: OperandFinder,
): string[] {
  return units.filter((unit) => unitFigure(planForUnit(plan, wish, unit, documents), wish, finder) === null)
}

function planForUnit(plan: Plan, wish: Wish, unit: string, documents: readonly DocumentRecord[]): Plan {
  const compared = wish.over === 'difference' || wish.over === 'rank'
  // "高多少" asks by how much the units differ, not how each changed.
  const kinds =
    compared && wish.each !== 'growth' ? plan.kinds.filter((kind) => kind !== 'change' && kind !== 'rate') : plan.kinds
  return { ...planOfUnit(plan, unit, documents), kinds }
}

/** Of two printed figures also by how much they differ. */
function gapOfTwo(ordered: readonly ShownFigure[]): DerivedFigure | null {
  const facts = ordered.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : []))
  return ordered.length === 2 && facts.length === 2 ? derived('difference', facts) : null
}

/** A unit's figure: printed, or reckoned where the question wants a share, a rate, a figure a head or a sum of several items. */
function unitFigure(plan: Plan, wish: Wish, finder: OperandFinder): ShownFigure | null {
  if (wish.each === 'share') return shareFigure(plan, finder)
  if (wish.each === 'per') return perFigure(plan, finder)
  if (wish.each === 'growth') return growthFigure(plan, finder)
  const sum = wish.over === 'sum' ? sumFigure(plan, wish, finder) : null
  if (sum) return sum
  const fact = finder.fact(plan)
  return fact && printed(fact, 'answer')
}

function sumAcross(plan: Plan, figures: readonly ShownFigure[]): Evidence | null {
  const facts = figures.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : []))
  // Shares and rates are held against each other, never added up.
  const ratios = facts.some(({ amount }) => amount.unit === '%')
  if (ratios || facts.length < figures.length) return evidenceOf(plan, figures)
  return reckoned(plan, 'sum', facts)
}
