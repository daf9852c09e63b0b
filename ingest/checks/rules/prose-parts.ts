import { compareDecimals, decimalString, negative, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { comparable } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { printedIn, quoted, sameUnit, shown, valueIn } from '../operands.ts'
import { namesOtherYear, type Passage, type SpokenFigure } from '../passage.ts'
import { addRanges, overlap } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

/** Parts that make up a whole by the rules of budgeting, by the names that documents give them. */
interface Family {
  readonly whole: RegExp
  /** One pattern a part; a list that leaves one out says nothing of it. */
  readonly parts: readonly RegExp[]
  /** Parts without which the list is not taken to be whole. */
  readonly least: number
}

/** Source: the ministry's templates of disclosures (地方预决算公开操作规程); names as comparable() writes them. */
const FAMILIES: readonly Family[] = [
  {
    whole: /三公"?经费/,
    parts: [
      /^因公出国(?:\(境\))?/,
      /^公务用车购置(?:费|支出)?$/,
      /^公务用车运行/,
      /^公务用车购置(?:及|和)运行/,
      /^公务接待/,
    ],
    least: 3,
  },
  { whole: /公务用车购置(?:及|和)运行/, parts: [/^公务用车购置(?:费|支出|费支出)?$/, /^公务用车运行/], least: 2 },
  { whole: /基本支出$/, parts: [/^人员经费$/, /^公用经费$/], least: 2 },
  { whole: /政府采购(?:预算|支出|金额)?(?:总额|合计|总计)?$/, parts: [/货物/, /工程/, /服务/], least: 3 },
  {
    whole: /编制(?:总?数)?$|^(?:实有)?在职(?:人员)?(?:总?数)?$/,
    parts: [/^行政/, /^参照|^参公/, /^(?:全额|差额)?事业/, /工勤|工人/, /^离休/],
    least: 3,
  },
  { whole: /^(?:共有)?车辆$/, parts: [/.*车/], least: 2 },
]

/** "“三公”经费 6 万元，其中：…": parts that make up their whole. */
export const prosePartsRule: Rule = {
  code: 'prose-parts',
  title: { zh: '文字中的总数与分项', en: 'Wholes and parts in the text' },
  reasoning: {
    zh: '同一句中“其中”列出的分项之和等于总数：“三公”经费、公务用车购置及运行费、基本支出（人员、公用经费）、政府采购（货物、工程、服务）、编制与在职人员（行政、事业、工勤等至少三类）、车辆（列有“其他”的）。分项未列全的不比较；其余“其中”不一定列全，只在分项之和大于总数时报告。容差由各数的小数位数和分项数决定。',
    en: 'Parts listed behind 其中 in one sentence add up to their whole: the three public expenses, vehicles bought and run, basic expenditure, procurement (goods, works, services), posts and staff where three kinds at least are listed, vehicles where an “other” is listed. Lists that leave parts out are not tried; any other 其中 need not be complete, and is told only where the parts exceed the whole. The tolerance follows from the decimals printed and the number of parts.',
  },
  examples: {
    trips: [
      '八、“三公”经费预算情况说明\n\n2031 年“三公”经费预算数为 7 万元，其中：因公出国（境）费 0 万元，公务用车购置费 0 万元，公务用车运行费 4 万元，公务接待费 2 万元。\n',
      '青石县水务局总编制 28 名，其中：行政编制 6 名，参照公务员法管理事业编制 12 名，事业编制 0 名。\n',
      '（三）国有资产占用使用情况\n\n车辆 2 辆，价值 5.18 万元；其中：一般公务用车 0 辆，价值 0 万元；执法执勤用车 0 辆，价值 0 万元；其他车辆 1 辆，价值 5.18 万元。\n',
    ],
    passes: [
      '八、“三公”经费预算情况说明\n\n2031 年“三公”经费预算数为 6 万元，其中：因公出国（境）费 0 万元，公务用车购置费 0 万元，公务用车运行费 4 万元，公务接待费 2 万元。\n',
      '（二）政府采购情况\n\n政府采购预算 22.4 万元，其中：政府采购货物预算 12 万元，面向中小企业预留 8 万元。\n',
    ],
  },
  tries: (view) =>
    view.passages.flatMap((passage) => passage.figures.flatMap((whole) => triedOf(view, passage, whole))),
}

function triedOf(view: DocumentView, passage: Passage, whole: SpokenFigure): Tried[] {
  if (!isAmount(whole.fact) || namesOtherYear(whole)) return []
  const below = partsBelow(passage, whole)
  const name = comparable(whole.fact.measure.name)
  // "公务用车运行维护费全年预算": a figure of another time than its parts.
  if (/(?:全年|年初|调整)预算数?$/.test(name)) return []
  const family = FAMILIES.find((one) => one.whole.test(name))
  const own = family ? wholeFamily(family, below) : null
  const parts = own ?? (isListedRightBehind(passage, whole, below) ? below : [])
  if (parts.length < 2) return []
  const facts = [whole.fact, ...parts]
  const breach = breachOf(whole.fact, parts, own !== null && isWhole(name, parts))
  // Parts that come to less than what need not be listed whole say nothing.
  return breach === 'open' ? [] : [{ witnesses: facts.map((fact) => view.fact(fact)), breach }]
}

function isAmount({ kind, of, facet }: Fact): boolean {
  return (kind === 'level' || kind === 'count') && of === null && facet.length === 0
}

/** The figures that the sentence lists as parts of the whole, each of its own name. */
function partsBelow({ figures, clauses }: Passage, whole: SpokenFigure): Fact[] {
  const { measure, kind } = whole.fact
  const next = figures.find(({ sentence }) => sentence === whole.sentence + 1)
  // "支出 105.58 万元。其中：…": the list may begin a sentence of its own.
  const goesOn =
    next !== undefined && /^\s*其中/.test(clauses[next.clause]?.text ?? '') ? whole.sentence + 1 : whole.sentence
  const below = figures
    .slice(figures.indexOf(whole) + 1)
    .filter(
      ({ sentence, fact }) => sentence >= whole.sentence && sentence <= goesOn && isAmount(fact) && fact.kind === kind,
    )
    .map(({ fact }) => fact)
    .filter((fact) => fact.parents.at(-1) === measure.name && sameUnit(fact, whole.fact) && fact.origin === 'sentence')
  return below.filter((fact, at) => below.findIndex((other) => other.measure.name === fact.measure.name) === at)
}

/** "编制 96 人，其中：…": 其中 stands between the whole and its parts, and no other amount that they may be parts of. */
function isListedRightBehind({ text, figures }: Passage, whole: SpokenFigure, parts: readonly Fact[]): boolean {
  const [first] = figures.slice(figures.indexOf(whole) + 1)
  return first?.fact === parts[0] && text.slice(whole.printed.to, first?.printed.from).includes('其中')
}

/** The parts of a family, without those that another of them contains; null where too few are listed. */
function wholeFamily({ parts, least }: Family, below: readonly Fact[]): Fact[] | null {
  const found = below.filter(({ measure }) => parts.some((part) => part.test(comparable(measure.name))))
  const joint = found.some(({ measure }) => JOINT.test(measure.name))
  const outer = joint ? found.filter(({ measure }) => JOINT.test(measure.name) || !VEHICLE.test(measure.name)) : found
  return found.length >= least && outer.length >= 2 ? outer : null
}

const JOINT = /公务用车购置(?:及|和)运行/
const VEHICLE = /^公务用车/

/** Kinds of vehicles are listed whole where what is left over is among them. */
function isWhole(name: string, parts: readonly Fact[]): boolean {
  return !/车辆$/.test(name) || parts.some(({ measure }) => /^其他/.test(measure.name))
}

function breachOf(whole: Fact, parts: readonly Fact[], complete: boolean): Breach | null | 'open' {
  const { unit } = whole.amount
  const sum = sumDecimals(parts.map((part) => valueIn(part, unit)))
  const total = valueIn(whole, unit)
  const order = compareDecimals(sum, total)
  if (order === 0) return null
  const near = overlap(addRanges(parts.map((part) => printedIn(part, unit))), printedIn(whole, unit))
  if (!near && !complete && order < 0) return 'open'
  const due = `${decimalString(sum)}${unit}`
  const computed = `${parts.map(({ amount }) => amount.raw).join(' + ')} = ${decimalString(sum)} ≠ ${whole.amount.raw}`
  const values = [whole.amount.raw, decimalString(sum)]
  const name = quoted(whole.measure.name)
  if (near) {
    const message = {
      zh: `${name}为 ${shown(whole)}，分项相加为 ${due}，相差在四舍五入范围内。`,
      en: `${name} is ${shown(whole)}; its parts add up to ${due}, as near as rounding brings it.`,
    }
    return { verdict: 'rounding', message, values, computed }
  }
  const difference = sumDecimals([sum, negative(total)])
  const apart = decimalString(difference.digits < 0n ? negative(difference) : difference)
  return {
    verdict: 'contradiction',
    message: {
      zh: `${name}为 ${shown(whole)}，所列分项相加为 ${due}，相差 ${apart}${unit}。`,
      en: `${name} is ${shown(whole)}; the parts listed add up to ${due}, ${apart}${unit} apart.`,
    },
    values,
    computed,
    remedy: {
      zh: `若分项无误，总数应为 ${due}。`,
      en: `If the parts are right, the whole should be ${due}.`,
    },
  }
}
