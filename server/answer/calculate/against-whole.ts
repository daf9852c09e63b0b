import { convertMoney } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import { measureKey, sameFrame } from '../../../ingest/domain/sameness.ts'
import { type Evidence, printed } from '../evidence.ts'
import type { Plan } from '../plan.ts'
import { readSubject } from '../read-subject.ts'
import { calculate } from './arithmetic.ts'
import { derived, evidenceOf, type OperandFinder } from './operand-finder.ts'

/** "A加B等于C吗，差多少": whether named parts add up to a named whole. */
const AGAINST =
  /^(?<parts>.{2,}?(?:加上?|[+和与跟及、]).{2,}?)(?:加起来|加在一起|合在一起|相加|之和|合计)?\s*(?:[,，]\s*)?(?:是否|是不是|能不能|能否)?(?:正好|刚好)?等(?:不等)?于(?<whole>[^,，。?？]{2,}?)(?:吗|么|嘛|呢)?(?=[,，。?？]|$)/
const JOINT = /加上?|[+和与跟及、]/

export function asksAgainstWhole(question: string): boolean {
  return AGAINST.test(question)
}

/** The parts' sum, the printed whole, and by how much they differ; null where one of them is not found. */
export function againstWholeEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const operands = operandsIn(plan, finder)
  const apart = operands && derived('shortfall', operands)
  const sum = operands && derived('sum', operands.slice(1))
  if (!operands || !apart || !sum) return null
  const shown = operands.map((fact) => printed(fact, 'context'))
  const evidence = evidenceOf(plan, [apart, { ...sum, role: 'context' }, ...shown])
  const even = calculate('shortfall', operands)?.direction === 'flat'
  if (even || evidence?.status !== 'answered' || evidence.form !== 'figures') return evidence
  return { ...evidence, cautions: [...evidence.cautions, { kind: 'sumDiffers', facts: operands }] }
}

/** The whole and then its parts. */
function operandsIn(plan: Plan, finder: OperandFinder): Fact[] | null {
  const { parts = '', whole = '' } = AGAINST.exec(plan.wording)?.groups ?? {}
  const found = parts.split(JOINT).map((text) => factOf(text, plan, finder))
  const facts = found.flatMap((part) => part ?? [])
  const named = factOf(whole, plan, finder)
  if (!named || facts.length < 2 || facts.length < found.length) return null
  return [nearestTo(named, facts, finder.held(plan)), ...facts]
}

function factOf(text: string, plan: Plan, finder: OperandFinder): Fact | null {
  const { concepts, pieces } = readSubject(text, [])
  if (concepts.length === 0 && pieces.length === 0) return null
  const frame = { kinds: [], units: [], moneyUnit: null, amounts: [], roles: [], whole: null }
  return finder.fact({ ...plan, ...frame, question: text, wording: text, concepts, subject: pieces })
}

/** Of the figures under the whole's name that which the parts come nearest to: a name may head narrower rows too. */
function nearestTo(named: Fact, parts: readonly Fact[], held: readonly Fact[]): Fact {
  const yuan = ({ amount }: Fact) => Number(convertMoney(amount.value, amount.unit, '元') ?? Number.NaN)
  const sum = parts.reduce((total, part) => total + yuan(part), 0)
  const alike = held.filter(
    (fact) =>
      fact.documentId === named.documentId &&
      measureKey(fact) === measureKey(named) &&
      sameFrame(fact, named) &&
      fact.facet.length === 0 &&
      fact.project === named.project,
  )
  const far = (fact: Fact) => Math.abs(yuan(fact) - sum)
  return alike.reduce((best, fact) => (far(fact) < far(best) ? fact : best), named)
}
