import { compareDecimals, convertMoney, decimal } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import type { Evidence } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { readSubject } from '../read-subject.ts'
import { type OperandFinder, reckoned } from './operand-finder.ts'

/** What is left out of a whole: "没有授予…的部分", "除…以外", "excluding …". */
const LEFT_OUT: readonly RegExp[] = [
  /(?:没有?|未)(?!安排|列|编)([^,，。?？的]{2,16})的(?:部分|金额|钱|资金|那些|合同)/,
  /除(?:了|去)?([^,，。?？]{2,16}?)(?:之外|以外|外)/,
  /(?:不含|不包括|扣除|剔除)([^,，。?？的]{2,16})/,
  /(?:excluding|other than|apart from|except(?: for)?|not (?:going|awarded|granted) to)\s+([a-z\s]{3,40})/i,
]

export function asksForRest(question: string): boolean {
  return LEFT_OUT.some((pattern) => pattern.test(question))
}

/** A whole less the part that the question leaves out; null where the two are not of one table or section. */
export function restEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const match = LEFT_OUT.map((pattern) => pattern.exec(plan.wording)).find((found) => found !== null)
  if (!match) return null
  const factOf = (text: string): Fact | null => {
    const { concepts, pieces } = readSubject(text, [])
    return finder.fact({ ...plan, operation: 'lookup', concepts, subject: pieces, whole: null, amounts: [] })
  }
  const [whole, part] = [factOf(plan.wording.replace(match[0], ' ')), factOf(match[1] ?? '')]
  if (!whole || !part || whole.role !== part.role || whole.documentId !== part.documentId) return null
  const own = convertMoney(part.amount.value, part.amount.unit, whole.amount.unit)
  const less = own !== null && compareDecimals(decimal(own), decimal(whole.amount.value)) < 0
  return less ? reckoned(plan, 'difference', [whole, part]) : null
}
