import type { Fact } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'
import { cellAmount, comparatorOf } from '../tables/cell-amount.ts'
import { splitUnit, unitTextIn } from './per-unit.ts'

/** First-level classes of performance indicators (财政部 预算绩效管理, 共性绩效指标体系框架, and their provincial variants). */
const FIRST_LEVEL =
  /^(?:年度)?(?:绩效指标)?(?:产出|效益|满意度|成本|项目完成|项目效益|履职效能|管理效率|社会效应|可持续(?:影响|发展)(?:能力)?|投入|过程|运行成本|预算执行)(?:指标)?$/
/** Second-level classes. */
const SECOND_LEVEL =
  /^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|生态成本|经济效益|社会效益|生态效益|可持续影响|可持续发展|服务对象满意度|社会公众满意度|满意度|时效性|履职效能|效果|执行率)(?:指标)?$/

/** The name of a class without the points that it is worth: "产出指标（50分）". */
export function className(text: string): string {
  return squeeze(text).replace(/[（(]\d{1,3}分?[)）]$/, '')
}

/** Whether the words are a class of indicators, of the first or second level. */
export function isIndicatorClass(text: string): boolean {
  const word = className(text)
  return FIRST_LEVEL.test(word) || SECOND_LEVEL.test(word)
}

/** Classes that stand below one of the first level where one of these is open, and are of the first level elsewhere. */
const SHARED_CLASSES: readonly (readonly [RegExp, RegExp])[] = [
  [/^成本/, /产出|项目完成/],
  [/^可持续/, /效益/],
]

/** Whether a class that is of either level (成本指标) is of the second one below the class open above it. */
export function standsBelow(name: string, outer: string | undefined): boolean {
  const word = squeeze(name)
  return outer !== undefined && SHARED_CLASSES.some(([own, above]) => own.test(word) && above.test(squeeze(outer)))
}

/** Whether the words are a class of the first level (产出指标). 成本指标 is one of either level. */
export function isFirstLevel(text: string): boolean {
  return FIRST_LEVEL.test(className(text))
}

/** An indicator's target or result as a figure. */
export interface IndicatorValue {
  readonly value: string
  readonly unit: string
  /** What it is for each of: 每人每年. */
  readonly of: string | null
  readonly raw: string
  readonly comparator: Fact['comparator']
}

/** Whether a cell holds only the kind of comparison (≥, =, 定性). */
export function isComparatorCell(text: string): boolean {
  return comparatorOf(text) !== null || squeeze(text) === '定性'
}

/** A target or result from a cell that prints it whole ("≥95%") or from several (≥ | 95 | %); null for words. */
export function indicatorValue(
  name: string,
  sign: string | null,
  text: string,
  unitCell: string | null,
): IndicatorValue | null {
  const parsed = cellAmount(text)
  if (!parsed) return null
  const comparator = parsed.comparator ?? comparatorOf(sign ?? '')
  const named = splitUnit(unitTextIn(name))
  const printed = splitUnit((parsed.amount.unit || squeeze(unitCell ?? '')).replace('％', '%'))
  return {
    value: parsed.amount.value,
    unit: printed.unit || named.unit,
    of: printed.of ?? named.of,
    raw: parsed.amount.raw,
    comparator,
  }
}

/** The name without its unit. */
export function bareIndicatorName(name: string): string {
  return squeeze(name).replace(/[（(][^（()）/／]{1,4}(?:[/／][^（()）]{1,3})?[)）]$/, '')
}
