import type { Fact } from '../../../ingest/domain/fact.ts'
import { comparable } from '../../../ingest/domain/name.ts'
import { measureKey, sameFrame } from '../../../ingest/domain/sameness.ts'
import { type DerivedFigure, type Evidence, printed } from '../evidence.ts'
import { gramsOf } from '../grams.ts'
import { type Concept, namesFund, type Plan } from '../plan.ts'
import { derived, type OperandFinder, reckoned } from './operand-finder.ts'

/** A share that the document states itself is preferred to one reckoned from its figures. */
export function shareEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const stated = finder.evidence(plan)
  if (isStatedShare(stated, plan)) return stated
  const operands = shareOperands(plan, finder)
  if (operands) return reckoned(plan, 'share', operands)
  return isSetShare(stated, plan) ? stated : null
}

/** One unit's share, stated or reckoned, to be held against that of another. */
export function shareFigure(plan: Plan, finder: OperandFinder): DerivedFigure | ReturnType<typeof printed> | null {
  const stated = finder.fact(plan)
  if (stated?.kind === 'share' && isPart(stated, plan) && isOfWhole(stated, plan)) return printed(stated, 'answer')
  const operands = shareOperands(plan, finder)
  return operands && derived('share', operands)
}

/** The part and the whole of "A 占 B"; null where one is not found, or both are one. */
function shareOperands(plan: Plan, finder: OperandFinder): [Fact, Fact] | null {
  const { part, whole } = sharePlans(plan)
  const first = finder.fact(part)
  const named = first && whole && finder.fact(whole)
  const held = first ? finder.held(plan) : []
  const a = first && named ? ofSameMoney(first, named, held) : null
  const b = a && named && ofSameSide(a, withCarriedOver(a, named, held), held)
  if (!a || !b || a.id === b.id || (measureKey(a) === measureKey(b) && a.project === b.project)) return null
  return [a, b]
}

/** Of a part that is printed for all funds and for one of them, the figure of the money that the whole is of. */
function ofSameMoney(part: Fact, whole: Fact, held: readonly Fact[]): Fact {
  if (part.fund === null || whole.fund === null || part.fund === whole.fund) return part
  const isIt = (fact: Fact) =>
    fact.fund === whole.fund &&
    fact.kind === 'level' &&
    measureKey(fact) === measureKey(part) &&
    fact.facet.join() === part.facet.join() &&
    sameFrame(fact, part) &&
    fact.project === part.project
  return held.find(isIt) ?? part
}

/** What is spent is a part of all spending, though a table prints the income beside it to the same amount. */
function ofSameSide(part: Fact, whole: Fact, held: readonly Fact[]): Fact {
  if (!/支出/.test(part.measure.name) || !/^收入(?:总计|合计)$/.test(whole.measure.name)) return whole
  const spent = whole.measure.name.replace('收入', '支出')
  const isIt = (fact: Fact) => fact.measure.name === spent && fact.tableId === whole.tableId && sameFrame(fact, whole)
  return held.find(isIt) ?? whole
}

/** What was carried over is no part of the year's own income (本年收入), but of all there is (收入总计). */
function withCarriedOver(part: Fact, whole: Fact, held: readonly Fact[]): Fact {
  if (!/结转|结余/.test(part.measure.name) || !/^本年收入/.test(whole.measure.name)) return whole
  const isAll = ({ measure, tableId }: Fact) => measure.name === '收入总计' && tableId === whole.tableId
  return held.find((fact) => isAll(fact) && fact.kind === 'level' && fact.fiscalYear === whole.fiscalYear) ?? whole
}

/** The part and the whole of "A 占 B"; the whole is null where nothing says what it is. */
export function sharePlans(plan: Plan): { part: Plan; whole: Plan | null } {
  const base: Plan = { ...plan, operation: 'lookup', kinds: [], units: [], moneyUnit: null, amounts: [] }
  const { whole } = plan
  return {
    part: base,
    whole: whole && { ...base, concepts: whole.concepts, subject: whole.subject, roles: [], fund: null },
  }
}

function isStatedShare(evidence: Evidence, plan: Plan): boolean {
  return (
    evidence.status === 'answered' &&
    evidence.form === 'figures' &&
    evidence.figures.some(
      (figure) =>
        figure.form === 'printed' &&
        figure.role === 'answer' &&
        !isChange(figure.facts[0]) &&
        isPart(figure.facts[0], plan) &&
        isOfWhole(figure.facts[0], plan),
    )
  )
}

/** A target or condition that sets a share ("县级承担不低于15%") answers where it speaks of the very part. */
function isSetShare(evidence: Evidence, plan: Plan): boolean {
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return false
  return evidence.figures.some(
    (figure) =>
      figure.form === 'printed' &&
      figure.role === 'answer' &&
      (figure.facts[0].kind === 'target' || figure.facts[0].kind === 'actual') &&
      isPart(figure.facts[0], plan, figure.facts[0].quote),
  )
}

/** "占全部支出", "of total expenditure"; and the names that documents give to all there is. */
const ALL_ASKED =
  /占(?:了)?(?:其|本年|当年|部门|单位|全局|全年)?(?:全部|总|所有|整个|支出|收入|预算)|of (?:the )?(?:total|all|whole|overall)/i
const ALL =
  /^(?:本年|年度|部门|单位|全年|全部)*(?:收支|收入|支出|预算|决算)+(?:总[额计数]|合计|总预算|总决算|预算|决算)?$|^总(?:收入|支出|预算)/

function isChange({ facet, direction }: Fact): boolean {
  return direction !== null || facet.some((word) => word.startsWith('比上年'))
}

/** Whether a stated share is of the whole asked for, where both the question and the document name one. */
function isOfWhole(fact: Fact, { whole, question }: Plan): boolean {
  const named = (whole?.concepts ?? []).filter(({ weight }) => weight !== 'soft')
  if (named.length === 0) return fact.of === null || !ALL_ASKED.test(question) || ALL.test(comparable(fact.of))
  const words = comparable([fact.of ?? '', ...fact.parents, ...fact.section, fact.quote].join(' '))
  return named.every(({ surface, names }) => [surface, ...names].some((name) => words.includes(comparable(name))))
}

/** Whether a fact is of the thing that the question asks the share of, where it is a known one. */
function isPart(fact: Fact, plan: Plan, around = ''): boolean {
  const wholes = new Set((plan.whole?.concepts ?? []).map(({ surface }) => surface))
  const asked = plan.concepts.filter(({ surface, weight }) => weight !== 'soft' && !wholes.has(surface))
  const things = asked.filter((concept) => !namesFund(concept))
  const parts = things.length > 0 ? things : asked
  const names = comparable([fact.measure.name, fact.project ?? '', ...fact.parents, around].join(' '))
  if (parts.length === 0) return plan.subject.every((piece) => saidIn(piece, names))
  return parts.some((concept) => isNamed(concept, fact, names))
}

function isNamed(concept: Concept, fact: Fact, names: string): boolean {
  if (fact.measure.code !== null && concept.codes.includes(fact.measure.code)) return true
  return [concept.surface, ...concept.names].some((name) => names.includes(comparable(name)))
}

/** Whether most of a piece of the question stands in a name. */
function saidIn(piece: string, names: string): boolean {
  const grams = gramsOf(piece)
  return grams.length < 2 || grams.filter((gram) => names.includes(gram)).length * 2 >= grams.length
}
