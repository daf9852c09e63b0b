import { compareDecimals, decimal, decimalString, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, shown, valueIn } from '../operands.ts'
import { namesOtherYear, type Passage, type SpokenFigure } from '../passage.ts'
import { addRanges, overlap } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const LIST =
  '（二）支出决算结构情况\n\n1.农林水支出(类)300.00 万元。\n\n2.住房保障支出(类)20.00 万元。\n\n（三）支出决算具体情况\n\n1.农林水支出(类)水利(款)行政运行(项):支出决算数为 100.00 万元。\n\n'

/** Items that the text goes through, against the classes it states. */
export const proseAccountsRule: Rule = {
  code: 'prose-accounts',
  oneSided: true,
  title: { zh: '文字中各项科目与类级科目', en: 'Items and classes in the text' },
  reasoning: {
    zh: '文字逐项说明的项级科目金额，按类相加等于文字所列的类级金额。只有逐项说明列全时才能比较：其余各类都相符而某一类不符的才报告。容差由小数位数和项数决定。',
    en: 'The items that the text goes through add up to the classes that it states. They can only be held against each other where the list is complete: told where one class differs and all others fit. The tolerance follows from the decimals and the number of items.',
  },
  examples: {
    trips: [
      `${LIST}2.农林水支出(类)水利(款)水利工程建设(项):支出决算数为 190.00 万元。\n\n3.住房保障支出(类)住房改革支出(款)住房公积金(项):支出决算数为 20.00 万元。\n`,
    ],
    passes: [
      `${LIST}2.农林水支出(类)水利(款)水利工程建设(项):支出决算数为 200.00 万元。\n\n3.住房保障支出(类)住房改革支出(款)住房公积金(项):支出决算数为 20.00 万元。\n`,
    ],
    basis: 'final_accounts',
  },
  tries: (view) => {
    const classes = view.passages
      .flatMap(({ figures }) => figures.filter(isTold).map(({ fact }) => fact))
      .filter(isClass)
    const items = view.passages.flatMap(itemOf)
    const sums = unique(classes).flatMap((whole) => {
      const parts = items.filter((item) => isOfClass(item, whole) && isBeside(item, whole))
      return parts.length === 0 || leavesOut(view, whole, parts) ? [] : [{ whole, parts }]
    })
    const off = sums.filter(({ whole, parts }) => !isNear(whole, parts))
    // One class off among several that fit: the list is complete. More: it is not, or is of other money.
    const complete = off.length === 0 || (off.length === 1 && sums.length > 1)
    return complete ? sums.map((sum) => tried(view, sum)) : []
  },
}

const CLASS = 3
const ITEM = 7
/** An item is written out below its class (类) and its group (款). */
const LEVELS_ABOVE_ITEM = 2

/** Whether the tables print an item of the class with money that the text does not go through. */
function leavesOut({ facts }: DocumentView, { measure }: Fact, parts: readonly Fact[]): boolean {
  const told = new Set(parts.map((part) => part.measure.code))
  return facts.some(
    (fact) =>
      fact.origin === 'cell' &&
      fact.measure.code?.length === ITEM &&
      fact.measure.code.startsWith(measure.code ?? '-') &&
      !told.has(fact.measure.code) &&
      decimal(fact.amount.value).digits !== 0n,
  )
}

/** What a paragraph of a list of accounts gives its item: the first amount of this year. */
function itemOf({ figures }: Passage): Fact[] {
  const first = figures.find(isTold)
  return first && first.fact.parents.length >= LEVELS_ABOVE_ITEM ? [first.fact] : []
}

function isClass({ measure, parents }: Fact): boolean {
  return measure.classification === 'functional' && measure.code?.length === CLASS && parents.length < LEVELS_ABOVE_ITEM
}

/** An amount of an account, of the year and the basis that the document discloses. */
function isTold(figure: SpokenFigure): boolean {
  const { measure, kind, origin, facet, stage, project, parents } = figure.fact
  const plain = kind === 'level' && origin === 'sentence' && facet.length === 0 && stage === null && project === null
  const account = measure.classification === 'functional' || parents.length >= LEVELS_ABOVE_ITEM
  return plain && account && !namesOtherYear(figure)
}

/** The first fact of each account: the text may come back to one. */
function unique(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact, at) => facts.findIndex(({ measure }) => measure.code === fact.measure.code) === at)
}

function isOfClass({ parents: [outer = ''] }: Fact, { measure }: Fact): boolean {
  const bare = (name: string) => comparable(name).replace(/支出$/, '')
  return bare(outer) === bare(measure.name)
}

function isBeside(item: Fact, whole: Fact): boolean {
  return item.fiscalYear === whole.fiscalYear && item.basis === whole.basis && item.fund === whole.fund
}

interface Sum {
  readonly whole: Fact
  readonly parts: readonly Fact[]
}

function isNear(whole: Fact, parts: readonly Fact[]): boolean {
  const { unit } = whole.amount
  return overlap(addRanges(parts.map((part) => printedIn(part, unit))), printedIn(whole, unit))
}

function tried(view: DocumentView, { whole, parts }: Sum): Tried {
  const { unit } = whole.amount
  const sum = sumDecimals(parts.map((part) => valueIn(part, unit)))
  const same = compareDecimals(sum, valueIn(whole, unit)) === 0
  return {
    witnesses: [whole, ...parts].map((fact) => view.fact(fact)),
    breach: same ? null : breachOf({ whole, parts }, decimalString(sum)),
  }
}

function breachOf({ whole, parts }: Sum, sum: string): Breach {
  const near = isNear(whole, parts)
  const name = quoted(whole.measure.name)
  return {
    verdict: near ? 'rounding' : 'contradiction',
    message: {
      zh: `${name}为 ${shown(whole)}，逐项说明的 ${parts.length} 项相加为 ${sum}${whole.amount.unit}${near ? '，相差在四舍五入范围内' : ''}。`,
      en: `${name} is ${shown(whole)}; the ${parts.length} items that the text goes through add up to ${sum}${whole.amount.unit}${near ? ', as near as rounding brings it' : ''}.`,
    },
    values: [whole.amount.raw, sum],
    computed: `${parts.map(({ amount }) => amount.raw).join(' + ')} = ${sum} ≠ ${whole.amount.raw}`,
  }
}
