import type { Fact } from '../../ingest/domain/fact.ts'
import type { Plan } from './plan.ts'
import { readSubject } from './read-subject.ts'

const JOINTS = /(?<!\uE000)(?:和|与|跟|以及|及|加(?!起来|总)|、|\+|＋| and | plus | vs\.? | versus |[()（）])/i

/**
 * A plan for each of the things that a question names together ("A 和 B", "A + B"); one plan where it names one. What
 * stands outside the enumeration (在三公里, 合计) does not make a thing.
 */
export function itemPlans(plan: Plan): Plan[] {
  const base: Plan = {
    ...plan,
    operation: 'lookup',
    kinds: plan.kinds.filter((kind) => kind === 'actual' || kind === 'target' || kind === 'score'),
  }
  const segments = segmentsOf(plan).map((segment) => readSubject(segment, []))
  const items = segments.filter(
    ({ concepts, pieces }) =>
      concepts.some(({ weight }) => weight !== 'soft') || pieces.some((piece) => /[\u4e00-\u9fa5]{4}/.test(piece)),
  )
  if (items.length < 2) return [base]
  return items.map(({ concepts, pieces }) => ({ ...base, concepts, subject: pieces, amounts: [], roles: [] }))
}

/** The wording cut at its joints, but not inside a known name (商品和服务支出). */
function segmentsOf(plan: Plan): string[] {
  const names = plan.concepts.map(({ surface }) => surface).filter((surface) => JOINTS.test(surface))
  const masked = names.reduce((text, name) => text.replaceAll(name, [...name].join(GLUE)), plan.wording)
  return masked.split(JOINTS).map((segment) => segment.replaceAll(GLUE, ''))
}

/** Stands between the characters of a name; a private-use character, so that no question holds it. */
const GLUE = '\uE000'

/** The part and the whole of "A 占 B"; the whole is null where nothing says what it is. */
export function sharePlans(plan: Plan): { part: Plan; whole: Plan | null } {
  const base: Plan = { ...plan, operation: 'lookup', kinds: [], units: [], moneyUnit: null, amounts: [] }
  const { whole } = plan
  return {
    part: base,
    whole: whole && { ...base, concepts: whole.concepts, subject: whole.subject, roles: [], fund: null },
  }
}

type FactsFor = (plan: Plan) => Fact[]

/** The two figures whose difference is asked for: budget and outcome, two scopes of one thing, or two things; null where they are not found. */
export function differenceOperands(plan: Plan, factsFor: FactsFor): [Fact, Fact] | null {
  const base: Plan = { ...plan, operation: 'lookup', kinds: [], units: [], moneyUnit: null }
  return bases(base, factsFor) ?? scopes(base, factsFor) ?? items(base, factsFor)
}

/** "预算同决算相差多少": one thing, planned and spent. */
function bases(plan: Plan, factsFor: FactsFor): [Fact, Fact] | null {
  if (
    !/预算|budget/i.test(plan.question) ||
    !/决算|执行|实际|没花完|剩|final|actual|unspent|spent/i.test(plan.question)
  )
    return null
  const named = plan.concepts.filter(({ weight }) => weight !== 'soft')
  // A question that names nothing else compares the whole.
  const thing: Plan =
    named.length > 0
      ? { ...plan, concepts: named }
      : { ...plan, concepts: [], subject: plan.subject.filter((piece) => piece.length >= 5) }
  const [budget] = factsFor({ ...thing, basis: 'budget', basisStrict: true })
  const [outcome] = factsFor({ ...thing, basis: 'final_accounts', basisStrict: true, stage: null })
  return budget && outcome && budget.basis !== outcome.basis ? [budget, outcome] : null
}

/** One thing whose figure for all funds differs from that for the general public budget. */
function scopes(plan: Plan, factsFor: FactsFor): [Fact, Fact] | null {
  const [a, b] = factsFor({ ...plan, fund: null, roles: [] })
  return a && b && a.fund !== b.fund && a.measure.name === b.measure.name ? [a, b] : null
}

function items(plan: Plan, factsFor: FactsFor): [Fact, Fact] | null {
  const facts = itemPlans(plan).flatMap((sub) => factsFor(sub).slice(0, 1))
  const [a, b] = facts.filter((fact, index) => facts.findIndex((other) => other.id === fact.id) === index)
  return a && b ? [a, b] : null
}
