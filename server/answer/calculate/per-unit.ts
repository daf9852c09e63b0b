import { isMoney } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import { comparable } from '../../../ingest/domain/name.ts'
import type { DerivedFigure, Evidence } from '../evidence.ts'
import type { Concept, Plan } from '../plan.ts'
import { derived, type OperandFinder, reckoned } from './operand-finder.ts'

/** Serving staff: what "per head" divides by unless the question says otherwise. */
const STAFF: readonly Concept[] = [{ surface: '在职', names: ['在职人员', '在职'], codes: [], weight: 'item' }]

/** What running costs are divided by. */
const VEHICLES: readonly Concept[] = [{ surface: '车辆', names: ['车辆', '公务用车保有量'], codes: [], weight: 'item' }]

/** What is divided by, by the word behind "每" or "per", with the units it is counted in. */
const COUNTED: readonly (readonly [RegExp, readonly string[]])[] = [
  // What a reception costs a head is told by those received.
  [/接待费?[^,，。职员]{0,6}人均|人均[^,，。职员]{0,4}接待/i, ['人次', '人']],
  [/每人次|人次平均|平均人次|per (?:visit|person-time)/i, ['人次', '人']],
  [/每(?:一)?(?:台|套)|per (?:printer|set|machine|device|computer)/i, ['台', '台（套）', '台(套)', '套']],
  [/每(?:一)?辆|per (?:vehicle|car)/i, ['辆', '台']],
  [/每(?:一)?(?:份|册)|per (?:copy|booklet)/i, ['份', '册']],
  [/每(?:一)?次|per (?:session|time|inspection)/i, ['次', '批次', '场', '期']],
  [/每平方米|per square met/i, ['平方米']],
]

/** A figure a head, or for each of what is counted: as printed where the document prints it so, otherwise divided. */
export function perEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const stated = finder.fact(plan)
  // A figure that is printed per head is not divided again.
  if (stated && /人均|每|标准/.test(`${stated.measure.name}${stated.of ?? ''}`)) return finder.evidence(plan)
  const operands = perOperands(plan, finder)
  return operands && reckoned(plan, 'quotient', operands, plan.moneyUnit)
}

export function perFigure(plan: Plan, finder: OperandFinder): DerivedFigure | null {
  const operands = perOperands(plan, finder)
  return operands && derived('quotient', operands, plan.moneyUnit)
}

const MONEY_UNITS = ['元', '千元', '万元', '亿元']

/** The money and what it is divided by; null where one of them is not found. */
function perOperands(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  const units = COUNTED.find(([pattern]) => pattern.test(plan.question))?.[1] ?? null
  const asked: Plan = { ...plan, kinds: targetsOnly(plan), units: MONEY_UNITS, moneyUnit: null }
  const money = finder.fact({ ...asked, ...withoutStaff(asked) })
  if (!money || !isMoney(money.amount.unit)) return null
  const count = units === null ? staff(plan, finder) : counted({ ...asked, units: [...units] }, money, finder)
  return count ? [money, count] : null
}

/** A question about targets divides a target by a target. */
function targetsOnly(plan: Plan): Plan['kinds'] {
  return plan.kinds.filter((kind) => kind === 'target' || kind === 'actual')
}

/** The words for whom it is divided by are not what the money is for. */
function withoutStaff(plan: Plan): Pick<Plan, 'concepts' | 'subject' | 'roles'> {
  const people = /^(?:在职|在职人员|在职职工|职工|人员|staff|employee.*|in-service.*)$/i
  return {
    concepts: plan.concepts.filter(({ surface }) => !people.test(surface)),
    subject: plan.subject.filter((piece) => !people.test(piece)),
    roles: plan.roles.filter((role) => role !== 'organization'),
  }
}

/** The number of things is what it is, whatever money is asked about. */
const ofWhatever = { subject: [], fund: null, amounts: [], basis: null, basisStrict: false }

function staff(plan: Plan, finder: OperandFinder): Fact | null {
  return finder.fact({
    ...plan,
    kinds: [],
    units: ['人', '名'],
    moneyUnit: null,
    ...ofWhatever,
    concepts: [...STAFF],
    roles: ['organization'],
  })
}

/** The number of things the money is for: of the same project or subject, printed nearest to it. */
function counted(plan: Plan, money: Fact, finder: OperandFinder): Fact | null {
  const named = finder.fact(plan)
  if (named) return named
  const vehicles = plan.units.includes('辆')
    ? finder.fact({ ...plan, ...ofWhatever, concepts: [...VEHICLES], roles: [] })
    : null
  if (vehicles) return vehicles
  const near = finder
    .held(plan)
    .filter(
      (fact) =>
        plan.units.includes(fact.amount.unit) &&
        fact.documentId === money.documentId &&
        fact.project === money.project &&
        fact.role === money.role &&
        speaksOf(fact, plan),
    )
  const places = new Set(near.map(({ amount }) => amount.value))
  // Several different numbers of things: none is plainly the one.
  return places.size === 1 ? (near[0] ?? null) : null
}

/** Whether the sentence around a number names what the money is for. */
function speaksOf({ quote }: Fact, { concepts }: Plan): boolean {
  const named = concepts.filter(({ weight }) => weight !== 'soft')
  const words = comparable(quote)
  return named.every(({ surface, names }) => [surface, ...names].some((name) => words.includes(comparable(name))))
}
