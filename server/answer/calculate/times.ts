import type { Fact } from '../../../ingest/domain/fact.ts'
import { type Evidence, printed } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { readSubject } from '../read-subject.ts'
import { derived, evidenceOf, type OperandFinder } from './operand-finder.ts'

/** "A是B的多少倍", "how many times B is A", "A is how many times B". */
const TIMES: readonly RegExp[] = [
  /^(?<a>.{2,}?)(?:大概|大约|约)?(?:是|为|相当于|等于)(?<b>.{2,}?)的?(?:多少|几)倍/,
  /how many times (?:as (?:much|large|big|high) as |the (?:size|amount) of |larger than |bigger than )?(?<b>.{3,}?)\s+(?:is|are|was|were)\s+(?<a>[^?]{3,})/i,
  /(?<a>.{3,}?)\s+(?:is|are|was|were)\s+how many times (?:as (?:much|large|big|high) as |the (?:size|amount) of )?(?<b>[^?]{3,})/i,
]

export function asksTimes(question: string): boolean {
  return TIMES.some((pattern) => pattern.test(question))
}

/** How many times one thing another is, with both; null where one is not found. */
export function timesEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const sides = TIMES.map((pattern) => pattern.exec(plan.wording)?.groups).find((groups) => groups !== undefined)
  if (!sides) return null
  const { a: first = '', b: second = '' } = sides
  const [a, b] = [factOf(first, plan, finder), factOf(second, plan, finder)]
  const figure = a && b && a.id !== b.id ? derived('times', [a, b]) : null
  return a && b && figure && evidenceOf(plan, [figure, printed(a, 'context'), printed(b, 'context')])
}

function factOf(text: string, plan: Plan, finder: OperandFinder): Fact | null {
  const { concepts, pieces } = readSubject(text, [])
  const frame = { kinds: [], units: [], moneyUnit: null, amounts: [], whole: null }
  return finder.fact({ ...plan, ...frame, question: text, wording: text, concepts, subject: pieces })
}
