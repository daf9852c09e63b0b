import { isMoney } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'
import { type Evidence, printed, type ShownFigure } from '../evidence.ts'
import { partsOf } from '../parts.ts'
import type { Plan } from '../plan.ts'
import { readSubject } from '../read-subject.ts'
import { derived, evidenceOf, type OperandFinder, reckoned } from './operand-finder.ts'
import { sharePlans } from './share.ts'
import { sortedBySize } from './size.ts'
import { keepsTo, type Threshold, withoutThreshold } from './threshold.ts'
import type { Wish } from './wish.ts'

/** The members that a question means of the list it names: those that keep to its limit; all where it sets none. */
function membersOf(plan: Plan, { filter }: Pick<Wish, 'filter'>, finder: OperandFinder): Fact[] {
  const base = planOfList({ ...plan, ...(plan.kinds[0] === 'share' || filter ? { kinds: [], units: [] } : {}) })
  if (filter?.unit === '%') return projectsKeeping(plan, filter, finder)
  const members = finder.list(filter ? unlimited(base) : base)
  return filter ? members.filter((member) => keepsTo(member, filter)) : members
}

/** Words for how many, and for money itself, name no list: "金额最大的两个项目" is of the projects. */
function planOfList(plan: Plan): Plan {
  const subject = plan.subject
    .map((piece) => piece.replace(/^[两二三四五六七八九十几\d]+(?=[个项笔]?项目)[个项笔]?/, ''))
    .filter((piece) => !/^(?:钱|资金|经费|money|got)$/.test(piece))
  const projects = /项目(?!支出)|projects?\b/i.test(plan.question) && !plan.roles.includes('project_expenditure')
  return { ...plan, subject, roles: projects ? [...plan.roles, 'project_expenditure'] : plan.roles }
}

/** The plan of the whole list: the limit's own words are none of its heads. */
function unlimited(plan: Plan): Plan {
  const projects = /项目|projects?/i.test(plan.question)
  const wording = withoutThreshold(plan.wording)
  const { concepts, pieces } = readSubject(wording, [])
  const roles: Plan['roles'] = projects ? ['project_expenditure'] : plan.roles
  return { ...plan, question: withoutThreshold(plan.question), wording, concepts, subject: pieces, roles, amounts: [] }
}

/** How much of each project was executed, where that keeps to a limit. */
function projectsKeeping(plan: Plan, filter: Threshold, finder: OperandFinder): Fact[] {
  const rates = finder
    .held({ ...plan, basis: null, basisStrict: false, stage: null })
    .filter(
      ({ project, measure, facet, kind }) =>
        project !== null && kind === 'rate' && measure.name === '执行率' && facet.length === 0,
    )
  const distinct = [...new Map(rates.map((fact) => [`${fact.documentId}|${fact.project}`, fact])).values()]
  return distinct.filter((rate) => keepsTo(rate, filter))
}

/** A limited list: its members, how many they are, or what they add up to. */
export function filteredEvidence(plan: Plan, wish: Wish, finder: OperandFinder): Evidence | null {
  const members = membersOf(plan, wish, finder)
  if (members.length === 0) return null
  if (wish.each === 'count') return counted(plan, members)
  if (wish.over !== 'sum')
    return evidenceOf(
      plan,
      members.map((fact) => printed(fact, 'answer')),
    )
  const amounts = members.map((member) => moneyOf(member, plan, finder))
  const found = amounts.flatMap((fact) => fact ?? [])
  return found.length === members.length ? reckoned(plan, 'sum', found) : null
}

const PLANNED = /^(?:全年预算数|年度资金总额|预算安排规模|预算数)$/
const EXECUTED = /^(?:全年执行数)$/

/** The money of a project whose rate is known: its budget, or what was spent of it where the question asks that. */
function moneyOf(member: Fact, plan: Plan, finder: OperandFinder): Fact | null {
  if (isMoney(member.amount.unit)) return member
  const spent = /执行数|花了|支出了|实际|spent|executed amount/i.test(plan.question)
  const wanted = spent ? EXECUTED : PLANNED
  const own = finder
    .held({ ...plan, basis: null, basisStrict: false, stage: null })
    .filter(
      (fact) =>
        fact.documentId === member.documentId &&
        fact.project === member.project &&
        isMoney(fact.amount.unit) &&
        fact.facet.length === 0 &&
        (wanted.test(fact.measure.name) || fact.parents.some((parent) => wanted.test(parent) && !spent)),
    )
  return (
    own.find(({ measure, stage }) => wanted.test(measure.name) && (spent || stage === 'adjusted')) ?? own[0] ?? null
  )
}

/** How many members a list has, unless the document itself says how many there are. */
export function countEvidence(plan: Plan, finder: OperandFinder): Evidence | null {
  const stated = finder.evidence(plan)
  if (stated.status === 'answered' && isCounted(stated)) return stated
  const members = finder.list(planOfList({ ...plan, kinds: [], units: [] }))
  // A project that is printed in parts is one.
  const things = members.filter((member) => (partsOf(member, members)?.[0] ?? member) === member)
  return things.length >= 2 ? counted(plan, things) : null
}

/** People are counted in projects; they are none. */
const PEOPLE = /[人名]/

function isCounted(evidence: Evidence): boolean {
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return false
  return evidence.figures.some(
    (figure) =>
      figure.form === 'printed' && figure.facts[0].kind === 'count' && !PEOPLE.test(figure.facts[0].amount.unit),
  )
}

function counted(plan: Plan, members: readonly Fact[]): Evidence | null {
  return reckoned(plan, 'count', members, /(?<!执)行|\brows?\b|\blines?\b/i.test(plan.question) ? '' : '个')
}

/** The mean of a list's figures. */
export function averageEvidence(plan: Plan, wish: Wish, finder: OperandFinder): Evidence | null {
  const members = membersOf(plan, wish, finder)
  const whole = members.every((member) => partsOf(member, members) === null)
  return members.length >= 2 && whole ? reckoned(plan, 'average', members) : null
}

/** The largest (or smallest) members of the list that the question names, or their share of a whole. */
export function topEvidence(plan: Plan, wish: Wish, finder: OperandFinder): Evidence | null {
  const members = membersOf(plan, { filter: null }, finder)
  if (members.length < 2) return null
  const top = sortedBySize(wholesOf(members), wish.ascending).slice(0, wish.count)
  if (plan.kinds[0] !== 'share') return evidenceOf(plan, top)
  const whole = sharePlans(plan).whole
  const total = whole && finder.fact(whole)
  const parts = top.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : [...figure.operands]))
  return total ? reckoned(plan, 'portion', [...parts, total]) : null
}

/** Each member as a whole: what is printed in parts is their sum. */
function wholesOf(members: readonly Fact[]): ShownFigure[] {
  return members.flatMap((member): ShownFigure[] => {
    const parts = partsOf(member, members)
    if (!parts) return [printed(member, 'answer')]
    const sum = parts[0] === member ? derived('sum', parts) : null
    return sum ? [sum] : []
  })
}
