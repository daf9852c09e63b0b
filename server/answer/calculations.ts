import { compareDecimals, convertMoney, decimal, isMoney } from '../../ingest/domain/amount.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { calculate, type Operation } from './arithmetic.ts'
import { basisCaution, dedupeCautions, differing } from './cautions.ts'
import type { DerivedFigure, Evidence, PrintedFigure, ShownFigure } from './evidence.ts'
import { gramsOf } from './grams.ts'
import { differenceOperands, itemPlans, sharePlans } from './operands.ts'
import { type CalculationCue, calculationCue, meansAllUnits } from './operations.ts'
import type { Plan } from './plan.ts'
import { measureKey } from './sameness.ts'
import { planOfUnit } from './several.ts'

/** Answers a plan without any arithmetic; the calculations ask it for their operands. */
export type Lookup = (plan: Plan) => Evidence

/** A question that wants figures reckoned with is answered from looked-up operands; null where it wants none, or they are not all there. */
export function tryCalculation(plan: Plan, documents: readonly DocumentRecord[], lookup: Lookup): Evidence | null {
  const cue = calculationCue(plan.question)
  const units = [...new Set(documents.map(({ organization }) => organization))]
  const several =
    units.length > 1 &&
    (plan.organizations.named.length > 1 || (plan.organizations.open && meansAllUnits(plan.question)))
  if (several) return acrossUnits(plan, cue, units, documents, lookup)
  if (plan.organizations.open) return null
  if (cue?.kind !== 'top' && plan.kinds[0] === 'share') return statedShare(plan, lookup) ?? shareEvidence(plan, lookup)
  return cue ? withinUnit(plan, cue, lookup) : null
}

/** A share that the document states itself is preferred to one reckoned from its figures; it must be the share of the very thing asked for. */
function statedShare(plan: Plan, lookup: Lookup): Evidence | null {
  const evidence = lookup(plan)
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return null
  const said = evidence.figures.some(
    (figure) => figure.form === 'printed' && figure.role === 'answer' && isPart(figure.facts[0], plan),
  )
  return said ? evidence : null
}

/** Whether a fact is of the thing that the question asks the share of, where it is a known one. */
function isPart(fact: Fact, plan: Plan): boolean {
  const wholes = new Set((plan.whole?.concepts ?? []).map(({ surface }) => surface))
  const asked = plan.concepts.filter(({ surface, weight }) => weight !== 'soft' && !wholes.has(surface))
  const things = asked.filter(({ surface }) => !FUND_WORDS.test(surface))
  const parts = things.length > 0 ? things : asked
  const names = comparable([fact.measure.name, fact.project ?? '', ...fact.parents].join(' '))
  if (parts.length === 0) return plan.subject.every((piece) => saidIn(piece, names))
  return parts.some((concept) => isNamed(concept, fact, names))
}

function isNamed(concept: Plan['concepts'][number], fact: Fact, names: string): boolean {
  if (fact.measure.code !== null && concept.codes.includes(fact.measure.code)) return true
  return [concept.surface, ...concept.names].some((name) => names.includes(comparable(name)))
}

/** Whether most of a piece of the question stands in a name. */
function saidIn(piece: string, names: string): boolean {
  const grams = gramsOf(piece)
  return grams.length < 2 || grams.filter((gram) => names.includes(gram)).length * 2 >= grams.length
}

/** Words that say which money is meant, not which thing. */
const FUND_WORDS = /^(?:一般公共预算|财政拨款|政府性基金|general public budget|fiscal appropriation)/

/** The printed figures that answer a plan; [] where it is not answered. */
function answersTo(plan: Plan, lookup: Lookup): PrintedFigure[] {
  const evidence = lookup({ ...plan, operation: 'lookup' })
  if (evidence.status !== 'answered' || (evidence.form !== 'figures' && evidence.form !== 'list')) return []
  return evidence.figures.filter(
    (figure): figure is PrintedFigure => figure.form === 'printed' && figure.role === 'answer',
  )
}

function factFor(plan: Plan, lookup: Lookup): Fact | null {
  return answersTo(plan, lookup)[0]?.facts[0] ?? null
}

function derived(operation: Operation, operands: readonly Fact[], unit: string | null = null): DerivedFigure | null {
  const [first, ...rest] = operands
  if (!first || calculate(operation, operands, unit) === null) return null
  return { form: 'derived', role: 'answer', operation, operands: [first, ...rest], unit }
}

function printed(fact: Fact, role: 'answer' | 'context'): PrintedFigure {
  return { form: 'printed', role, facts: [fact], disputed: false }
}

function evidenceOf(plan: Plan, figures: readonly ShownFigure[]): Evidence | null {
  const facts = figures.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : [...figure.operands]))
  if (figures.length === 0) return null
  const cautions = dedupeCautions([...basisCaution(plan, facts), ...differing(facts)])
  return { status: 'answered', form: 'figures', title: '', figures, cautions }
}

/** A derived answer with its operands beside it for context. */
function reckoned(
  plan: Plan,
  operation: Operation,
  operands: readonly Fact[],
  unit: string | null = null,
): Evidence | null {
  const figure = derived(operation, operands, unit)
  return figure && evidenceOf(plan, [figure, ...operands.map((fact) => printed(fact, 'context'))])
}

function withinUnit(plan: Plan, cue: CalculationCue, lookup: Lookup): Evidence | null {
  switch (cue.kind) {
    case 'previous':
      return previousEvidence(plan, lookup)
    case 'per':
      return perEvidence(plan, lookup)
    case 'gap':
      return gapEvidence(plan, lookup)
    case 'difference':
      // "how much lower than last year" is a change that the document states.
      return plan.kinds[0] === 'change' ? null : differenceEvidence(plan, lookup)
    case 'sum':
      return sumEvidence(plan, lookup)
    case 'top':
      return topEvidence(plan, cue, lookup)
    case 'rank':
    case 'share':
      return null
  }
}

/** Last year's figure from this year's and its stated change. The year asked for may be the earlier one. */
function previousEvidence(plan: Plan, lookup: Lookup): Evidence | null {
  const base: Plan = { ...plan, kinds: [], units: [], basis: null, basisStrict: false, stage: null, years: [] }
  const level = factFor(base, lookup)
  const change = factFor({ ...base, kinds: ['change'] }, lookup)
  if (!level || !change || !isChangeOf(change, level)) return null
  const year = level.fiscalYear === null ? null : level.fiscalYear - 1
  if (plan.years.length > 0 && !plan.years.some((asked) => asked === year || asked === level.fiscalYear)) return null
  return reckoned(plan, 'previous', [level, change])
}

/** A change and a level of one thing, however the document words it (本年支出总计, 支出总计). */
function isChangeOf(change: Fact, level: Fact): boolean {
  const [a, b] = [comparable(change.measure.name), comparable(level.measure.name)]
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  return measureKey(change) === measureKey(level) || (shorter.length >= 4 && longer.includes(shorter))
}

function perEvidence(plan: Plan, lookup: Lookup): Evidence | null {
  // A figure that is printed per head is not divided again.
  const stated = factFor(plan, lookup)
  if (stated && /人均|每人/.test(`${stated.measure.name}${stated.of ?? ''}`)) return lookup(plan)
  const money = factFor({ ...plan, kinds: [], units: [], moneyUnit: null }, lookup)
  if (!money || !isMoney(money.amount.unit)) return null
  const visits = /人次|per visit/i.test(plan.question)
  const counted: Plan = visits
    ? { ...plan, kinds: [], units: ['人次'], moneyUnit: null }
    : {
        ...plan,
        kinds: [],
        units: ['人', '名'],
        moneyUnit: null,
        concepts: STAFF,
        subject: [],
        roles: ['organization'],
        fund: null,
        amounts: [],
      }
  const count = factFor(counted, lookup)
  return count && reckoned(plan, 'quotient', [money, count], plan.moneyUnit)
}

/** Serving staff: what "per head" divides by unless the question says otherwise. */
const STAFF: Plan['concepts'] = [{ surface: '在职', names: ['在职人员', '在职'], codes: [], weight: 'item' }]

function gapEvidence(plan: Plan, lookup: Lookup): Evidence | null {
  const target = factFor({ ...plan, kinds: ['target'] }, lookup)
  const actual = factFor({ ...plan, kinds: ['actual'] }, lookup)
  if (
    !target ||
    !actual ||
    target.kind !== 'target' ||
    actual.kind !== 'actual' ||
    target.measure.name !== actual.measure.name
  )
    return null
  const figure = derived('difference', [actual, target])
  return figure && evidenceOf(plan, [figure, printed(target, 'context'), printed(actual, 'context')])
}

function differenceEvidence(plan: Plan, lookup: Lookup): Evidence | null {
  const operands = differenceOperands(plan, (sub) => answersTo(sub, lookup).map(({ facts: [fact] }) => fact))
  if (!operands) return null
  const figure = derived('difference', operands)
  return figure && evidenceOf(plan, [figure, ...operands.map((fact) => printed(fact, 'answer'))])
}

function sumEvidence(plan: Plan, lookup: Lookup): Evidence | null {
  const facts = itemPlans(plan).flatMap((sub) => factFor(sub, lookup) ?? [])
  const distinct = facts.filter((fact, index) => facts.indexOf(fact) === index)
  return distinct.length >= 2 ? reckoned(plan, 'sum', distinct) : null
}

/** The largest members of the list that the question names. */
function topEvidence(plan: Plan, cue: CalculationCue, lookup: Lookup): Evidence | null {
  const list = lookup({ ...plan, operation: 'list', ...(plan.kinds[0] === 'share' ? { kinds: [], units: [] } : {}) })
  if (list.status !== 'answered' || list.form !== 'list') return null
  const figures = sorted(
    list.figures.filter((figure): figure is PrintedFigure => figure.form === 'printed'),
    cue.ascending,
  ).slice(0, cue.count)
  const top = figures.map((figure) => figure.facts[0])
  if (plan.kinds[0] !== 'share') return { ...list, figures }
  const whole = sharePlans(plan).whole
  const total = whole && factFor(whole, lookup)
  return total ? reckoned(plan, 'portion', [...top, total]) : { ...list, figures }
}

function shareEvidence(plan: Plan, lookup: Lookup): Evidence | null {
  const { part, whole } = sharePlans(plan)
  const a = factFor(part, lookup)
  const b = whole && factFor(whole, lookup)
  return a && b && a !== b ? reckoned(plan, 'share', [a, b]) : null
}

/** One figure a unit, in order of size where a ranking is asked; the difference of two; the sum of all. */
function acrossUnits(
  plan: Plan,
  cue: CalculationCue | null,
  units: readonly string[],
  documents: readonly DocumentRecord[],
  lookup: Lookup,
): Evidence | null {
  if (!cue && plan.kinds[0] !== 'share') return null
  const figures = units.flatMap((unit) => unitFigure(planForUnit(plan, cue, unit, documents), cue, lookup) ?? [])
  if (figures.length < 2) return null
  if (cue?.kind === 'sum') return sumAcross(plan, figures)
  const ordered = sorted(figures, cue?.ascending ?? false)
  const gap = gapOfTwo(ordered)
  return evidenceOf(plan, gap ? [...ordered, gap] : ordered)
}

function planForUnit(plan: Plan, cue: CalculationCue | null, unit: string, documents: readonly DocumentRecord[]): Plan {
  const compared = cue?.kind === 'difference' || cue?.kind === 'rank'
  return {
    ...planOfUnit(plan, unit, documents),
    // "高多少" asks by how much the units differ, not how each changed.
    kinds: compared ? plan.kinds.filter((kind) => kind !== 'change' && kind !== 'rate') : plan.kinds,
  }
}

/** Of two printed figures also by how much they differ. */
function gapOfTwo(ordered: readonly ShownFigure[]): DerivedFigure | null {
  const facts = ordered.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : []))
  return ordered.length === 2 && facts.length === 2 ? derived('difference', facts) : null
}

/** A unit's figure: printed, or reckoned where the question wants a share or a sum of several items. */
function unitFigure(plan: Plan, cue: CalculationCue | null, lookup: Lookup): ShownFigure | null {
  if (plan.kinds[0] === 'share') {
    const stated = factFor(plan, lookup)
    if (stated?.kind === 'share' && isPart(stated, plan)) return printed(stated, 'answer')
    const { part, whole } = sharePlans(plan)
    const [a, b] = [factFor(part, lookup), whole && factFor(whole, lookup)]
    return a && b ? derived('share', [a, b]) : null
  }
  if (cue?.kind === 'sum') {
    const items = itemPlans(plan).flatMap((sub) => factFor(sub, lookup) ?? [])
    if (items.length >= 2) return derived('sum', items)
  }
  const fact = factFor(plan, lookup)
  return fact && printed(fact, 'answer')
}

function sumAcross(plan: Plan, figures: readonly ShownFigure[]): Evidence | null {
  if (figures.some((figure) => figure.form === 'derived')) return evidenceOf(plan, figures)
  const facts = figures.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : []))
  return reckoned(plan, 'sum', facts)
}

/** Largest first, or smallest first; figures of other units of measure keep their place at the end. */
function sorted<T extends ShownFigure>(figures: readonly T[], ascending: boolean): T[] {
  return [...figures].sort((a, b) => (ascending ? 1 : -1) * compareDecimals(sizeOf(a), sizeOf(b)))
}

function sizeOf(figure: ShownFigure): ReturnType<typeof decimal> {
  const result =
    figure.form === 'printed' ? figure.facts[0].amount : calculate(figure.operation, figure.operands, figure.unit)
  if (!result) return decimal('0')
  return decimal(convertMoney(result.value, result.unit, '元') ?? result.value)
}
