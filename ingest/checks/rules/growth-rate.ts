import { compareDecimals, type Decimal, decimal, decimalString, negative, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { measureKey } from '../../domain/sameness.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, sameUnit, shown, valueIn } from '../operands.ts'
import type { Passage, SpokenFigure } from '../passage.ts'
import { addRanges, subtractRange } from '../print-range.ts'
import { type Breach, bestReading, type Rule, type Tried } from '../rule.ts'
import { agreement, type Quotient, reckoned } from '../stated-percent.ts'

/** "比上年增加 10.05 万元，增长 0.57%": a stated rate of change against the figures beside it. */
export const growthRateRule: Rule = {
  code: 'growth-rate',
  title: { zh: '增减率与增减额', en: 'Rates of change' },
  reasoning: {
    zh: '增减率等于增减额除以上年数，上年数由本年数减去（或加上）增减额得出。按各数的末位小数计容差。只比较同一句中先后写出的增减额与增减率，且本年数能在同一事项下找到的。上年为零而写 100% 的，按口径说明列示；若以本年数为基数才相符，在说明中指出。',
    en: 'A rate of change is the change by the year before, which is this year’s figure less the change. The tolerance follows from the decimals printed. Tried where change and rate stand in one sentence and this year’s figure is printed for the same thing. 100% of a year before of nothing is told as a matter of scope; where the rate would hold on this year’s figure, that is said.',
  },
  examples: {
    trips: [
      '一、机关运行经费\n\n2031 年机关运行经费财政拨款预算 27.54 万元，比上年预算增加 10.05 万元，增长 0.57%。\n',
      '八、“三公”经费预算情况说明\n\n2031 年“三公”经费预算数为 6 万元，比上年减少 2 万元，降低 33.33%。\n',
    ],
    passes: [
      '一、机关运行经费\n\n2031 年机关运行经费财政拨款预算 27.54 万元，比上年预算增加 10.05 万元，增长 57.46%。\n',
      '八、“三公”经费预算情况说明\n\n2031 年“三公”经费预算数为 6 万元，比上年减少 2 万元，降低 25%。\n',
      '八、“三公”经费预算情况说明\n\n公务接待费 2 万元，比上年增加 0 万元，增长 0%。\n',
    ],
  },
  tries: (view) =>
    view.passages.flatMap((passage) =>
      passage.figures.flatMap((figure) =>
        isRateOfChange(figure.fact) ? bestReading(readingsOf(view, passage, figure)) : [],
      ),
    ),
}

function isRateOfChange({ kind, facet, direction, origin }: Fact): boolean {
  const ofYearBefore = facet.some((word) => word.startsWith('比上年'))
  return kind === 'rate' && origin === 'sentence' && direction !== null && ofYearBefore
}

/** The rate held against the change beside it and each figure that may be the one of this year. */
function readingsOf(view: DocumentView, passage: Passage, stated: SpokenFigure): Tried[] {
  const change = changeBefore(passage, stated)
  if (!change) return []
  return levelsOf(view, passage, stated, change).map((level): Tried => {
    const terms = { rate: stated.fact, change, level }
    return { witnesses: [terms.rate, change, level].map((fact) => view.fact(fact)), breach: breachOf(terms) }
  })
}

/** The change that the rate is of: the last one before it in its sentence, of the same thing, of the same direction. */
function changeBefore({ figures }: Passage, stated: SpokenFigure): Fact | null {
  const before = figures.slice(0, figures.indexOf(stated)).findLast(({ fact }) => fact.kind === 'change')
  if (!before || before.sentence !== stated.sentence) return null
  const { fact } = before
  const same = measureKey(fact) === measureKey(stated.fact) && fact.origin === stated.fact.origin
  const turned =
    fact.direction !== stated.fact.direction && fact.direction !== 'flat' && stated.fact.direction !== 'flat'
  return same && !turned && fact.of === stated.fact.of ? fact : null
}

/** What may be this year's figure: of the paragraph, of what is nearest before it, or of the document. */
function levelsOf(view: DocumentView, passage: Passage, stated: SpokenFigure, change: Fact): Fact[] {
  const isLevel = (fact: Fact) =>
    (fact.kind === 'level' || fact.kind === 'count') &&
    fact.facet.length === 0 &&
    fact.stage === null &&
    fact.fiscalYear === change.fiscalYear &&
    fact.basis === change.basis &&
    fact.of === null &&
    sameUnit(fact, change)
  const before = passage.figures.slice(0, passage.figures.indexOf(stated)).map(({ fact }) => fact)
  const own = before.filter((fact) => isLevel(fact) && fact.origin === 'sentence').reverse()
  const main =
    own.find((fact) => measureKey(fact) === measureKey(change)) ??
    view.byMeasure.alike(change).find((fact) => isLevel(fact) && fact.origin !== 'reason')
  // A change that names no subject may be of any figure told before it.
  return main ? [main, ...own.filter((fact) => fact !== main)] : []
}

interface Terms {
  readonly rate: Fact
  readonly change: Fact
  readonly level: Fact
}

function breachOf({ rate, change, level }: Terms): Breach | null {
  const { unit } = change.amount
  const [moved, now] = [valueIn(change, unit), valueIn(level, unit)]
  const [movedRange, nowRange] = [printedIn(change, unit), printedIn(level, unit)]
  const fell = change.direction === 'down'
  const before = sumDecimals([now, fell ? moved : negative(moved)])
  const beforeRange = fell ? addRanges([nowRange, movedRange]) : subtractRange(nowRange, movedRange)
  const quotient: Quotient = { numerator: moved, denominator: before, ranges: [movedRange, beforeRange] }
  const agrees = agreement(quotient, rate.amount)
  if (agrees === 'exact') return null
  if (before.digits === 0n) return onNothing(rate, change, level)
  const due = reckoned(quotient, rate.amount)
  const sign = fell ? '+' : '-'
  const computed = `${change.amount.raw} / (${level.amount.raw} ${sign} ${change.amount.raw}) = ${due}%`
  const values = [shown(rate), `${due}%`]
  const { name } = rate.measure
  if (agrees === 'rounded') {
    const message = {
      zh: `${quoted(name)}的增减率写为 ${shown(rate)}，按所列数计算为 ${due}%，相差在四舍五入范围内。`,
      en: `The rate of change of ${quoted(name)} is given as ${shown(rate)}; its figures come to ${due}%, as near as rounding brings it.`,
    }
    return { verdict: 'rounding', message, values, computed }
  }
  const otherBase = agreement({ ...quotient, denominator: now, ranges: [movedRange, nowRange] }, rate.amount) !== 'off'
  return {
    verdict: 'contradiction',
    message: {
      zh: `${quoted(name)}${shown(level)}，比上年变动 ${shown(change)}，增减率应为 ${due}%，文中写 ${shown(rate)}${otherBase ? '（只有以本年数为基数才得此数）' : ''}${factorWords(due, rate)?.zh ?? ''}。`,
      en: `${quoted(name)} is ${shown(level)} and changed by ${shown(change)}: that is ${due}%, and ${shown(rate)} is stated${otherBase ? ' (which it is of this year’s figure only)' : ''}${factorWords(due, rate)?.en ?? ''}.`,
    },
    values,
    computed,
    remedy: {
      zh: `增减率改为 ${due}%，或核对增减额与本年数。`,
      en: `State ${due}%, or look at the change and at this year’s figure.`,
    },
  }
}

/** Said where a factor of a hundred would put a rate right: 0.57 for 57%. */
function factorWords(due: string, rate: Fact): { readonly zh: string; readonly en: string } | null {
  const stated = decimal(rate.amount.value)
  const hundredfold: Decimal = { ...stated, digits: stated.digits * 100n }
  const rounded = decimal(due)
  const apart = sumDecimals([rounded, negative(hundredfold)])
  const size = apart.digits < 0n ? negative(apart) : apart
  // A hundred times a rate of two decimals is a whole number: it may be off by one.
  if (stated.digits === 0n || compareDecimals(size, { digits: 1n, scale: 0 }) > 0) return null
  return {
    zh: `（所写数的一百倍为 ${decimalString(hundredfold)}%，疑为漏乘 100）`,
    en: ` (a hundred times that is ${decimalString(hundredfold)}%: perhaps it was not multiplied by 100)`,
  }
}

/** The year before was nothing: what is stated is a convention, or cannot be. */
function onNothing(rate: Fact, change: Fact, level: Fact): Breach {
  const usual = compareDecimals(decimal(rate.amount.value), { digits: 100n, scale: 0 }) === 0
  const { name } = rate.measure
  return {
    verdict: usual ? 'scope' : 'contradiction',
    message: {
      zh: `${quoted(name)}${shown(level)}，比上年变动 ${shown(change)}，上年为 0，增减率 ${shown(rate)} 没有基数${usual ? '（惯例写法）' : ''}。`,
      en: `${quoted(name)} is ${shown(level)} and changed by ${shown(change)}: the year before was nothing, so ${shown(rate)} has no base${usual ? ' (a common way of writing)' : ''}.`,
    },
    values: [shown(rate), shown(change)],
    computed: `${level.amount.raw} - ${change.amount.raw} = 0`,
  }
}
