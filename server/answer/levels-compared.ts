import type { Fact } from '../../ingest/domain/fact.ts'
import { derived, evidenceOf } from './calculate/operand-finder.ts'
import { wishOf } from './calculate/wish.ts'
import { type Evidence, printed } from './evidence.ts'
import type { Plan } from './plan.ts'
import { planOf } from './several-questions.ts'

/** What a question wants of the figures of the two levels of one unit. */
export interface LevelsCompared {
  readonly operation: 'difference' | 'share'
  /** The plan of the one thing that is looked up at each level. */
  readonly thing: Plan
}

/** Between the two that are held against each other. */
const BETWEEN = /占|比(?!例|重|上年|去年)|较|与|和|跟|同| than | as a share of /
const LEVEL_WORDS = /(?:部门|单位)(?=预算|决算)|本级|部门|汇总|全部门/g

/** How a question that names both levels compares them ("本级的基本支出占部门的百分之几"); null where it does not. */
export function levelsCompared(plan: Plan): LevelsCompared | null {
  const wish = wishOf(plan.question, plan.kinds)
  const operation = plan.kinds[0] === 'share' ? 'share' : wish?.over === 'difference' ? 'difference' : null
  if (operation === null) return null
  const things = plan.wording
    .split(BETWEEN)
    .map((part) => planOf(part.replace(LEVEL_WORDS, ' '), plan))
    .map((thing): Plan => ({ ...thing, operation: 'lookup', kinds: [], units: [], whole: null }))
  // The second is said with its level alone, where it is the same thing.
  const named = things.filter(({ concepts }) => concepts.some(({ weight }) => weight !== 'soft'))
  const [thing] = named
  return thing === undefined || things.length < 2 ? null : { operation, thing }
}

/** What comes of the two figures, in the order in which the question names their levels; null where one is not found. */
export function comparedLevels(plan: Plan, { operation }: LevelsCompared, each: readonly Evidence[]): Evidence | null {
  const facts = each.flatMap((evidence) => answerOf(evidence) ?? [])
  const figure = facts.length === each.length ? derived(operation, facts) : null
  if (!figure) return null
  const role = operation === 'share' ? 'context' : 'answer'
  return evidenceOf(plan, [figure, ...facts.map((fact) => printed(fact, role))])
}

function answerOf(evidence: Evidence): Fact | null {
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return null
  const figure = evidence.figures.find(({ form, role }) => form === 'printed' && role === 'answer')
  return figure?.form === 'printed' ? figure.facts[0] : null
}
