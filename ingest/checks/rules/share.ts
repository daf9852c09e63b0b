import { compareDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable } from '../../domain/name.ts'
import { measureKey } from '../../domain/sameness.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, sameUnit, shown, valueIn } from '../operands.ts'
import type { Passage, SpokenFigure } from '../passage.ts'
import { type Breach, bestReading, type Rule, type Tried } from '../rule.ts'
import { agreement, type Quotient, reckoned } from '../stated-percent.ts'

/** "收入预算 541.58 万元，其中：一般公共预算 529.58 万元，占 96.36%": a stated share against its part and its whole. */
export const shareRule: Rule = {
  code: 'share',
  title: { zh: '所占比重', en: 'Shares' },
  reasoning: {
    zh: '比重等于部分除以整体。整体取文中写明的（占……的），或“其中”之前的数，或同一节开头的数；同节、各表合计中任一数相符即为相符。为使各比重合计为 100% 而调整末位的，按四舍五入处理。找不到明确整体的不比较。',
    en: 'A share is its part by its whole. The whole is what the sentence names, or the figure that 其中 opens, or the first of its section; where any figure of the section or a total of a table fits, the share holds. One unit of the last decimal counts as rounding, since lists are made to come to 100%. Not tried where no whole is clear.',
  },
  examples: {
    trips: [
      '二、收入预算情况说明\n\n青石县水务局收入预算 541.58 万元，其中：\n\n一般公共预算 529.58 万元，占 96.36%，比上年增加 1.00 万元。\n\n上级专项收入 12 万元，占 2.22%。\n',
    ],
    passes: [
      '二、收入预算情况说明\n\n青石县水务局收入预算 541.58 万元，其中：\n\n一般公共预算 529.58 万元，占 97.78%，比上年增加 1.00 万元。\n\n上级专项收入 12 万元，占 2.22%。\n',
      '二、收入预算情况说明\n\n一般公共预算 529.58 万元，占 96.36%。\n',
    ],
  },
  tries: (view) =>
    view.passages.flatMap((passage, at) =>
      passage.figures.flatMap((figure) =>
        figure.fact.kind === 'share' && figure.fact.origin === 'sentence'
          ? bestReading(readingsOf(view, at, passage, figure))
          : [],
      ),
    ),
}

function readingsOf(view: DocumentView, at: number, passage: Passage, stated: SpokenFigure): Tried[] {
  const part = partBefore(passage, stated)
  if (!part) return []
  const clear = clearWholes(view, at, passage, stated).filter((whole) => mayContain(whole, part))
  const [main] = clear
  if (!main) return []
  const others = totalsOf(view).filter((whole) => mayContain(whole, part) && !clear.includes(whole))
  return [...clear, ...others].map((whole): Tried => {
    const terms = { share: stated.fact, part, whole }
    return { witnesses: [terms.share, part, whole].map((fact) => view.fact(fact)), breach: breachOf(terms) }
  })
}

/** The figure right before the share, of the same thing. */
function partBefore({ figures }: Passage, stated: SpokenFigure): Fact | null {
  const before = figures[figures.indexOf(stated) - 1]
  if (!before || before.sentence !== stated.sentence) return null
  const { fact } = before
  return isFigure(fact) && measureKey(fact) === measureKey(stated.fact) ? fact : null
}

function isFigure({ kind, of }: Fact): boolean {
  return (kind === 'level' || kind === 'count') && of === null
}

function mayContain(whole: Fact, part: Fact): boolean {
  return (
    whole !== part &&
    isFigure(whole) &&
    sameUnit(whole, part) &&
    compareDecimals(valueIn(whole, part.amount.unit), valueIn(part, part.amount.unit)) >= 0
  )
}

/** So many paragraphs back a list may have been opened. */
const FURTHEST = 12

/** What the share may be of, likeliest first: what it names, what 其中 opened, what its section began with. */
function clearWholes(view: DocumentView, at: number, passage: Passage, stated: SpokenFigure): Fact[] {
  const near = view.passages.slice(Math.max(0, at - FURTHEST), at)
  const own = near.filter(({ section }) => section.join() === passage.section.join())
  const around = near.filter((one) => isAround(one.section, passage.section) && !own.includes(one))
  const before = [...own, { ...passage, figures: passage.figures.slice(0, passage.figures.indexOf(stated)) }, ...around]
  const told = before.flatMap((one) => one.figures.filter((figure) => !isShared(one, figure)))
  const facts = told.map(({ fact }) => fact).filter((fact) => fact.origin === 'sentence' && isFigure(fact))
  const { of } = stated.fact
  const named = of === null ? [] : facts.filter(({ measure }) => comparable(measure.name).endsWith(comparable(of)))
  const opened = before.flatMap((one) =>
    one.figures.filter((figure) => opensParts(one, figure) && !isShared(one, figure)),
  )
  const [first] = facts
  return [
    ...new Set([
      ...named.reverse(),
      ...opened.map(({ fact }) => fact).reverse(),
      ...(first ? [first] : []),
      ...facts.reverse(),
    ]),
  ]
}

/** Whether what stands under one heading may have opened a list under another: they are the same but for the last. */
function isAround(section: readonly string[], own: readonly string[]): boolean {
  return own.slice(0, -1).every((heading, level) => section[level] === heading)
}

/** Whether a share of its own follows a figure: then it is a part beside the others, not their whole. */
function isShared({ figures }: Passage, figure: SpokenFigure): boolean {
  const next = figures[figures.indexOf(figure) + 1]
  return next?.fact.kind === 'share' && next.sentence === figure.sentence && Number(next.fact.amount.value) < 100
}

const OPENS = /^[^。]{0,12}?(?:其中|包括|分别|具体)/

/** Whether parts of a figure are announced behind it, or the paragraph ends with it and a colon. */
function opensParts({ text, clauses }: Passage, { printed, clause }: SpokenFigure): boolean {
  const end = clauses[clause]?.end
  return OPENS.test(text.slice(printed.to)) || end === '：' || end === ':'
}

/** Totals that the tables print. */
function totalsOf(view: DocumentView): Fact[] {
  return view.facts.filter(({ total, origin, kind }) => total && origin === 'cell' && kind === 'level')
}

interface Terms {
  readonly share: Fact
  readonly part: Fact
  readonly whole: Fact
}

function breachOf({ share, part, whole }: Terms): Breach | null {
  const { unit } = part.amount
  const quotient: Quotient = {
    numerator: valueIn(part, unit),
    denominator: valueIn(whole, unit),
    ranges: [printedIn(part, unit), printedIn(whole, unit)],
  }
  const agrees = agreement(quotient, share.amount, true)
  if (agrees === 'exact') return null
  const due = reckoned(quotient, share.amount)
  if (due === '') return null
  const computed = `${part.amount.raw} / ${whole.amount.raw} = ${due}%`
  const values = [shown(share), `${due}%`]
  const names = [part.measure.name, whole.measure.name] as const
  if (agrees === 'rounded') {
    const message = {
      zh: `${quoted(names[0])}占${quoted(names[1])}的比重写为 ${shown(share)}，计算为 ${due}%，相差在四舍五入范围内。`,
      en: `The share of ${quoted(names[0])} in ${quoted(names[1])} is given as ${shown(share)}; it comes to ${due}%, as near as rounding brings it.`,
    }
    return { verdict: 'rounding', message, values, computed }
  }
  return {
    verdict: 'contradiction',
    message: {
      zh: `${quoted(names[0])}${shown(part)}占${quoted(names[1])}${shown(whole)}的比重应为 ${due}%，文中写 ${shown(share)}。`,
      en: `${quoted(names[0])} (${shown(part)}) is ${due}% of ${quoted(names[1])} (${shown(whole)}), and ${shown(share)} is stated.`,
    },
    values,
    computed,
    remedy: {
      zh: `比重改为 ${due}%，或核对部分与整体的金额。`,
      en: `State ${due}%, or look at the part and the whole.`,
    },
  }
}
