import { decimal, negative, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, sameUnit, shown, valueIn } from '../operands.ts'
import type { Passage, SpokenFigure } from '../passage.ts'
import { subtractRange } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'
import { agreement, type Quotient, reckoned } from '../stated-percent.ts'

/** "年初预算 300.00 万元，支出决算 250.00 万元，完成年初预算的 83.33%": a rate of execution against its own sentence. */
export const executionRateRule: Rule = {
  code: 'execution-rate',
  title: { zh: '预算执行率与预决算差异率', en: 'Rates of execution' },
  reasoning: {
    zh: '完成预算的比率等于决算数除以所说的预算数（年初预算或全年预算），预决算差异率等于决算数减预算数再除以预算数。只比较同一句中写明预算数和决算数的。所说的预算为零，或只有对另一预算才成立的，予以说明。按各数的末位小数计容差。',
    en: 'A rate of completion is the outcome by the budget it names (initial or adjusted), a rate of deviation the outcome less the budget by the budget. Tried where one sentence prints both. Said where the budget named is nothing, or the rate holds for the other budget only. The tolerance follows from the decimals printed.',
  },
  examples: {
    trips: [
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算为 0 万元，全年预算为 321.02 万元，支出决算为 307.82 万元，完成年初预算的 95.89%。\n',
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算数 400.00 万元，决算数 300.00 万元，预决算差异率 -33.33%。\n',
    ],
    passes: [
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算为 0 万元，全年预算为 321.02 万元，支出决算为 307.82 万元，完成全年预算的 95.89%。\n',
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算数 400.00 万元，决算数 300.00 万元，预决算差异率 -25.00%。\n',
    ],
    basis: 'final_accounts',
  },
  tries: (view) =>
    view.passages.flatMap((passage) => passage.figures.flatMap((figure) => triedOf(view, passage, figure))),
}

const COMPLETED = /完成.{0,12}预算.{0,8}$|预算(?:执行率|完成率)[为是]?$/
const DEVIATION = /差异率[为是]?$/

function triedOf(view: DocumentView, passage: Passage, stated: SpokenFigure): Tried[] {
  if (stated.fact.kind !== 'rate') return []
  const deviates = DEVIATION.test(stated.before)
  if (!deviates && !COMPLETED.test(stated.before)) return []
  const near = passage.figures
    .slice(0, passage.figures.indexOf(stated))
    .filter(({ sentence, fact }) => sentence === stated.sentence && fact.kind === 'level')
  const after = near.findLastIndex(({ fact }) => fact.basis === 'final_accounts' && fact.stage === null)
  const outcome = near[after]?.fact
  if (!outcome) return []
  // Budgets of an earlier item of the sentence are not this one's: they stand before its own outcome.
  const begin = near.slice(0, after).findLastIndex(({ fact }) => fact.basis !== 'budget')
  const budgets = near
    .slice(begin + 1)
    .flatMap(({ fact }) => (fact.basis === 'budget' && sameUnit(fact, outcome) ? fact : []))
  const named =
    budgets.find(({ stage }) => stage === stageIn(stated.before)) ?? (budgets.length === 1 ? budgets[0] : undefined)
  if (!named) return []
  const terms = { rate: stated.fact, outcome, named, budgets, deviates }
  return [{ witnesses: [stated.fact, named, outcome].map((fact) => view.fact(fact)), breach: breachOf(terms) }]
}

function stageIn(words: string): Fact['stage'] {
  if (/年初/.test(words)) return 'initial'
  return /全年|调整/.test(words) ? 'adjusted' : null
}

interface Terms {
  readonly rate: Fact
  readonly outcome: Fact
  readonly named: Fact
  readonly budgets: readonly Fact[]
  readonly deviates: boolean
}

function quotientOf(outcome: Fact, budget: Fact, deviates: boolean): Quotient {
  const { unit } = outcome.amount
  const [spent, planned] = [valueIn(outcome, unit), valueIn(budget, unit)]
  const [spentRange, plannedRange] = [printedIn(outcome, unit), printedIn(budget, unit)]
  return {
    numerator: deviates ? sumDecimals([spent, negative(planned)]) : spent,
    denominator: planned,
    ranges: [deviates ? subtractRange(spentRange, plannedRange) : spentRange, plannedRange],
  }
}

function breachOf({ rate, outcome, named, budgets, deviates }: Terms): Breach | null {
  const quotient = quotientOf(outcome, named, deviates)
  const agrees = agreement(quotient, rate.amount)
  if (agrees === 'exact') return null
  if (quotient.denominator.digits === 0n) return onNothing({ rate, outcome, named, budgets, deviates })
  const due = `${reckoned(quotient, rate.amount)}%`
  const difference = `(${outcome.amount.raw} - ${named.amount.raw})`
  const computed = `${deviates ? difference : outcome.amount.raw} / ${named.amount.raw} = ${due}`
  const values = [shown(rate), due]
  if (agrees === 'rounded') {
    const message = {
      zh: `比率写为 ${shown(rate)}，按所列数计算为 ${due}，相差在四舍五入范围内。`,
      en: `The rate is given as ${shown(rate)}; its figures come to ${due}, as near as rounding brings it.`,
    }
    return { verdict: 'rounding', message, values, computed }
  }
  const other = otherBudget({ rate, outcome, named, budgets, deviates })
  return {
    verdict: 'contradiction',
    message: {
      zh: `决算 ${shown(outcome)}、预算 ${shown(named)}，${deviates ? '差异率' : '完成比率'}应为 ${due}，文中写 ${shown(rate)}${other ? `（对预算 ${shown(other)} 才成立）` : ''}。`,
      en: `An outcome of ${shown(outcome)} against a budget of ${shown(named)} is ${due}, and ${shown(rate)} is stated${other ? ` (which it is of ${shown(other)})` : ''}.`,
    },
    values,
    computed,
    remedy: {
      zh: `比率改为 ${due}，或核对预算数与决算数。`,
      en: `State ${due}, or look at the budget and the outcome.`,
    },
  }
}

/** Another budget of the sentence, for which the rate holds. */
function otherBudget({ rate, outcome, named, budgets, deviates }: Terms): Fact | undefined {
  return budgets.find(
    (budget) => budget !== named && agreement(quotientOf(outcome, budget, deviates), rate.amount) !== 'off',
  )
}

function onNothing(terms: Terms): Breach | null {
  const { rate, outcome, named } = terms
  if (decimal(rate.amount.value).digits === 0n || decimal(outcome.amount.value).digits === 0n) return null
  const other = otherBudget(terms)
  const share = other ? `${reckoned(quotientOf(outcome, other, terms.deviates), rate.amount)}%` : ''
  return {
    verdict: 'contradiction',
    message: {
      zh: `所说的预算为 ${shown(named)}，比率 ${shown(rate)} 没有基数${other ? `；实为预算 ${shown(other)} 的 ${share}` : ''}。`,
      en: `The budget named is ${shown(named)}, so ${shown(rate)} has no base${other ? `; it is ${share} of ${shown(other)}` : ''}.`,
    },
    values: [shown(rate), shown(named), ...(other ? [shown(other)] : [])],
    computed: other
      ? `${outcome.amount.raw} / ${other.amount.raw} = ${share}`
      : `${outcome.amount.raw} / ${named.amount.raw}`,
    ...(other
      ? {
          remedy: {
            zh: `${quoted(rate.measure.name)}应改为对预算 ${shown(other)} 而言。`,
            en: `${quoted(rate.measure.name)} should name the budget of ${shown(other)}.`,
          },
        }
      : {}),
  }
}
