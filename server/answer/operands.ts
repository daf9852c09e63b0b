import type { Fact } from '../../ingest/domain/fact.ts'
import type { Plan } from './plan.ts'

/** A plan for each of the things that a question names together: known items, or pieces that each may name a project. */
export function itemPlans(plan: Plan): Plan[] {
  const base: Plan = { ...plan, operation: 'lookup', kinds: [] }
  const items = plan.concepts.filter(({ weight }) => weight === 'item')
  const scopes = plan.concepts.filter(({ weight }) => weight !== 'item')
  if (items.length >= 2)
    return items.map((item) => ({ ...base, concepts: [item, ...scopes.filter(({ weight }) => weight === 'soft')] }))
  const pieces = plan.subject.filter((piece) => /[\u4e00-\u9fa5]{3}/.test(piece))
  if (items.length === 1 && pieces.length >= 1) {
    return [
      { ...base, subject: [] },
      ...pieces.map((piece) => ({
        ...base,
        concepts: scopes.filter(({ weight }) => weight === 'soft'),
        subject: [piece],
      })),
    ]
  }
  if (pieces.length >= 2) return pieces.map((piece) => ({ ...base, subject: [piece] }))
  return scopes.length >= 2 ? scopes.map((scope) => ({ ...base, concepts: [scope], subject: [] })) : [base]
}

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

/** "年初预算和最后决算差了多少": one thing, planned and spent. */
function bases(plan: Plan, factsFor: FactsFor): [Fact, Fact] | null {
  if (!/预算|budget/i.test(plan.question) || !/决算|执行|实际|final|actual/i.test(plan.question)) return null
  const [budget] = factsFor({ ...plan, basis: 'budget', basisStrict: true })
  const [outcome] = factsFor({ ...plan, basis: 'final_accounts', basisStrict: true, stage: null })
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
