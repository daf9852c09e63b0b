import { z } from 'zod'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { phrase } from '../../prompts/phrases.ts'
import { wishOf } from '../answer/calculate/wish.ts'
import { makePlan } from '../answer/make-plan.ts'
import { type Plan, planSchema } from '../answer/plan.ts'
import type { Offer } from './offer.ts'

const CALCULATIONS = ['none', 'share', 'difference', 'sum'] as const

/** The form that a model fills in: a choice among what is offered, in the terms of the plan. There is no field for a figure. */
export function proposalSchema({ organizations, years, measures }: Offer) {
  return z.strictObject({
    found: z.boolean(),
    organizations: z.array(oneOf(organizations)),
    years: z.array(oneOf(years.map(String))),
    basis: planSchema.shape.basis,
    measures: z.array(oneOf([...measures.keys()])),
    calculation: z.enum(CALCULATIONS),
  })
}
export type Proposal = z.infer<ReturnType<typeof proposalSchema>>

function oneOf(values: readonly string[]) {
  return z.enum(values.length > 0 ? values : ['none'])
}

const MOST_MEASURES = 4

/** A plan that was proposed and read, with the question that it stands for. */
export interface ProposedPlan {
  readonly question: string
  readonly plan: Plan
  /** Names of the items chosen. */
  readonly names: readonly string[]
}

/**
 * The plan that a proposal comes to: read by the same code from a question put together here, of names that are held. What
 * the question says itself stands: units, years, basis, kind of figure, and whether anything is to be reckoned, are not the
 * model's to change. Null where it chooses nothing, or something else comes of it than it says.
 */
export function planOf(
  proposal: Proposal,
  offer: Offer,
  asked: Plan,
  documents: readonly DocumentRecord[],
): ProposedPlan | null {
  const names = [...new Set(proposal.measures)].flatMap((key) => offer.measures.get(key) ?? []).slice(0, MOST_MEASURES)
  const reckons = proposal.calculation !== 'none'
  if (!proposal.found || names.length === 0 || reckons !== (wishOf(asked.question, asked.kinds) !== null)) return null
  const { named } = asked.organizations
  const organizations = named.length > 0 ? named : proposal.organizations.filter((name) => name !== 'none')
  const years = asked.years.length > 0 ? asked.years : proposal.years.filter((year) => year !== 'none').map(Number)
  const basis = asked.basis ?? proposal.basis
  const question = worded({ organizations, years, basis, names, calculation: proposal.calculation }, asked)
  const made = makePlan(question, documents, asked.language)
  const same = sameMembers(made.organizations.named, organizations) && sameMembers(made.years, years)
  if (!same) return null
  const kept = asked.kinds.length > 0 ? { kinds: asked.kinds, units: asked.units } : {}
  const basisKept = asked.basisStrict ? { basis: asked.basis, basisStrict: true, stage: asked.stage } : {}
  const plan = planSchema.parse({ ...made, ...kept, ...basisKept, moneyUnit: asked.moneyUnit })
  return { question, plan, names }
}

interface Choice {
  readonly organizations: readonly string[]
  readonly years: readonly number[]
  readonly basis: Plan['basis']
  readonly names: readonly string[]
  readonly calculation: Proposal['calculation']
}

/** The choice as a full question. */
function worded({ organizations, years, basis, names, calculation }: Choice, { language }: Plan): string {
  const and = language === 'zh' ? '和' : ' and '
  const [first = '', second] = names
  const frame = {
    organization: organizations.join(and),
    year: years.map((year) => phrase(language, 'year', { year: String(year) }).trim()).join(and),
    basis: basis === null ? '' : phrase(language, basis === 'budget' ? 'proposal.budget' : 'proposal.final', {}),
  }
  if (second === undefined || calculation === 'none')
    return phrase(language, names.length > 1 ? 'proposal.each' : 'proposal.one', { ...frame, items: names.join(and) })
  if (calculation === 'sum') return phrase(language, 'proposal.sum', { ...frame, items: names.join(and) })
  return phrase(language, `proposal.${calculation}`, { ...frame, a: first, b: second })
}

function sameMembers<Value>(one: readonly Value[], other: readonly Value[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value))
}
