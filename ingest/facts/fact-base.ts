import { type Account, accountByCode, accountsByName } from '../classification/index.ts'
import type { Identity } from '../domain/document.ts'
import type { Fact, Measure } from '../domain/fact.ts'
import type { Role } from '../domain/table.ts'

/** A fact before it is numbered and tied to its document. */
export type FactDraft = Omit<Fact, 'id' | 'documentId' | 'organization' | 'level'>

/** What every fact of a document starts from; a maker overrides what its cell or sentence says otherwise. */
export function draftDefaults(
  identity: Identity,
): Pick<
  FactDraft,
  | 'fiscalYear'
  | 'basis'
  | 'stage'
  | 'comparator'
  | 'direction'
  | 'parents'
  | 'facet'
  | 'project'
  | 'fund'
  | 'total'
  | 'of'
  | 'tableId'
  | 'row'
  | 'column'
  | 'section'
> {
  return {
    fiscalYear: identity.fiscalYear,
    basis: identity.basis,
    stage: null,
    comparator: null,
    direction: null,
    parents: [],
    facet: [],
    project: null,
    fund: null,
    total: false,
    of: null,
    tableId: null,
    row: [],
    column: [],
    section: [],
  }
}

/** Roles whose money is the general public budget's unless a header says otherwise. */
const GENERAL_ROLES: ReadonlySet<Role> = new Set([
  'general_public_budget',
  'basic_expenditure',
  'three_public',
  'fiscal_appropriation',
  'appropriation_economic',
  'operating_expense',
])
const ALL_FUNDS_ROLES: ReadonlySet<Role> = new Set(['income', 'expenditure', 'income_expenditure'])

/** Of which money a figure speaks, by the table or section it stands in and the words around it. */
export function fundOf(role: Role, words: string): Fact['fund'] {
  if (role === 'government_fund') return 'government_fund'
  if (role === 'state_capital') return 'state_capital'
  if (/政府性基金/.test(words)) return 'government_fund'
  if (/国有资本经营/.test(words)) return 'state_capital'
  if (GENERAL_ROLES.has(role)) return 'general'
  if (/一般公共预算|(?<!非)财政拨款/.test(words)) return 'general'
  return ALL_FUNDS_ROLES.has(role) ? 'all' : null
}

/**
 * A measure by its printed name, with the national code where a code is given, or the name settles it, or the account
 * that contains it does (行政运行 under 医疗卫生与计划生育管理事务). `parents` are outermost first.
 */
export function measureOf(name: string, code: string | null = null, parents: readonly string[] = []): Measure {
  if (code) return { name, code, classification: /^2/.test(code) ? 'functional' : 'economic' }
  const accounts = accountsByName(name)
  const only = accounts.length > 1 ? accountUnder(accounts, parents.at(-1)) : accounts[0]
  return { name, code: only?.code ?? null, classification: only?.classification ?? null }
}

/** A measure that is no national account, whatever its name. */
export function unclassified(name: string): Measure {
  return { name, code: null, classification: null }
}

/** The one of several accounts of a name that stands under the account of another name. */
function accountUnder(accounts: readonly Account[], parent: string | undefined): Account | undefined {
  const above = parent === undefined ? [] : accountsByName(parent)
  const under = accounts.filter(({ code }) =>
    above.some((account) => code !== account.code && code.startsWith(account.code)),
  )
  return under.length === 1 ? under[0] : undefined
}

/** The national name for a code, where the document leaves the name out. */
export function nameOfCode(code: string): string | null {
  return accountByCode(code)?.name ?? null
}
