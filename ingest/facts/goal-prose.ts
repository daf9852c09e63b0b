import type { Fact, FactKind } from '../domain/fact.ts'
import type { FactDraft } from './fact-base.ts'
import type { Setting } from './setting.ts'

type Meaning = Pick<FactDraft, 'kind' | 'basis' | 'comparator'>

/** A unit's own offices and people stand in its goals as facts, not as aims. */
const GIVEN = /^[下内]设|^(?:单位|部门)?(?:在职|在编|编制|实有|离?退休|离休)(?:人员|人数)?数?$/

/**
 * What a figure is in a goal or a result written out in words: a target of the budget, or what was reached. A sum in a
 * budget's goal stays a planned sum. Null where the words have no such purpose.
 */
export function meaningInForm(
  { purpose, identity }: Setting,
  said: { readonly name: string; readonly kind: FactKind },
  comparator: Fact['comparator'],
): Meaning | null {
  if (!purpose || GIVEN.test(said.name)) return null
  const aimed = said.kind === 'count' || said.kind === 'rate'
  const planned = said.kind === 'level' && identity.basis === 'final_accounts'
  if (!aimed && !planned) return null
  return purpose === 'target'
    ? { kind: 'target', basis: 'budget', comparator }
    : { kind: 'actual', basis: 'final_accounts', comparator: null }
}
