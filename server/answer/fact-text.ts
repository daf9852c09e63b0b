import { accountByCode } from '../../ingest/classification/index.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { Role } from '../../ingest/domain/table.ts'
import { gramsOf } from './grams.ts'

/** The words of a fact by how near they are to what it measures, each in {@link comparable} spelling. */
export interface FactText {
  readonly fact: Fact
  /** The measure's own name, as printed and as the nation names it. */
  readonly own: string
  /** What contains or narrows it: parents, column, project. */
  readonly near: string
  /** Parents and columns one by one, and the project; "" where it is of none. */
  readonly neighbours: readonly string[]
  readonly project: string
  /** Words for the kind of table or section it stands in. */
  readonly kind: string
  /** The measure's printed name alone. */
  readonly name: string
  /** Where it stands: headings, the row or sentence. */
  readonly far: string
  /** All of the above in one string: what is not in it is nowhere. */
  readonly all: string
  /** Pairs of characters of the name and of the project, for measuring how much of them a question says. */
  readonly nameGrams: readonly string[]
  readonly projectGrams: readonly string[]
  /** What narrows the measure, without the word for a change against the year before; and its pairs of characters. */
  readonly facets: readonly string[]
  readonly facetGrams: readonly (readonly string[])[]
}

/** A description from its parts. */
function factText(fact: Fact, parts: { own: string; near: string; kind: string; name: string; far: string }): FactText {
  const { own, near, kind, name, far } = parts
  const project = comparable(fact.project ?? '')
  const facets = fact.facet.filter((facet) => facet !== '比上年')
  return {
    fact,
    own,
    near,
    neighbours: [...fact.parents, ...fact.facet, ...fact.column].map(comparable),
    project,
    kind,
    name,
    far,
    all: [own, near, kind, far].join('\n'),
    nameGrams: gramsOf(name),
    projectGrams: gramsOf(project),
    facets,
    facetGrams: facets.map((facet) => gramsOf(comparable(facet))),
  }
}

/** Plain names of table roles, as questions use them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  income_expenditure: '收支总表 收入 支出 总盘子 全部',
  income: '收入 收入总表',
  expenditure: '支出 支出总表',
  fiscal_appropriation: '财政拨款 收支',
  appropriation_economic: '财政拨款 经济分类',
  general_public_budget: '一般公共预算 支出',
  basic_expenditure: '基本支出 一般公共预算 经济分类',
  project_expenditure: '项目支出 项目 专项',
  three_public: '三公 三公经费 "三公"经费',
  government_fund: '政府性基金',
  state_capital: '国有资本经营',
  social_insurance_fund: '社会保险基金',
  carry_over: '上年结转结余 结转 结余',
  procurement: '政府采购 采购',
  purchased_services: '政府购买服务',
  assets: '国有资产 资产 年底 年末',
  levy_plan: '征收 非税',
  performance: '绩效 目标 指标 项目',
  operating_expense: '机关运行经费',
  organization: '机构 人员',
  other: '',
}

/** Describes a fact for ranking; a pure function of the fact, so it can be kept with it. */
export function describeFact(fact: Fact): FactText {
  const official = fact.measure.code ? accountByCode(fact.measure.code) : null
  const own = [fact.measure.name, official?.name ?? '']
  const near = [...fact.parents, ...fact.facet, fact.project ?? '', ...fact.row, ...fact.column, fact.of ?? '']
  return factText(fact, {
    own: comparable(own.join(' ')),
    near: comparable(near.join(' ')),
    kind: comparable(ROLE_WORDS[fact.role]),
    name: comparable(fact.measure.name),
    far: comparable([...fact.section.slice(-2), fact.quote].join(' ')),
  })
}
