import { compareDecimals, decimal, decimalString, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import { indicatorsOf, type PerformanceForm, performanceForms } from '../performance-forms.ts'
import type { Breach, Rule, Tried } from '../rule.ts'
import type { Witness } from '../witness.ts'

const HEAD =
  '项目支出绩效自评表\n\n(2031 年度)\n\n项目名称 河道整治经费\n\n主管部门 青石县水务局 实施单位 青石县水务局\n\n项目资金\n（万元）\n\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\n年度资金总额 100.00 100.00 61.67 10 61.67% 6.17 分\n\n年度总体目标\n\n预期目标 实际完成情况\n\n整治河道。\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n数量指标\n\n整治河道数量\n\n>=5 条 5 条 50 50\n\n质量指标\n\n验收合格率\n\n>=95% 96% 40 40\n\n'

/** 总分 of a self-evaluation against its scores. */
export const formScoresRule: Rule = {
  code: 'form-scores',
  title: { zh: '绩效自评得分', en: 'The scores of self-evaluations' },
  reasoning: {
    zh: '自评总分等于执行率得分与各指标得分之和；各指标分值与执行率分值合计为 100；得分不高于分值。前两项都不成立的，可能有指标未能读出，不比较。',
    en: 'The total is the sum of the score for execution and those of the indicators; the weights come to 100; no score is more than its weight. Where neither of the first two holds, an indicator may not have been read, and they are not tried.',
  },
  examples: {
    trips: [`${HEAD}总分 100 98.17 分\n`, `${HEAD.replace('40 40', '60 40')}总分 100 96.17 分\n`],
    passes: [`${HEAD}总分 100 96.17 分\n`],
    basis: 'final_accounts',
  },
  tries: (view) =>
    performanceForms(view.facts).flatMap((form) => [...totalTried(view, form), ...limitsTried(view, form)]),
}

const FULL = decimal('100')

function totalTried(view: DocumentView, form: PerformanceForm): Tried[] {
  const total = form.facts.find(({ measure, kind }) => kind === 'score' && measure.name === '自评总分')
  const whole = (name: string) => form.facts.find((fact) => fact.total && fact.measure.name === name)
  const [weight, score] = [whole('分值'), whole('执行率得分')]
  if (!total || !weight || !score) return []
  const indicators = indicatorsOf(form)
  const weights = [weight, ...indicators.flatMap((indicator) => indicator.weight ?? [])]
  const scores = [score, ...indicators.flatMap((indicator) => indicator.score ?? [])]
  if (scores.length !== weights.length) return []
  const [full, sum] = [sumOf(weights), sumOf(scores)]
  const [isFull, isSum] = [compareDecimals(full, FULL) === 0, compareDecimals(sum, decimal(total.amount.value)) === 0]
  // Where neither comes out, an indicator was probably not read.
  if (!isFull && !isSum) return []
  return [
    { witnesses: facts(view, weights), breach: isFull ? null : weightsBreach(total, weights, decimalString(full)) },
    {
      witnesses: facts(view, [total, ...scores]),
      breach: isSum ? null : totalBreach(total, scores, decimalString(sum)),
    },
  ]
}

function facts(view: DocumentView, own: readonly Fact[]): Witness[] {
  return own.map((fact) => view.fact(fact))
}

function weightsBreach(total: Fact, weights: readonly Fact[], sum: string): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(total.project ?? '')}各项分值相加为 ${sum} 分，应为 100 分。`,
      en: `The weights of the project ${quoted(total.project ?? '')} add up to ${sum} points and should to 100.`,
    },
    values: [sum, '100'],
    computed: `${weights.map(({ amount }) => amount.raw).join(' + ')} = ${sum} ≠ 100`,
  }
}

function sumOf(facts: readonly Fact[]): ReturnType<typeof decimal> {
  return sumDecimals(facts.map(({ amount }) => decimal(amount.value)))
}

function totalBreach(total: Fact, scores: readonly Fact[], sum: string): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(total.project ?? '')}自评总分为 ${total.amount.raw} 分，各项得分相加为 ${sum} 分。`,
      en: `The project ${quoted(total.project ?? '')} gives itself ${total.amount.raw} points in all; its scores add up to ${sum}.`,
    },
    values: [total.amount.raw, sum],
    computed: `${scores.map(({ amount }) => amount.raw).join(' + ')} = ${sum} ≠ ${total.amount.raw}`,
  }
}

/** No score is more than its weight. */
function limitsTried(view: DocumentView, form: PerformanceForm): Tried[] {
  return indicatorsOf(form).flatMap(({ name, weight, score }): Tried[] => {
    if (!weight || !score) return []
    const exceeds = compareDecimals(decimal(score.amount.value), decimal(weight.amount.value)) > 0
    return [
      {
        witnesses: [score, weight].map((fact) => view.fact(fact)),
        breach: exceeds ? limitBreach(name, weight, score) : null,
      },
    ]
  })
}

function limitBreach(name: string, weight: Fact, score: Fact): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `指标${quoted(name)}分值 ${weight.amount.raw}，得分 ${score.amount.raw}，得分高于分值。`,
      en: `The indicator ${quoted(name)} has a weight of ${weight.amount.raw} and a score of ${score.amount.raw}, which is more.`,
    },
    values: [score.amount.raw, weight.amount.raw],
    computed: `${score.amount.raw} > ${weight.amount.raw}`,
  }
}
