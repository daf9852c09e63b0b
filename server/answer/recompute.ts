import {
  compareDecimals,
  type Decimal,
  decimal,
  divideDecimals,
  isMoney,
  negative,
  sumDecimals,
} from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { measureKey } from '../../ingest/domain/sameness.ts'
import { calculate, type Operation } from './calculate/arithmetic.ts'
import type { DerivedFigure } from './evidence.ts'

/**
 * What a stated rate of change or share comes to by its own operands, where that is another figure; null where it
 * follows from them within what rounding of the print allows, or they are not printed.
 */
export function recomputed(stated: Fact, held: readonly Fact[]): DerivedFigure | null {
  const reckoning =
    stated.kind === 'rate' ? rateOf(stated, held) : stated.kind === 'share' ? shareOf(stated, held) : null
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

/** All values that a printed figure may have been rounded from. */
interface Range {
  readonly low: Decimal
  readonly high: Decimal
}

/** A rate against the year before: the change by the level that it started from. */
function rateOf(stated: Fact, held: readonly Fact[]): Reckoning | null {
  if (!stated.facet.some((facet) => facet.startsWith('比上年'))) return null
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

/** Money is reckoned to two decimals, though trailing zeros are not printed: "6 万元" is no rounded 5.6. */
const MONEY_SCALE = 2

function rangeOf({ amount }: Pick<Fact, 'amount'>): Range {
  const value = decimal(amount.value)
  const half = { digits: 5n, scale: (isMoney(amount.unit) ? Math.max(value.scale, MONEY_SCALE) : value.scale) + 1 }
  return { low: sumDecimals([value, negative(half)]), high: sumDecimals([value, half]) }
}

function plus(a: Range, b: Range): Range {
  return { low: sumDecimals([a.low, b.low]), high: sumDecimals([a.high, b.high]) }
}

function minus(a: Range, b: Range): Range {
  return { low: sumDecimals([a.low, negative(b.high)]), high: sumDecimals([a.high, negative(b.low)]) }
}

/** Enough decimals that no rounding of the quotient decides. */
const SCALE = 8

/** Whether a stated percentage may be the quotient of the two ranges. */
function covers([numerator, denominator]: readonly [Range, Range], stated: Fact): boolean {
  const percent = rangeOf(stated)
  if (denominator.low.digits <= 0n) return true
  const low = divideDecimals({ ...numerator.low, digits: numerator.low.digits * 100n }, denominator.high, SCALE)
  const high = divideDecimals({ ...numerator.high, digits: numerator.high.digits * 100n }, denominator.low, SCALE)
  if (!low || !high) return true
  return compareDecimals(low, percent.high) <= 0 && compareDecimals(high, percent.low) >= 0
}
