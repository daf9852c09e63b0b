import type { Fact } from '../../ingest/domain/fact.ts'
import { sameFigure } from '../../ingest/domain/sameness.ts'
import type { Alternative } from './evidence.ts'
import type { Plan } from './plan.ts'
import type { RankedFact } from './rank.ts'

/** Two facts closer than this cannot be told apart by the question's words. */
const TIE = 0.02
const MOST_ALTERNATIVES = 6

/** The best facts where the question's words do not tell them apart: other units, other projects, other years. */
export function differentThings(best: RankedFact, ranked: readonly RankedFact[], plan: Plan): Fact[] {
  const near = ranked.filter(({ score }) => score >= best.score - TIE)
  const open = plan.organizations.open
    ? [
        ...new Map(
          ranked
            .filter(({ score, recall }) => score >= best.score - 0.2 && recall >= best.recall * 0.6)
            .map(({ fact }) => [fact.organization, fact]),
        ).values(),
      ]
    : []
  if (open.length > 1)
    return [
      ...new Map(
        ranked
          .filter(({ fact }) => open.some(({ organization }) => organization === fact.organization))
          .reverse()
          .map(({ fact }) => [fact.organization, fact]),
      ).values(),
    ]
      .reverse()
      .slice(0, MOST_ALTERNATIVES)
  const years = [...new Map(near.map(({ fact }) => [`${fact.fiscalYear}`, fact])).values()]
  if (plan.years.length === 0 && plan.asOf.length === 0 && years.length > 1) return years.slice(0, MOST_ALTERNATIVES)
  const projects = [
    ...new Map(near.filter(({ fact }) => fact.project !== null).map(({ fact }) => [fact.project, fact])).values(),
  ]
  const named = best.fact.project !== null && projects.length > 1 && near.every(({ fact }) => fact.project !== null)
  const distinct = named && projects.some((fact) => !sameFigure(fact, best.fact) || plan.amounts.length > 0)
  return distinct ? projects.slice(0, MOST_ALTERNATIVES) : []
}

/** Accounts of one name under different heads (一般行政管理事务 of two classes), where the question's words tell none of them apart. */
export function namesakesOf(best: RankedFact, ranked: readonly RankedFact[], { codes }: Plan): RankedFact[] {
  const { measure, role, documentId } = best.fact
  if (measure.code === null || codes.length > 0 || measure.classification !== 'functional') return [best]
  const near = ranked.filter(
    ({ fact, score }) =>
      score >= best.score - TIE &&
      fact.documentId === documentId &&
      fact.role === role &&
      fact.measure.name === measure.name &&
      fact.measure.code !== null &&
      fact.facet.join() === best.fact.facet.join(),
  )
  return [...new Map([...near].reverse().map((one) => [one.fact.measure.code, one])).values()].reverse()
}

export function alternativesOf(facts: readonly Fact[]): Alternative[] {
  return facts.map((fact) => ({
    organization: fact.organization,
    year: fact.fiscalYear,
    label: fact.project ?? fact.measure.name,
    as: fact.project === null ? 'item' : 'project',
  }))
}

/** Whether a question names a unit and a year and nothing more ("甘州区 2031"). */
export function namesNothing(plan: Plan): boolean {
  const bare =
    plan.concepts.length === 0 && plan.subject.length === 0 && plan.codes.length === 0 && plan.amounts.length === 0
  return (
    bare &&
    plan.kinds.length === 0 &&
    plan.units.length === 0 &&
    !/多少|几|预算|决算|花|支出|收入|how much|budget|spen[dt]|accounts/i.test(plan.wording)
  )
}

/** What people look up first in a disclosure. */
const OVERVIEW = [/^收支总预算$|^支出总计$|^本年支出/, /三公/, /基本支出$/, /项目支出$/, /^人员经费$/]

/** One fact for each of the figures that a disclosure is mostly asked for. */
export function overviewOf(facts: readonly Fact[]): Fact[] {
  return OVERVIEW.flatMap(
    (pattern) =>
      facts.find((fact) => fact.kind === 'level' && fact.project === null && pattern.test(fact.measure.name)) ?? [],
  )
}
