import { lineFinder, type Span } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Role } from '../domain/table.ts'
import { draftDefaults, type FactDraft, fundOf, measureOf } from './fact-base.ts'
import { printedAmounts } from './printed-amounts.ts'

const SUBJECTS: readonly { readonly pattern: RegExp; readonly name: string; readonly role: Role }[] = [
  { pattern: /上级政府性基金/, name: '上级政府性基金安排的转移支付', role: 'income' },
  { pattern: /上级国有资本经营/, name: '上级国有资本经营预算安排的转移支付', role: 'income' },
  { pattern: /政府性基金/, name: '政府性基金预算支出', role: 'government_fund' },
  { pattern: /国有资本经营/, name: '国有资本经营预算支出', role: 'state_capital' },
  { pattern: /社会保险基金/, name: '社会保险基金预算支出', role: 'social_insurance_fund' },
  { pattern: /征收计划/, name: '征收计划', role: 'levy_plan' },
  { pattern: /购置车辆|车辆购置|公务用车购置/, name: '公务用车购置费', role: 'three_public' },
  { pattern: /因公出国/, name: '因公出国（境）费', role: 'three_public' },
  { pattern: /公务接待/, name: '公务接待费', role: 'three_public' },
  { pattern: /政府购买服务/, name: '政府购买服务', role: 'purchased_services' },
  { pattern: /政府采购/, name: '政府采购预算', role: 'procurement' },
]

/** Longer paragraphs tell of more than a subject being empty. */
const LONGEST_DECLARATION = 400
const NONE = /未安排|没有|无(?!论|法|关)|为空表|空表|未使用/

/**
 * Facts of sentences that declare a subject empty ("政府性基金预算支出情况表为空表"): the amount is 0, and the sentence
 * is what proves it. A sentence with any figure in it declares nothing.
 */
export function declaredEmptyFacts(
  spans: readonly Span[],
  identity: Identity,
  section: readonly string[],
  unit: string,
): FactDraft[] {
  const text = spans.map((span) => span.text).join('')
  if (text.length > LONGEST_DECLARATION || !NONE.test(text)) return []
  const lineAt = lineFinder(spans)
  const facts: FactDraft[] = []
  let from = 0
  for (const sentence of text.split(/(?<=[。；])/)) {
    const compact = squeeze(sentence)
    if (NONE.test(compact) && printedAmounts(sentence).length === 0 && !/原因/.test(compact)) {
      for (const subject of subjectsIn(compact)) facts.push(declare(subject, sentence, from))
    }
    from += sentence.length
  }
  return facts

  function declare(subject: (typeof SUBJECTS)[number], sentence: string, at: number): FactDraft {
    const start = at + (sentence.length - sentence.trimStart().length)
    return {
      ...draftDefaults(identity),
      kind: 'level',
      measure: measureOf(subject.name),
      role: subject.role,
      fund: fundOf(subject.role, subject.name),
      total: true,
      amount: { value: '0', unit, raw: sentence.trim() },
      origin: 'declared',
      section: [...section],
      quote: sentence.trim(),
      source: lines(lineAt(start), lineAt(at + sentence.trimEnd().length - 1)),
    }
  }
}

/** What a sentence declares empty; transfers from a higher level are not the fund of the unit itself. */
function subjectsIn(sentence: string): (typeof SUBJECTS)[number][] {
  const found = SUBJECTS.filter(({ pattern }) => pattern.test(sentence))
  const upper = found.filter(({ name }) => name.startsWith('上级'))
  return upper.length > 0 ? upper : found
}
