import { lineFinder, type Span } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Role } from '../domain/table.ts'
import { clausesOf } from './clause.ts'
import { draftDefaults, type FactDraft, fundOf, measureOf } from './fact-base.ts'
import { printedAmounts } from './printed-amounts.ts'

/** What may be declared empty. */
interface Subject {
  readonly pattern: RegExp
  readonly name: string
  readonly role: Role
  /** The name where the words around it speak of income. */
  readonly income?: string
}

const PURCHASE: Subject = {
  pattern: /购置车辆|车辆购置|公务用车购置/,
  name: '公务用车购置费',
  role: 'three_public',
}

const SUBJECTS: readonly Subject[] = [
  { pattern: /上级政府性基金/, name: '上级政府性基金安排的转移支付', role: 'income' },
  { pattern: /上级国有资本经营/, name: '上级国有资本经营预算安排的转移支付', role: 'income' },
  {
    pattern: /政府性基金/,
    name: '政府性基金预算支出',
    role: 'government_fund',
    income: '政府性基金预算拨款收入',
  },
  {
    pattern: /国有资本经营/,
    name: '国有资本经营预算支出',
    role: 'state_capital',
    income: '国有资本经营预算拨款收入',
  },
  { pattern: /社会保险基金/, name: '社会保险基金预算支出', role: 'social_insurance_fund' },
  { pattern: /征收计划/, name: '征收计划', role: 'levy_plan' },
  PURCHASE,
  { pattern: /因公出国/, name: '因公出国（境）费', role: 'three_public' },
  { pattern: /公务接待/, name: '公务接待费', role: 'three_public' },
  { pattern: /政府购买服务/, name: '政府购买服务', role: 'purchased_services' },
  { pattern: /政府采购/, name: '政府采购预算', role: 'procurement' },
  { pattern: /机关运行经费/, name: '机关运行经费', role: 'operating_expense' },
]

/** Longer paragraphs tell of more than a subject being empty. */
const LONGEST_DECLARATION = 400
const NONE = /未安排|没有|无(?!论|法|关)|为空表|空表|未使用/

/** A paragraph that may declare something empty, and where it stands. */
export interface Declaration {
  readonly spans: readonly Span[]
  readonly identity: Identity
  readonly section: readonly string[]
  readonly role: Role
  /** The unit of money of the document's prose. */
  readonly unit: string
}

/**
 * Facts of sentences that declare a subject empty ("政府性基金预算支出情况表为空表"): the amount is 0, and the sentence
 * is what proves it. A sentence with a figure in it declares nothing, but for a clause of its own on purchases.
 */
export function declaredEmptyFacts(declaration: Declaration): FactDraft[] {
  const text = declaration.spans.map((span) => span.text).join('')
  if (text.length > LONGEST_DECLARATION || !NONE.test(text)) return []
  const facts: FactDraft[] = []
  let from = 0
  for (const sentence of text.split(/(?<=[。；])/)) {
    for (const { words, at, subject } of declarationsIn(sentence, declaration.role))
      facts.push(declare(subject, words, from + at, declaration))
    from += sentence.length
  }
  return facts
}

function declarationsIn(
  sentence: string,
  role: Role,
): { readonly words: string; readonly at: number; readonly subject: Subject }[] {
  const compact = squeeze(sentence)
  if (!NONE.test(compact) || /原因/.test(compact)) return []
  if (printedAmounts(sentence).length === 0)
    return subjectsIn(compact, role).map((subject) => ({ words: sentence, at: 0, subject }))
  const clause = clausesOf(sentence).find(({ text }) => NONE.test(text) && PURCHASE.pattern.test(squeeze(text)))
  const declares = clause !== undefined && printedAmounts(clause.text).length === 0
  return declares ? [{ words: clause.text, at: clause.from, subject: PURCHASE }] : []
}

function declare({ name, role }: Subject, words: string, at: number, declaration: Declaration): FactDraft {
  const { spans, identity, section, unit } = declaration
  const start = at + (words.length - words.trimStart().length)
  const lineAt = lineFinder(spans)
  return {
    ...draftDefaults(identity),
    kind: 'level',
    measure: measureOf(name),
    role,
    fund: fundOf(role, name),
    total: !name.endsWith('拨款收入'),
    amount: { value: '0', unit, raw: words.trim() },
    origin: 'declared',
    section: [...section],
    quote: words.trim(),
    source: lines(lineAt(start), lineAt(at + words.trimEnd().length - 1)),
  }
}

/** What a sentence declares empty; transfers from a higher level are not the fund of the unit itself. */
function subjectsIn(sentence: string, role: Role): Subject[] {
  const found = SUBJECTS.filter(({ pattern }) => pattern.test(sentence))
  const upper = found.filter(({ name }) => name.startsWith('上级'))
  if (upper.length > 0) return upper
  const ofIncome = (role === 'income' || /收入/.test(sentence)) && !/支出/.test(sentence)
  const incomeRole = role === 'fiscal_appropriation' || role === 'income_expenditure' ? role : 'income'
  return found.map((subject) =>
    ofIncome && subject.income !== undefined ? { ...subject, name: subject.income, role: incomeRole } : subject,
  )
}
