import type { Fact } from '../../ingest/domain/fact.ts'
import { phrase } from '../../prompts/phrases.ts'
import type { Language } from './contract.ts'
import type { Caution } from './evidence.ts'
import type { Plan } from './plan.ts'

type ScopeKey = 'basicExpenditure' | 'threePublic' | 'all' | 'general' | 'governmentFund' | 'stateCapital'

/** Words of a name that say its scope already. */
const SAID: Readonly<Record<ScopeKey, RegExp>> = {
  basicExpenditure: /基本支出/,
  threePublic: /三公/,
  all: /全部|所有/,
  general: /一般公共预算|财政拨款/,
  governmentFund: /基金/,
  stateCapital: /国有资本/,
}

const FUNDS: Readonly<Record<NonNullable<Fact['fund']>, ScopeKey>> = {
  all: 'all',
  general: 'general',
  government_fund: 'governmentFund',
  state_capital: 'stateCapital',
}

/** What a figure is called, with its scope where the question limits itself to it or another scope stands beside it. */
export function withScope(
  language: Language,
  fact: Fact,
  label: string,
  plan: Pick<Plan, 'roles' | 'fund'>,
  cautions: readonly Caution[],
): string {
  const key = scopeOf(fact, plan, cautions)
  // A name that says its scope already needs no second word for it.
  if (key === null || SAID[key].test(label)) return label
  return phrase(language, 'scope.inLabel', { label, scope: phrase(language, `scope.${key}`, {}) })
}

function scopeOf(
  fact: Fact,
  { roles, fund }: Pick<Plan, 'roles' | 'fund'>,
  cautions: readonly Caution[],
): ScopeKey | null {
  const beside = (about: 'three_public' | 'funds') =>
    cautions.some((caution) => caution.kind === 'scope' && caution.about === about)
  if (roles.includes(fact.role) || beside('three_public')) {
    if (fact.role === 'basic_expenditure') return 'basicExpenditure'
    if (fact.role === 'three_public') return 'threePublic'
  }
  return fact.fund !== null && (fact.fund === fund || beside('funds')) ? FUNDS[fact.fund] : null
}
