import { compareDecimals, decimalString, isMoney, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, shown, valueIn } from '../operands.ts'
import { type IndicatorFigures, indicatorsOf, type PerformanceForm, performanceForms } from '../performance-forms.ts'
import { addRanges, overlap } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const HEAD =
  '项目支出绩效自评表\n\n(2031 年度)\n\n项目名称 河道整治经费\n\n主管部门 青石县水务局 实施单位 青石县水务局\n\n项目资金\n（万元）\n\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\n年度资金总额 100.00 100.00 61.67 10 61.67% 6.17 分\n\n年度总体目标\n\n预期目标 实际完成情况\n\n整治河道。\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n成本指标\n\n材料费\n\n<=40 万元 '

/** 成本指标 that make up a project's budget also make up what it spent. */
export const costIndicatorsRule: Rule = {
  code: 'cost-indicators',
  oneSided: true,
  title: { zh: '成本指标与项目资金', en: 'Cost indicators and the money of a project' },
  reasoning: {
    zh: '成本指标的目标值合计等于项目预算数的，说明各指标列全了成本，其实际值合计也应等于全年执行数。目标值合计大于预算数的，也予报告；小于的可能未列全，不比较。单价、标准类指标（每人、每月）不计入。',
    en: 'Where the targets of the cost indicators make up the budget of a project, the indicators name all of its costs, and their results make up what it spent. Targets beyond the budget are told too; less may be a list that is not complete, and is not tried. Prices and standards (a head, a month) are left out.',
  },
  examples: {
    trips: [`${HEAD}38.00 万元 40 40\n\n人工费\n\n<=60 万元 51.00 万元 50 50\n\n总分 100 96.17 分\n`],
    passes: [`${HEAD}20.00 万元 40 40\n\n人工费\n\n<=60 万元 41.67 万元 50 50\n\n总分 100 96.17 分\n`],
    basis: 'final_accounts',
  },
  tries: (view) => performanceForms(view.facts).flatMap((form) => triedIn(view, form)),
}

function triedIn(view: DocumentView, form: PerformanceForm): Tried[] {
  const costs = indicatorsOf(form).filter(
    ({ classes, target }) => target !== null && isCost(target) && classes.some((word) => /成本/.test(word)),
  )
  const planned = planOf(form)
  if (!planned) return []
  // One indicator may be all of the money, and others parts of it.
  const alone = costs.find(({ target }) => target !== null && orderOf([target], planned) === 'same')
  return heldAgainst(view, form, planned, alone ? [alone] : costs)
}

function heldAgainst(
  view: DocumentView,
  form: PerformanceForm,
  planned: Fact,
  costs: readonly IndicatorFigures[],
): Tried[] {
  const targets = costs.flatMap(({ target }) => target ?? [])
  if (targets.length === 0) return []
  const { unit } = planned.amount
  const order = orderOf(targets, planned)
  if (order === 'less' || (order === 'more' && targets.length === 1)) return []
  const witnesses = [planned, ...targets].map((fact) => view.fact(fact))
  if (order === 'more') return [{ witnesses, breach: breachOf(targets, planned, 'planned') }]
  const held: Tried = { witnesses, breach: null }
  const spent = form.facts.find((fact) => fact.total && fact.measure.name === '全年执行数')
  const actuals = costs.flatMap(({ actual }) => (actual && actual.amount.unit !== '' && isCost(actual) ? actual : []))
  if (!spent || actuals.length !== targets.length || spent.amount.unit !== unit) return [held]
  const same = orderOf(actuals, spent) === 'same'
  return [
    held,
    {
      witnesses: [spent, ...actuals].map((fact) => view.fact(fact)),
      breach: same ? null : breachOf(actuals, spent, 'spent'),
    },
  ]
}

function isCost({ amount, of }: Fact): boolean {
  return isMoney(amount.unit) && of === null
}

/** The budget of the project as its form prints it. */
function planOf({ facts }: PerformanceForm): Fact | null {
  const money = facts.filter(
    ({ kind, facet, amount }) => kind === 'level' && facet.length === 0 && isMoney(amount.unit),
  )
  return (
    money.find((fact) => fact.total && fact.measure.name === '全年预算数') ??
    money.find(({ measure }) => measure.name === '年度资金总额' || measure.name === '预算数') ??
    null
  )
}

function orderOf(parts: readonly Fact[], whole: Fact): 'same' | 'less' | 'more' {
  const { unit } = whole.amount
  if (overlap(addRanges(parts.map((part) => printedIn(part, unit))), printedIn(whole, unit))) return 'same'
  const sum = sumDecimals(parts.map((part) => valueIn(part, unit)))
  return compareDecimals(sum, valueIn(whole, unit)) < 0 ? 'less' : 'more'
}

function breachOf(parts: readonly Fact[], whole: Fact, which: 'planned' | 'spent'): Breach {
  const { unit } = whole.amount
  const sum = `${decimalString(sumDecimals(parts.map((part) => valueIn(part, unit))))}`
  const [zh, en] = which === 'planned' ? (['预算数', 'a budget of'] as const) : (['全年执行数', 'spending of'] as const)
  const [partsZh, partsEn] =
    which === 'planned' ? (['目标值', 'targets'] as const) : (['实际完成值', 'results'] as const)
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(whole.project ?? '')}${zh}为 ${shown(whole)}，各成本指标${partsZh}合计 ${sum}${unit}。`,
      en: `The project ${quoted(whole.project ?? '')} has ${en} ${shown(whole)}; the ${partsEn} of its cost indicators add up to ${sum}${unit}.`,
    },
    values: [whole.amount.raw, sum],
    computed: `${parts.map((part) => shown(part)).join(' + ')} = ${sum}${unit} ≠ ${shown(whole)}`,
  }
}
