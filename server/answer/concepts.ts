import { ACCOUNTS, TERMS, translate } from '../../ingest/classification/index.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { Concept } from './plan.ts'

/** A concept with where it stands in the text it was found in. */
export interface FoundConcept extends Concept {
  readonly from: number
  readonly to: number
}

interface Entry {
  readonly surface: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
  readonly weight: Concept['weight']
}

/** Terms whose everyday forms stand in almost any question: they hint, but rule nothing out. */
const SOFT_TERMS = new Set([
  'total_income',
  'total_expenditure',
  'total_budget',
  'income_of_year',
  'expenditure_of_year',
  'initial_budget',
  'adjusted_budget',
  'executed',
  'final_accounts_figure',
  'budget_figure',
  'budget_arrangement',
  'total_funds',
  'financial_funds',
  'other_funds',
  'total_assets',
  'higher_level_subsidy_income',
  'transfer_to_lower',
  'procurement',
  'office_furniture',
  'running_project',
])
const SCOPE_TERMS = new Set([
  'basic_expenditure',
  'project_expenditure',
  'personnel',
  'public_use',
  'general_public_budget',
  'general_public_budget_expenditure',
  'government_fund_budget',
  'state_capital_budget',
  'fiscal_appropriation_income',
  'fiscal_appropriation_expenditure',
  'three_public',
  'carry_over',
  'unit_funds',
])

/** Terms that only say which basis is meant; the plan says that already. */
const UNTELLING_TERMS = new Set(['budget_figure', 'final_accounts_figure', 'person_times', 'batches'])

let dictionary: Map<string, Entry> | null = null
let longest = 0

/** Every name and synonym of accounts and terms, by its comparable spelling. Built once, on first use. */
function entries(): Map<string, Entry> {
  if (dictionary) return dictionary
  const built = new Map<string, Entry>()
  const add = (
    surface: string,
    names: readonly string[],
    codes: readonly string[],
    weight: Concept['weight'],
    counted = false,
  ) => {
    const key = comparable(surface)
    if (key.length < 2 || /多少|几个|哪|^(?:人次|批次|人数|金额|次数|项目|经费|支出|收入|资金)$|公开$/.test(key)) return
    // A short everyday word may be part of another; only official names of two characters (水费) rule facts out.
    const own = weight === 'item' && key.length <= 2 && surface !== names[0] && !counted ? 'scope' : weight
    const known = built.get(key)
    built.set(key, {
      surface: key,
      names: [...new Set([...(known?.names ?? []), ...names])],
      codes: [...new Set([...(known?.codes ?? []), ...codes])],
      weight: known?.weight === 'item' ? 'item' : own,
    })
  }
  for (const account of ACCOUNTS) {
    const forms = [account.name, ...account.synonyms]
    for (const form of forms) add(form, forms, [account.code], 'item')
  }
  for (const term of TERMS) {
    if (UNTELLING_TERMS.has(term.id)) continue
    const forms = [term.name, ...term.synonyms]
    const weight =
      term.kind === 'scope' || term.kind === 'table' || SCOPE_TERMS.has(term.id)
        ? 'scope'
        : SOFT_TERMS.has(term.id) || term.kind === 'rate' || term.kind === 'score'
          ? 'soft'
          : 'item'
    for (const form of forms) add(form, forms, [], weight, term.kind === 'count')
  }
  longest = Math.max(...[...built.keys()].map((key) => key.length))
  dictionary = built
  return built
}

/** Known names in a text, longest first, none overlapping, in reading order. The text must be {@link comparable}. */
export function findConcepts(text: string): FoundConcept[] {
  const known = entries()
  const found: FoundConcept[] = []
  for (let from = 0; from < text.length; ) {
    const match = longestAt(known, text, from)
    if (match)
      found.push({ ...match, names: [...match.names], codes: [...match.codes], from, to: from + match.surface.length })
    from += match ? match.surface.length : 1
  }
  return found
}

/** Every known name, in {@link comparable} spelling. */
export function knownNames(): string[] {
  return [...entries().keys()]
}

function longestAt(known: ReadonlyMap<string, Entry>, text: string, from: number): Entry | null {
  for (let length = Math.min(longest, text.length - from); length >= 2; length -= 1) {
    const entry = known.get(text.slice(from, from + length))
    if (entry) return entry
  }
  return null
}

/** Words that any budget question holds and that tell no figure from another. */
const UNTELLING_WORDS = new Set([
  '预算',
  '预算数',
  '决算',
  '决算数',
  '支出',
  '收入',
  '费',
  '费用',
  '金额',
  '数额',
  '局',
  '单位',
  '部门',
  '年度',
  '资金',
  '经费',
  '合计',
  '总计',
  '总额',
  '总数',
  '全部',
])

/** English phrases of a question with the Chinese words they stand for. */
export interface EnglishTerm {
  readonly english: string
  readonly chinese: readonly string[]
  readonly from: number
  readonly to: number
}

export function findEnglishTerms(text: string): readonly EnglishTerm[] {
  return translate(text).terms.filter(({ chinese }) => chinese.some((word) => !UNTELLING_WORDS.has(word)))
}
