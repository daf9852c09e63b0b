import { decimal } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable } from '../../domain/name.ts'
import type { EvaluationForm } from '../../facts/evaluation-form.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted, shown } from '../operands.ts'
import { indicatorsOf, performanceForms } from '../performance-forms.ts'
import type { Rule, Tried } from '../rule.ts'

const HEAD =
  '项目支出绩效自评表\n\n(2031 年度)\n\n项目名称 河道整治经费\n\n主管部门 青石县水务局 实施单位 青石县水务局\n\n项目资金\n（万元）\n\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\n年度资金总额 100.00 100.00 61.67 10 61.67% 6.17 分\n\n年度总体目标\n\n预期目标 实际完成情况\n\n整治河道，为沿河村民发放防汛物资。\n\n'
const INDICATORS =
  '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n数量指标\n\n为沿河村民发放防汛物资\n\n>=400 人 0 人 90 0\n\n总分 100 6.17 分\n'

/** Results that the words of a form claim, and its indicator says did not come about at all. */
export const resultsClaimedRule: Rule = {
  code: 'results-claimed',
  oneSided: true,
  title: { zh: '实际完成情况与零完成的指标', en: 'Results claimed and indicators of nothing' },
  reasoning: {
    zh: '自评表“实际完成情况”照写了某项工作，而同名指标目标大于零、实际完成值为零的，两者矛盾。文字中写明“未”“没有”“无法”“取消”的不比较。',
    en: 'The words of a self-evaluation claim work as done whose indicator aimed at something and reached nothing. Not tried where the words themselves say that it was not done.',
  },
  examples: {
    trips: [`${HEAD}整治河道，为沿河村民发放防汛物资。\n\n${INDICATORS}`],
    passes: [`${HEAD}整治河道，因汛情未能为沿河村民发放防汛物资。\n\n${INDICATORS}`],
    basis: 'final_accounts',
  },
  tries: (view) => {
    const forms = performanceForms(view.facts)
    return view.forms.flatMap((form) => {
      const indicators = forms
        .filter(({ project, facts }) => project === form.project && isWithin(facts[0], form))
        .flatMap(indicatorsOf)
      return indicators.flatMap(({ name, target, actual }) =>
        target && actual ? triedOf(view, form, { name, target, actual }) : [],
      )
    })
  },
}

function isWithin(fact: Fact | undefined, { from, to }: EvaluationForm): boolean {
  return fact !== undefined && fact.source.from > from && fact.source.to <= to + 1
}

interface Reached {
  readonly name: string
  readonly target: Fact
  readonly actual: Fact
}

const SHORTEST = 5
const NOT_DONE = /未|没有|无法|取消|不能|停止/

/** Tried where the words tell of what the indicator counts. */
function triedOf(view: DocumentView, { results }: EvaluationForm, { name, target, actual }: Reached): Tried[] {
  const told = comparable(results.map(({ text }) => text).join(''))
  const core = comparable(name).replace(/(?:人数|次数|数量|数)?\d*$/, '')
  const at = core.length >= SHORTEST ? told.indexOf(core) : -1
  const [first, last] = [results[0], results.at(-1)]
  if (at < 0 || !first || !last || decimal(target.amount.value).digits === 0n) return []
  const sentence = told.slice(Math.max(told.lastIndexOf('。', at), 0), at + core.length)
  const nothing = decimal(actual.amount.value).digits === 0n && !NOT_DONE.test(sentence)
  const words =
    results.find(
      ({ text }) =>
        core.includes(comparable(text).slice(0, SHORTEST)) || comparable(text).includes(core.slice(0, SHORTEST)),
    ) ?? first
  return [
    {
      witnesses: [view.fact(actual), view.words(words.text, words.line)],
      breach: nothing
        ? {
            verdict: 'contradiction',
            message: {
              zh: `实际完成情况写有${quoted(name)}，而该指标目标 ${shown(target)}，实际完成值为 ${shown(actual)}。`,
              en: `The results say ${quoted(name)}, and the indicator aimed at ${shown(target)} and reached ${shown(actual)}.`,
            },
            values: [target.amount.raw, actual.amount.raw],
            computed: `${shown(actual)} ≠ ${shown(target)}`,
          }
        : null,
    },
  ]
}
