import type { Identity } from '../domain/document.ts'
import type { FactKind } from '../domain/fact.ts'
import { isTotalName, squeeze } from '../domain/name.ts'
import type { Column } from '../domain/table.ts'
import type { FactDraft } from './fact-base.ts'

/** What a column's header says of its figures. */
export interface ColumnMeaning {
  /** Words that narrow the measure, outermost first; [] for a total or a plain amount column. */
  readonly facet: readonly string[]
  readonly time: Partial<Pick<FactDraft, 'fiscalYear' | 'basis' | 'stage'>>
  readonly kind: FactKind | null
}

/** Header words that say nothing of what is measured. */
const GENERIC =
  /^(?:20\d{2}年度?|预算|决算|(?:预算|决算)安排数?|预算数|决算数|执行数|金额|支出|收入|项目|支出预算|收入预算|本年支出|本年收入|资金来源|当年财政拨款预算安排|一般公共预算支出|政府性基金预算支出|国有资本经营预算支出|本年.*预算支出|一般公共预算基本支出|财政拨款支出|财政拨款收入|支出总计|年初预算数|全年预算数|调整预算数|.*决算数|上年.*数|科目|项目支出合计|(?:政府)?采购预算(?:数|金额)?|采购金额|[年期]末数)$/

/** Reads a header path; `shared` are the words that stand over every amount column of the panel and so tell nothing. */
export function columnMeaning(column: Column, shared: ReadonlySet<string>, identity: Identity): ColumnMeaning {
  const words = column.path.map(cleanWord).filter((word) => word !== '')
  const leaf = words.at(-1) ?? ''
  const all = words.join('/')
  const facet = words.filter(
    (word, index) =>
      !isTotalName(word) &&
      !GENERIC.test(word) &&
      (index === words.length - 1 || !shared.has(word)) &&
      !isSumOf(word, words[index - 1]),
  )
  return { facet, time: { ...columnYear(column), ...stageIn(all, identity) }, kind: columnKind(leaf, column.unit) }
}

/** "经费拨款小计" below 经费拨款 says no more than 小计 does. */
function isSumOf(word: string, above: string | undefined): boolean {
  return above !== undefined && /^(?:小计|合计)$/.test(word.replace(above, '')) && word.startsWith(above)
}

function cleanWord(word: string): string {
  return squeeze(word)
    .replace(/[（(](?:(?:万元|千元|元|亿元|%|辆|平方米|人|台|个)(?:[/／][^（()）]{1,5})?|小计)[)）]/g, '')
    .replace(/^其中[：:]/, '')
    .replace(/^20\d{2}年度?(?=.)/, '')
}

/** Words that every amount column of a panel has in its path; none where there is but one column. */
export function sharedWords(columns: readonly Column[]): ReadonlySet<string> {
  const [first, ...others] = columns
  if (!first || others.length === 0) return new Set()
  return new Set(
    first.path.map(cleanWord).filter((word) => others.every((column) => column.path.map(cleanWord).includes(word))),
  )
}

/** The year that a header names: "2031年预算数". */
function columnYear(column: Column): ColumnMeaning['time'] {
  const year = /(20\d{2})年/.exec(column.path.map(squeeze).join('/'))?.[1]
  return year === undefined ? {} : { fiscalYear: Number(year) }
}

/** The stage that words over or beside a figure name ("年初预算数"); {} where they name none. */
export function stageIn(words: string, identity: Identity): ColumnMeaning['time'] {
  const last = identity.fiscalYear === null ? null : identity.fiscalYear - 1
  if (/上年.*(?:决算|执行)/.test(words)) return { fiscalYear: last, basis: 'final_accounts' }
  if (/上年.*预算/.test(words)) return { fiscalYear: last, basis: 'budget' }
  if (/年初预算/.test(words)) return { basis: 'budget', stage: identity.basis === 'final_accounts' ? 'initial' : null }
  if (/(?:全年|调整)预算/.test(words)) return { basis: 'budget', stage: 'adjusted' }
  if (/决算|执行数/.test(words)) return { basis: 'final_accounts' }
  if (/预算数(?:\/|$)/.test(words)) return { basis: 'budget' }
  return {}
}

const COUNT_UNITS = new Set(['辆', '人', '台', '套', '个', '次', '平方米'])

function columnKind(leaf: string, unit: string | null): FactKind | null {
  if (/(?:增长|下降|增减|变动|变化)(?:率|%|％|幅度)|差异率|执行率|完成率/.test(leaf)) return 'rate'
  if (/占比|比重|占.*[%％]/.test(leaf)) return 'share'
  if (/比上年|增减|增加|减少/.test(leaf)) return unit === '%' ? 'rate' : 'change'
  if (unit === '%') return 'rate'
  return unit !== null && COUNT_UNITS.has(unit) ? 'count' : null
}
