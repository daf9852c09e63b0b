import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { measureKey } from '../../ingest/domain/sameness.ts'
import { calculate, type Operation } from './calculate/arithmetic.ts'
import type { DerivedFigure } from './evidence.ts'
import { covers, minus, plus, type Range, rangeOf } from './ranges.ts'

/**
 * What a stated rate of change or share comes to by its own operands, where that is another figure; null where it
 * follows from them within what rounding of the print allows, or they are not printed.
 */
export function recomputed(stated: Fact, held: readonly Fact[]): DerivedFigure | null {
  const reckoning =
    stated.kind === 'rate' ? rateIn(stated, held) : stated.kind === 'share' ? shareOf(stated, held) : null
  if (!reckoning || covers(reckoning.quotient, stated)) return null
  const { operation, operands } = reckoning
  if (!calculate(operation, operands)) return null
  return { form: 'derived', role: 'context', operation, operands, unit: null }
}

interface Reckoning {
  readonly operation: Operation
  readonly operands: readonly [Fact, Fact]
  /** Numerator and denominator of the percentage. */
  readonly quotient: readonly [Range, Range]
}

/** A rate against the year before, from the change that the document states or from the levels of both years. */
function rateIn(stated: Fact, held: readonly Fact[]): Reckoning | null {
  return isAgainstYearBefore(stated) ? (rateOf(stated, held) ?? rateBetween(stated, held)) : null
}

function isAgainstYearBefore({ facet }: Fact): boolean {
  return facet.some((word) => word.startsWith('比上年'))
}

/** The levels of this year and of the year before as the very sentence prints them. */
function rateBetween(stated: Fact, held: readonly Fact[]): Reckoning | null {
  const said = held.filter(
    (fact) =>
      fact.documentId === stated.documentId &&
      fact.quote === stated.quote &&
      fact.kind === 'level' &&
      fact.project === stated.project &&
      measureKey(fact) === measureKey(stated),
  )
  const [now, more] = said.filter(({ fiscalYear }) => fiscalYear === stated.fiscalYear)
  const [before, other] = said.filter(({ fiscalYear }) => fiscalYear === (stated.fiscalYear ?? 0) - 1)
  if (!now || !before || more || other || now.amount.unit !== before.amount.unit) return null
  const [a, b] = [rangeOf(now), rangeOf(before)]
  const moved = stated.direction === 'down' ? minus(b, a) : minus(a, b)
  return { operation: 'growth', operands: [now, before], quotient: [moved, b] }
}

/** A rate against the year before: the change by the level that it started from. */
function rateOf(stated: Fact, held: readonly Fact[]): Reckoning | null {
  const near = siblings(stated, held)
  const change = near.find(({ kind }) => kind === 'change')
  const level = near.find(({ kind, facet }) => kind === 'level' && facet.length === 0)
  if (!change || !level || change.amount.unit !== level.amount.unit || change.direction === null) return null
  const [moved, now] = [rangeOf(change), rangeOf(level)]
  const before = change.direction === 'down' ? plus(now, moved) : minus(now, moved)
  return { operation: 'rate', operands: [change, level], quotient: [moved, before] }
}

/** A share of a whole that the document names and prints. */
function shareOf(stated: Fact, held: readonly Fact[]): Reckoning | null {
  if (stated.of === null) return null
  const wanted = comparable(stated.of)
  const part = siblings(stated, held).find(({ kind, facet }) => kind === 'level' && facet.length === 0)
  const whole = held.find(
    (fact) =>
      isBeside(fact, stated) &&
      fact.kind === 'level' &&
      fact.facet.length === 0 &&
      comparable(fact.measure.name) === wanted,
  )
  if (!part || !whole || part.amount.unit !== whole.amount.unit) return null
  return { operation: 'share', operands: [part, whole], quotient: [rangeOf(part), rangeOf(whole)] }
}

/** Whether a fact speaks of the same year, basis, stage, role and project as another of its document. */
function isBeside(fact: Fact, stated: Fact): boolean {
  return (
    fact.documentId === stated.documentId &&
    fact.fiscalYear === stated.fiscalYear &&
    fact.basis === stated.basis &&
    fact.stage === stated.stage &&
    fact.role === stated.role &&
    fact.project === stated.project
  )
}

/** Figures of the same thing, those of the same sentence first, then the nearest. */
function siblings(stated: Fact, held: readonly Fact[]): Fact[] {
  const key = measureKey(stated)
  const alike = held.filter(
    (fact) => fact !== stated && isBeside(fact, stated) && fact.origin === stated.origin && measureKey(fact) === key,
  )
  const near = (fact: Fact) => Math.abs(fact.source.from - stated.source.from)
  const same = ({ quote }: Fact) => (quote === stated.quote ? 0 : 1)
  return alike.sort((a, b) => same(a) - same(b) || near(a) - near(b))
}
