import { compareDecimals, decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { unitFamily } from '../../domain/sameness.ts'
import { quoted, shown } from '../operands.ts'
import { type IndicatorFigures, indicatorsOf, performanceForms } from '../performance-forms.ts'
import type { Breach, Rule } from '../rule.ts'

const HEAD =
  '项目支出绩效自评表\n\n(2031 年度)\n\n项目名称 河道整治经费\n\n主管部门 青石县水务局 实施单位 青石县水务局\n\n项目资金\n（万元）\n\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\n年度资金总额 100.00 100.00 61.67 10 61.67% 6.17 分\n\n年度总体目标\n\n预期目标 实际完成情况\n\n整治河道。\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n数量指标\n\n整治河道数量\n\n'

/** A target that was missed does not earn the full score. */
export const targetScoreRule: Rule = {
  code: 'target-score',
  oneSided: true,
  title: { zh: '未达标而得满分', en: 'Full score for a missed target' },
  reasoning: {
    zh: '实际完成值未达到年度指标值的（应不低于而低于，应不高于而高于，应等于而不等），或写明正在办理、尚未完成的，不应得满分。单位不同的不比较。',
    en: 'An indicator that misses its target (below “at least”, above “at most”, unlike “equal”), or says that it is still under way, does not get its full score. Not tried where the units differ.',
  },
  examples: {
    trips: [`${HEAD}>=5 条 4 条 90 90\n\n总分 100 96.17 分\n`],
    passes: [`${HEAD}>=5 条 5 条 90 90\n\n总分 100 96.17 分\n`, `${HEAD}>=5 条 4 条 90 72\n\n总分 100 78.17 分\n`],
    basis: 'final_accounts',
  },
  tries: (view) =>
    performanceForms(view.facts)
      .flatMap(indicatorsOf)
      .flatMap((indicator) => {
        const { target, actual, weight, score } = indicator
        if (!weight || !score) return []
        const full = isFull(weight, score)
        if (actual === null && UNDER_WAY.test(score.quote))
          return [{ witnesses: [view.fact(score)], breach: full ? underWay(indicator, score) : null }]
        if (!target || !actual || unitFamily(target.amount.unit) !== unitFamily(actual.amount.unit)) return []
        return [
          {
            witnesses: [actual, target, score].map((fact) => view.fact(fact)),
            breach: full && isMissed(target, actual) ? breachOf(indicator, target, actual, score) : null,
          },
        ]
      }),
}

/** A result in words that says that nothing came of it yet, before weight and score. */
const UNDER_WAY =
  /(?:正在|尚未|未(?:完成|开展|实施|启动|采购|购买|建成|使用))\S{0,10}\s+\d+(?:\.\d+)?\s+\d+(?:\.\d+)?(?:\s|$)/

/** An indicator without weight earns nothing, whatever came of it. */
function isFull(weight: Fact, score: Fact): boolean {
  const [most, given] = [decimal(weight.amount.value), decimal(score.amount.value)]
  return most.digits !== 0n && compareDecimals(given, most) === 0
}

function underWay({ name }: IndicatorFigures, score: Fact): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `指标${quoted(name)}写明尚未完成，而得满分 ${score.amount.raw} 分。`,
      en: `The indicator ${quoted(name)} says that it is still under way, yet gets its full score of ${score.amount.raw}.`,
    },
    values: [score.amount.raw],
    computed: score.quote,
  }
}

function isMissed(target: Fact, actual: Fact): boolean {
  const order = compareDecimals(decimal(actual.amount.value), decimal(target.amount.value))
  switch (target.comparator) {
    case '>=':
      return order < 0
    case '<=':
      return order > 0
    case '=':
      // More than what was promised is not missed.
      return order < 0
    case null:
      return false
  }
}

const SIGNS = { '>=': '≥', '<=': '≤', '=': '=' } as const

function breachOf({ name }: IndicatorFigures, target: Fact, actual: Fact, score: Fact): Breach {
  const sign = target.comparator === null ? '' : SIGNS[target.comparator]
  return {
    verdict: 'contradiction',
    message: {
      zh: `指标${quoted(name)}目标 ${sign}${shown(target)}，实际 ${shown(actual)}，未达标而得满分 ${score.amount.raw} 分。`,
      en: `The indicator ${quoted(name)} aimed at ${sign}${shown(target)} and reached ${shown(actual)}, yet gets its full score of ${score.amount.raw}.`,
    },
    values: [target.amount.raw, actual.amount.raw, score.amount.raw],
    computed: `${shown(actual)} ${target.comparator === '<=' ? '>' : '<'} ${shown(target)}`,
  }
}
