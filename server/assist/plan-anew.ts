import { fillPrompt, type PromptMark, quotedData } from '../../prompts/prompts.ts'
import type { Desk, Found } from '../answer/assistant.ts'
import { leadingFact, type ShownFigure } from '../answer/evidence.ts'
import type { Budget } from '../model/budget.ts'
import type { ChatMessage, ChatModel } from '../model/chat.ts'
import { nameOf, type Offer, offerFor } from './offer.ts'
import { type Proposal, planOf, proposalSchema } from './proposal.ts'

const MOST_TOKENS = 300

/** What a model is told to choose from. */
export interface Planning {
  readonly messages: readonly ChatMessage[]
  readonly mark: PromptMark
  readonly offer: Offer
}

/**
 * Whether a question is one that words alone could not settle: it names no unit, year or basis that is not held, nor an
 * item by a name of the national accounts (that it is not held is then the answer), and yet nothing was found; or it leans
 * on a question before it in a way that left it open. A question that several things fit is for the person to settle.
 */
export function isUnsettled({ plan, evidence }: Found, before: string | null): boolean {
  if (evidence.status === 'answered' || plan.operation === 'coverage' || plan.organizations.unknown.length > 0)
    return false
  if (evidence.status === 'ambiguous') return before !== null && plan.organizations.named.length === 0
  const named = plan.concepts.some(({ weight }) => weight === 'item')
  const open = evidence.missing.every(({ what }) => what === 'measure' || what === 'operands')
  return open && !named && (plan.subject.length > 0 || before !== null)
}

/** The material for a plan; null where nothing is near the question. */
export async function planningOf(found: Found, { index, before }: Desk): Promise<Planning | null> {
  const offer = await offerFor(found, before, index)
  if (!offer) return null
  const { text, mark } = fillPrompt('plan', {})
  const data = {
    question: found.question,
    before,
    organizations: offer.organizations,
    years: offer.years.map(String),
    measures: Object.fromEntries(offer.measures),
  }
  return {
    messages: [
      { role: 'system', text },
      { role: 'user', text: quotedData(data) },
    ],
    mark,
    offer,
  }
}

/** What the model chooses. Throws ModelFailure where it fills in no form. */
export function propose({ messages, offer }: Planning, model: ChatModel, budget: Budget): Promise<Proposal> {
  const request = { purpose: 'plan', messages, maxTokens: MOST_TOKENS, budget } as const
  return model.fill(request, { name: 'proposal', schema: proposalSchema(offer) })
}

/** The answer to the question that a proposal comes to; null where it comes to none, or the answer is of something else. */
export async function findAnew(
  proposal: Proposal,
  { offer }: Planning,
  asked: Found,
  desk: Desk,
): Promise<Found | null> {
  const proposed = planOf(proposal, offer, asked.plan, desk.index.documents())
  if (!proposed) return null
  const found = await desk.find(proposed.question, proposed.plan)
  const { evidence } = found
  if (evidence.status !== 'answered' || (evidence.form !== 'figures' && evidence.form !== 'list')) return null
  const chosen = new Set(proposed.names)
  const answers = evidence.figures.filter(({ role }) => role === 'answer')
  return answers.every((shown) => isOf(shown, chosen)) ? { ...found, understood: proposed.question } : null
}

function isOf(shown: ShownFigure, names: ReadonlySet<string>): boolean {
  const facts = shown.form === 'derived' ? shown.operands : [leadingFact(shown)]
  return facts.every((fact) => names.has(nameOf(fact)) || names.has(fact.measure.name))
}
