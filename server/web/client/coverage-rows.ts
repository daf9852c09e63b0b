import type { CoveredDocument } from '../../lookup/coverage-contract.ts'

export type Role = CoveredDocument['tables'][number]['role']

/** What every disclosure is to have. */
const STANDARD_ROLES: readonly Role[] = [
  'income_expenditure',
  'income',
  'expenditure',
  'fiscal_appropriation',
  'general_public_budget',
  'basic_expenditure',
  'project_expenditure',
  'three_public',
  'government_fund',
  'state_capital',
  'performance',
]

/** A line of the coverage: a document, or one that is missing beside it. */
export interface CoverageRow {
  readonly key: string
  readonly organization: string
  readonly fiscalYear: number | null
  readonly basis: CoveredDocument['basis']
  /** null: not held. */
  readonly document: CoveredDocument | null
}

/** The tables to show: those that every disclosure is to have, and what else is held. */
export function shownRoles(documents: readonly CoveredDocument[]): readonly Role[] {
  const held = documents.flatMap(({ tables }) => tables.map(({ role }) => role))
  return [...new Set([...STANDARD_ROLES, ...held])]
}

/**
 * The documents whose organisation, file or year holds the words, and beside each budget or final accounts that are held
 * alone the other of the two, as not held.
 */
export function coverageRows(documents: readonly CoveredDocument[], wanted: string): readonly CoverageRow[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const chosen = documents.filter(({ organization, file, title, fiscalYear }) => {
    const text = `${organization} ${file} ${title} ${fiscalYear ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return chosen.flatMap((document) => {
    const { id, organization, fiscalYear, basis } = document
    const own: CoverageRow = { key: id, organization, fiscalYear, basis, document }
    const other = basis === 'budget' ? 'final_accounts' : 'budget'
    const alone = !documents.some(
      (beside) => beside.organization === organization && beside.fiscalYear === fiscalYear && beside.basis === other,
    )
    if (basis === null || fiscalYear === null || !alone) return [own]
    return [own, { key: `${id}-${other}`, organization, fiscalYear, basis: other, document: null }]
  })
}
