import type { Amount } from '../domain/amount.ts'
import type { Fact } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'

/** A figure that fills a cell. */
export interface CellAmount {
  readonly amount: Amount
  readonly comparator: Fact['comparator']
}

/** Signs of comparison as documents print them. A bare > is printed where ≥ is meant. */
const COMPARATORS: ReadonlyMap<string, Fact['comparator']> = new Map([
  ['>=', '>='],
  ['＞=', '>='],
  ['≥', '>='],
  ['>', '>='],
  ['＞', '>='],
  ['<=', '<='],
  ['＜=', '<='],
  ['≤', '<='],
  ['<', '<='],
  ['＜', '<='],
  ['=', '='],
  ['＝', '='],
])

/** The comparison that a sign of its own says; null for anything else. */
export function comparatorOf(sign: string): Fact['comparator'] {
  return COMPARATORS.get(squeeze(sign)) ?? null
}

/** Counting and measuring words that may follow a number in a cell; money first, longest first. */
const UNIT =
  '亿元|万元|千元|元|[%％]|‰|个百分点|万人次|万人|人次|人天|人|名|辆|台（套）|台\\(套\\)|台|套|万平方米|平方公里|亿立方米|万立方米|立方米|平方米|㎡|公里|米|万吨|公斤|吨|公顷|万亩|亩|万户|万份|万册|万页|万字|学时|课时|批次|批|次|份|条|家|个工作日|工作日|页|个月|个|项|所|张|组|户|起|件|场|期|栋|幢|间|床|篇|册|头|只|株|盏|座|处|天|日|月|年|小时|分钟|分|度|本|幅|块|例|类|种|名次'

const CELL = new RegExp(
  `^(${[...COMPARATORS.keys()].join('|')})?\\s*(-?\\d[\\d,，]*(?:\\.\\d+)?)\\s*((?:${UNIT})(?:[/／每].{1,6})?)?(?:以上|以内|以下|左右)?$`,
)

/** Whether a cell prints a bare figure of a budget table (no unit, no comparator). */
export function isPlainFigure(text: string): boolean {
  return /^-?\d[\d,，]*(?:\.\d+)?$/.test(squeeze(text))
}

/** What points from a figure to a note below the table. */
const FOOTNOTE_MARK = /(?<=\d|元|%)[*＊①-⑳]{1,3}$/

/** Reads a cell that prints one figure, with a comparator in front or a unit behind or neither; null for anything else. */
export function cellAmount(text: string): CellAmount | null {
  const compact = squeeze(text).replace(FOOTNOTE_MARK, '')
  const match = CELL.exec(compact)
  if (!match) return null
  const value = plainNumber(match[2] ?? '')
  if (value === null) return null
  const unit = (match[3] ?? '').replace('％', '%').replace('\\%', '%')
  return { amount: { value, unit, raw: printedNumber(text) }, comparator: comparatorOf(match[1] ?? '') }
}

/** A printed number without its thousands separators; null where the separators make no sense. */
export function plainNumber(printed: string): string | null {
  const text = printed.replace(/[,，]/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : null
}

function printedNumber(text: string): string {
  return /-?\d[\d,，]*(?:\.\d+)?/.exec(text.replace(/(?<=\d)\s+(?=[\d.,])/g, ''))?.[0] ?? text
}
