import type { CoveredDocument } from '../../lookup/coverage-contract.ts'
import type { Language } from './words.ts'

type Role = CoveredDocument['tables'][number]['role']

/** What a table of a role can be asked for. */
const SUBJECTS: readonly { readonly role: Role; readonly zh: string; readonly en: string }[] = [
  { role: 'three_public', zh: '“三公”经费', en: 'the three public expenses' },
  { role: 'expenditure', zh: '支出总计', en: 'total expenditure' },
  { role: 'basic_expenditure', zh: '基本支出', en: 'basic expenditure' },
  { role: 'project_expenditure', zh: '项目支出', en: 'project expenditure' },
]

/** Questions about what a document holds figures of; none where it does not say whose and of when it is. */
export function documentQuestions(document: CoveredDocument, language: Language): readonly string[] {
  const { organization, fiscalYear, basis, tables } = document
  if (fiscalYear === null || basis === null) return []
  const held = new Set(tables.filter(({ state }) => state === 'held').map(({ role }) => role))
  return SUBJECTS.filter(({ role }) => held.has(role)).map((subject) => {
    if (language === 'zh')
      return `${organization}${fiscalYear}年${subject.zh}${basis === 'budget' ? '预算' : '决算'}是多少？`
    const verb = basis === 'budget' ? 'budget for' : 'spend on'
    return `How much did ${organization} ${verb} ${subject.en} in ${fiscalYear}?`
  })
}
