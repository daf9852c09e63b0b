import { compareDecimals, decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { unitFamily } from '../../domain/sameness.ts'
import type { DocumentView } from '../document-view.ts'
import { likelySame } from '../likely-same.ts'
import { quoted, shown } from '../operands.ts'
import { indicatorsOf, type PerformanceForm, performanceForms } from '../performance-forms.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const HEAD =
  '项目支出绩效自评表\n\n(2031 年度)\n\n项目名称 河道整治经费\n\n主管部门 青石县水务局 实施单位 青石县水务局\n\n项目资金\n（万元）\n\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\n年度资金总额 100.00 100.00 61.67 10 61.67% 6.17 分\n\n年度总体目标\n\n预期目标 实际完成情况\n\n目标1：河道巡查次数12次。\n\n目标1：河道巡查次数12次。\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n数量指标\n\n河道巡查次数\n\n'

/** What a form says in words of its goals and results, against its indicators. */
export const goalsToldRule: Rule = {
  code: 'goals-told',
  oneSided: true,
  title: { zh: '绩效目标文字与指标值', en: 'Goals in words and in indicators' },
  reasoning: {
    zh: '绩效表中“预期目标”“实际完成情况”文字里写出的数量、比率，应与同名指标的指标值、实际完成值一致。按名称（去掉“人数”“次数”等）对应，同名指标有几个时与其中之一相符即可；目标写“不低于”的，文字中的数不低于指标值即可。',
    en: 'Numbers and rates in the words of a form’s goals and results are those of the indicators of the same name. Names are matched without words that only say that something is counted; where several indicators fit, one is enough.',
  },
  examples: {
    trips: [`${HEAD}=12 次 7 次 90 52.50\n\n总分 100 58.67 分\n`],
    passes: [`${HEAD}=12 次 12 次 90 90\n\n总分 100 96.17 分\n`],
    basis: 'final_accounts',
  },
  tries: (view) => performanceForms(view.facts).flatMap((form) => triedIn(view, form)),
}

function triedIn(view: DocumentView, form: PerformanceForm): Tried[] {
  const indicators = indicatorsOf(form)
  const told = view.facts.filter(
    ({ project, role, origin, kind }) =>
      project === form.project &&
      role === 'performance' &&
      origin === 'sentence' &&
      (kind === 'target' || kind === 'actual'),
  )
  return told.flatMap((fact): Tried[] => {
    const rivals = indicators
      .flatMap(({ target, actual }) => (fact.kind === 'target' ? target : actual) ?? [])
      .filter(
        (other) =>
          unitFamily(other.amount.unit) === unitFamily(fact.amount.unit) &&
          likelySame(other.measure.name, fact.measure.name),
      )
    const same = rivals.find((other) => compareDecimals(decimal(other.amount.value), decimal(fact.amount.value)) === 0)
    const rival = same ?? rivals[0]
    if (!rival) return []
    return [{ witnesses: [view.fact(fact), view.fact(rival)], breach: same ? null : breachOf(fact, rival) }]
  })
}

function breachOf(told: Fact, indicator: Fact): Breach {
  const reached = told.kind === 'actual'
  return {
    verdict: reached ? 'contradiction' : 'scope',
    message: {
      zh: `项目${quoted(told.project ?? '')}${reached ? '实际完成情况' : '预期目标'}写${quoted(told.measure.name)}${shown(told)}，指标${quoted(indicator.measure.name)}为 ${shown(indicator)}。`,
      en: `The project ${quoted(told.project ?? '')} says in words ${quoted(told.measure.name)} ${shown(told)}, and its indicator ${quoted(indicator.measure.name)} has ${shown(indicator)}.`,
    },
    values: [told.amount.raw, indicator.amount.raw],
    computed: `${shown(told)} ≠ ${shown(indicator)}`,
  }
}
