import { convertMoney, decimal } from '../../ingest/domain/amount.ts'
import type { Evidence, ShownFigure } from './evidence.ts'
import type { Plan } from './plan.ts'

/** "在这 300 万元里，甲和乙各花了多少": the amount said is the whole, and its parts are asked for. */
const PARTS_OF_AMOUNT = /\d\s*(?:亿元|万元|元)[^，,。？?]{0,20}(?:里面?|[其当]?中|内)[，,]?.*(?:各|分别)/

/**
 * An answer that only says again the amount of which parts are asked for is none: the documents do not part it. Null
 * where the answer says more.
 */
export function refusedRestatement(plan: Plan, evidence: Evidence): Evidence | null {
  if (evidence.status !== 'answered' || (evidence.form !== 'figures' && evidence.form !== 'list')) return null
  if (plan.amounts.length === 0 || !PARTS_OF_AMOUNT.test(plan.question)) return null
  const answers = evidence.figures.filter(({ role }) => role === 'answer')
  if (!answers.every((figure) => plan.amounts.some((amount) => isAmount(figure, amount)))) return null
  const organization = plan.organizations.named[0] ?? ''
  const parts = plan.subject.filter((piece) => !/\d/.test(piece)).map((piece) => piece.replace(/(?:各|分别)$/, ''))
  const name = parts.join('、') || plan.question
  return {
    status: 'not_found',
    missing: [{ what: 'measure', organization, year: plan.years[0] ?? null, name }],
    nearest: answers.map((figure): ShownFigure => ({ ...figure, role: 'context' })),
  }
}

function isAmount(figure: ShownFigure, { value, unit }: Plan['amounts'][number]): boolean {
  if (figure.form !== 'printed') return false
  const { amount } = figure.facts[0]
  const converted = amount.unit === unit ? amount.value : convertMoney(amount.value, amount.unit, unit)
  if (converted === null) return false
  const [a, b] = [decimal(converted), decimal(value)]
  return a.digits * 10n ** BigInt(b.scale) === b.digits * 10n ** BigInt(a.scale)
}
