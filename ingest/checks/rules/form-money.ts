import { decimal, decimalString, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, shown, valueIn } from '../operands.ts'
import { type PerformanceForm, performanceForms } from '../performance-forms.ts'
import { addRanges, overlap } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'
import { agreement } from '../stated-percent.ts'

const HEAD =
  '项目支出绩效自评表\n\n(2031 年度)\n\n项目名称 河道整治经费\n\n主管部门 青石县水务局 实施单位 青石县水务局\n\n项目资金\n（万元）\n\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n\n'
const TAIL =
  '\n其中：当年财政拨款 100.00 100.00 61.67 — — —\n\n其他资金 0.00 0.00 0.00 — — —\n\n年度总体目标\n\n预期目标 实际完成情况\n\n整治河道。\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n数量指标\n\n整治河道数量\n\n>=5 条 5 条 90 90\n\n总分 100 96.17 分\n'

/** 年度资金总额 of a form against its sources, its rate of execution and the score for that. */
export const formMoneyRule: Rule = {
  code: 'form-money',
  title: { zh: '绩效表中的项目资金', en: 'The money of performance forms' },
  reasoning: {
    zh: '年度资金总额等于财政拨款、上年结转、其他资金之和；执行率等于全年执行数除以全年预算数；执行率得分等于分值乘以执行率（不超过分值）。只比较表中都填有的数，容差由小数位数决定。',
    en: 'The money of a form is the sum of its sources; its rate of execution is what was spent by the year’s budget; the score for it is the weight times that rate, at most the weight. Tried where the form prints all of them; the tolerance follows from the decimals.',
  },
  examples: {
    trips: [
      `${HEAD}年度资金总额 100.00 100.00 61.67 10 71.67% 6.17 分\n${TAIL}`,
      `${HEAD}年度资金总额 100.00 100.00 61.67 10 61.67% 8.17 分\n${TAIL}`,
    ],
    passes: [`${HEAD}年度资金总额 100.00 100.00 61.67 10 61.67% 6.17 分\n${TAIL}`],
    basis: 'final_accounts',
  },
  tries: (view) =>
    performanceForms(view.facts).flatMap((form) => [...sourcesTried(view, form), ...executionTried(view, form)]),
}

/** Where the money of a project comes from, as forms name it. */
const SOURCE =
  /^(?:其中[:：]?)?(?:(?:当年|本年)?财政拨款(?:资金)?|上年结转(?:资金)?|其他资金|单位资金|财政专户管理资金|非财政拨款)$/

/** The whole and its sources, in each column of the form that prints them. */
function sourcesTried(view: DocumentView, { facts }: PerformanceForm): Tried[] {
  const money = facts.filter(({ kind }) => kind === 'level')
  const wholes = money.filter((fact) => /资金总额/.test(nameOf(fact)))
  return wholes.flatMap((whole) => {
    const parts = money.filter((fact) => SOURCE.test(nameOf(fact)) && fact.column.join() === whole.column.join())
    const names = new Set(parts.map(nameOf))
    // One source alone need not be all of the money: the others are blank, or were not read.
    if (parts.length === 0 || names.size !== parts.length) return []
    return [{ witnesses: [whole, ...parts].map((fact) => view.fact(fact)), breach: sourcesBreach(whole, parts) }]
  })
}

/** A row of money is named by its label, which is the measure itself or what narrows it. */
function nameOf({ facet, parents, measure }: Fact): string {
  return facet[0] ?? parents[0] ?? measure.name
}

function sourcesBreach(whole: Fact, parts: readonly Fact[]): Breach | null {
  const { unit } = whole.amount
  const sum = sumDecimals(parts.map((part) => valueIn(part, unit)))
  if (overlap(addRanges(parts.map((part) => printedIn(part, unit))), printedIn(whole, unit))) return null
  const due = decimalString(sum)
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(whole.project ?? '')}的年度资金总额为 ${shown(whole)}，各项资金来源相加为 ${due}${unit}。`,
      en: `The money of the project ${quoted(whole.project ?? '')} is ${shown(whole)}, its sources add up to ${due}${unit}.`,
    },
    values: [whole.amount.raw, due],
    computed: `${parts.map(({ amount }) => amount.raw).join(' + ')} = ${due} ≠ ${whole.amount.raw}`,
  }
}

function executionTried(view: DocumentView, { facts }: PerformanceForm): Tried[] {
  const whole = (name: string) => facts.find((fact) => fact.total && fact.measure.name === name)
  const [planned, spent, rate, weight, score] = [
    whole('全年预算数'),
    whole('全年执行数'),
    whole('执行率'),
    whole('分值'),
    whole('执行率得分'),
  ]
  if (!planned || !spent || !rate) return []
  const own: Tried = {
    witnesses: [rate, spent, planned].map((fact) => view.fact(fact)),
    breach: rateBreach(rate, spent, planned),
  }
  if (!weight || !score) return [own]
  return [
    own,
    { witnesses: [score, rate, weight].map((fact) => view.fact(fact)), breach: scoreBreach(score, rate, weight) },
  ]
}

function rateBreach(rate: Fact, spent: Fact, planned: Fact): Breach | null {
  const { unit } = planned.amount
  const quotient = {
    numerator: valueIn(spent, unit),
    denominator: valueIn(planned, unit),
    ranges: [printedIn(spent, unit), printedIn(planned, unit)],
  } as const
  if (quotient.denominator.digits === 0n || agreement(quotient, rate.amount) !== 'off') return null
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(rate.project ?? '')}全年执行数 ${shown(spent)}、全年预算数 ${shown(planned)}，与执行率 ${shown(rate)} 不符。`,
      en: `The project ${quoted(rate.project ?? '')} spent ${shown(spent)} of ${shown(planned)}, which is not ${shown(rate)}.`,
    },
    values: [shown(rate), spent.amount.raw, planned.amount.raw],
    computed: `${spent.amount.raw} / ${planned.amount.raw} ≠ ${shown(rate)}`,
  }
}

const WHOLE_RATE = decimal('100')

/** The weight times the rate, as near as the print of the score; over-execution earns no more than the weight. */
function scoreBreach(score: Fact, rate: Fact, weight: Fact): Breach | null {
  const percent = decimal(rate.amount.value)
  const capped = Number(rate.amount.value) > 100 ? WHOLE_RATE : percent
  const due = {
    digits: decimal(weight.amount.value).digits * capped.digits,
    scale: decimal(weight.amount.value).scale + capped.scale + 2,
  }
  const printed = printedIn(score, score.amount.unit)
  // Scores are printed to a tenth or a whole as often as to a hundredth.
  const half = { digits: 5n, scale: decimal(score.amount.value).scale + 1 }
  if (
    overlap(
      { low: sumDecimals([printed.low, { ...half, digits: -5n }]), high: sumDecimals([printed.high, half]) },
      { low: due, high: due },
    )
  )
    return null
  const shownDue = decimalString(due).replace(/0+$/, '').replace(/\.$/, '')
  return {
    verdict: 'contradiction',
    message: {
      zh: `项目${quoted(score.project ?? '')}执行率 ${shown(rate)}、分值 ${weight.amount.raw}，得分应为 ${shownDue}，表中为 ${score.amount.raw}。`,
      en: `The project ${quoted(score.project ?? '')} was executed to ${shown(rate)}: of ${weight.amount.raw} points that is ${shownDue}, and ${score.amount.raw} are given.`,
    },
    values: [score.amount.raw, shownDue],
    computed: `${weight.amount.raw} × ${shown(rate)} = ${shownDue} ≠ ${score.amount.raw}`,
  }
}
