import { convertMoney, isMoney } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import { measureKey, sameFrame } from '../../../ingest/domain/sameness.ts'
import type { Plan } from '../plan.ts'
import { roundsTo } from '../rounding.ts'
import { SIDE_NAME, type Side, sidesCompared } from '../sides.ts'
import { isMeasureOf } from './growth.ts'
import type { OperandFinder } from './operand-finder.ts'

/** One thing in two years, stages or bases that the question holds against each other: "2032年预算比2031年执行数少多少". */
export function sideOperands(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  const compared = sidesCompared(plan.question)
  if (!compared) return null
  const thing = thingCompared(plan)
  const [a, b] = compared.map(({ year, ...frame }) => {
    const side: Plan = { ...thing, ...frame, years: year === null ? plan.years : [year], basisStrict: true }
    return finder.fact(side)
  })
  if (!a || !b) return widestOfBoth(compared, plan, finder)
  return isMeasureOf(a, b) ? besideEachOther(a, b, finder.held(withoutFrame(plan))) : null
}

/** Facts of any year, basis and stage. */
function withoutFrame(plan: Plan): Plan {
  return { ...plan, basis: null, basisStrict: false, stage: null }
}

/** The two as one sentence prints them, where one does: a table's figure to the 元 is not set against rounded prose. */
function besideEachOther(a: Fact, b: Fact, held: readonly Fact[]): [Fact, Fact] {
  const beside = (fact: Fact, other: Fact) =>
    held.find(
      (candidate) =>
        candidate.quote === other.quote &&
        measureKey(candidate) === measureKey(fact) &&
        sameFrame(candidate, fact) &&
        candidate.facet.join() === fact.facet.join() &&
        roundsTo(candidate.amount, fact.amount),
    )
  if (a.quote === b.quote) return [a, b]
  const [first, second] = [beside(a, b), beside(b, a)]
  return first ? [first, b] : second ? [a, second] : [a, b]
}

/** Where a question names nothing to compare: the most money of which one sentence prints both sides. */
export function widestOfBoth(compared: readonly [Side, Side], plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  if (namesThing(plan)) return null
  const held = finder.held(withoutFrame(plan)).filter((fact) => fact.kind === 'level' && fact.project === null)
  const [ofFirst, ofSecond] = compared.map((side) => held.filter((fact) => isOfSide(fact, side)))
  const pairs = (ofFirst ?? []).flatMap((a): [Fact, Fact][] =>
    (ofSecond ?? [])
      .filter((b) => b.quote === a.quote && measureKey(b) === measureKey(a) && b.parents.join() === a.parents.join())
      .map((b) => [a, b]),
  )
  const size = ([{ amount }]: [Fact, Fact]) => Number(convertMoney(amount.value, amount.unit, '元') ?? 0)
  return pairs.sort((one, other) => size(other) - size(one))[0] ?? null
}

function isOfSide({ basis, stage, fiscalYear, amount }: Fact, side: Side): boolean {
  return (
    basis === side.basis &&
    stage === side.stage &&
    (side.year === null || fiscalYear === side.year) &&
    isMoney(amount.unit)
  )
}

function namesThing(plan: Plan): boolean {
  return thingCompared(plan).concepts.length + thingCompared(plan).subject.length > 0
}

/** What is compared, without the words for the sides themselves; a question that names nothing else compares the whole. */
export function thingCompared(plan: Plan): Plan {
  const named = plan.concepts.filter(({ weight, surface }) => weight !== 'soft' && !SIDE_NAME.test(surface))
  return named.length > 0
    ? { ...plan, concepts: named }
    : { ...plan, concepts: [], subject: plan.subject.filter((piece) => piece.length >= 5) }
}
