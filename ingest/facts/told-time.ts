import type { Identity } from '../domain/document.ts'
import type { FactTime } from './said.ts'
import type { Setting } from './setting.ts'

/** "2025年当年预算执行数为": a figure of a year of its own. */
const STATED_YEAR = /(20\d{2})年度?(?:当年)?(?:预算|决算|执行)(?:执行)?(?:数|安排|为)*$/
/** "2031年度“三公”经费合计支出": a figure told with its year in front of its name. */
const YEAR_IN_FRONT =
  /^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．])?[\u4e00-\u9fa5]{0,8}(?<![比较与同至止于])(20\d{2})(?:年(?!\d|[末底])|(?=全))(.*)$/
/** What is told of a year: not a project named after the year its money is of, nor what is left of that year. */
const TOLD_OF_YEAR = /预算|决算|支出|收入|三公|经费|完成/
const NAMED_BY_YEAR = /补助|专项|项目|资金|结转|结余|债券/
/** Words that tell that a figure is of money spent. */
const SPENT = /决算|执行|完成$|支出$|支出(?:合计|共计)?为?$/
/** A plan that final accounts quote; a fund named after its budget is none. */
const PLAN =
  /(?<!一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算(?:数|总额|安排数?)?(?:为|是|共计|合计|安排)*$/

/** Whose year and which stage the words in front of an amount mean; {} for the document's own. */
export function timeOf(text: string, setting: Setting): FactTime {
  const { identity } = setting
  const final = identity.basis === 'final_accounts'
  const last = identity.fiscalYear === null ? null : identity.fiscalYear - 1
  if (/上年.*(?:决算|执行)数?$/.test(text)) return { fiscalYear: last, basis: 'final_accounts' }
  if (/上年.*预算数?$/.test(text)) return { fiscalYear: last, basis: 'budget' }
  return staged(text, final) ?? { ...basisTold(text, final), ...statedYear(text), ...yearInFront(text, setting) }
}

function staged(text: string, final: boolean): FactTime | null {
  if (/年初预算/.test(text)) return { basis: 'budget', stage: final ? 'initial' : null }
  if (/(?:全年|调整后?)预算|预算调整数|^调整数为?$/.test(text))
    return { basis: 'budget', stage: final ? 'adjusted' : null }
  return null
}

function basisTold(text: string, final: boolean): FactTime {
  if (/执行数|决算数?/.test(text)) return { basis: 'final_accounts' }
  return final && PLAN.test(text) ? { basis: 'budget' } : {}
}

function statedYear(text: string): FactTime {
  const stated = STATED_YEAR.exec(text)?.[1]
  return stated === undefined ? {} : { fiscalYear: Number(stated) }
}

/** The year that stands in front of a name, if it is not the document's; {} where it is, null where none is told. */
export function yearInFront(text: string, { identity, section, role }: Setting): FactTime | null {
  // What is carried over is named after the year it is left from.
  if (role === 'carry_over') return null
  if (/^[本今当]年/.test(text)) return {}
  const [, year, words = ''] = YEAR_IN_FRONT.exec(text) ?? []
  if (year === undefined || !isToldOfYear(words)) return null
  if (Number(year) === identity.fiscalYear) return {}
  const past = identity.fiscalYear !== null && Number(year) < identity.fiscalYear
  const heading = section.at(-1) ?? ''
  const spent = past && (SPENT.test(words) || (/决算/.test(heading) && !/预算/.test(words)))
  return { fiscalYear: Number(year), ...(spent ? { basis: 'final_accounts' as const } : {}) }
}

function isToldOfYear(words: string): boolean {
  return TOLD_OF_YEAR.test(words) && !NAMED_BY_YEAR.test(words)
}

/** "比上年支出 433 万元", "同比去年 1.05 万元": what the sentence speaks of, as it was the year before. */
const LAST_YEAR =
  /^(?:同比|相较于?|相比于?|与|比|较|同)(?:上年|去年|上一年)度?(?:同期)?的?(?:累计|实际|全年)*(?:支出|收入|完成)?(?:数|总额)?$/

/** The year before, where the words in front of an amount only compare with it; null elsewhere. */
export function lastYear(text: string, { fiscalYear }: Identity): FactTime | null {
  return LAST_YEAR.test(text) ? { fiscalYear: fiscalYear === null ? null : fiscalYear - 1 } : null
}

/** "占年初预算 1,065 万元的 43.2%": the plan of what the sentence speaks of, and how much of it is done. */
const OF_PLAN = /^(?:占|为|完成)((?:年初|年度|全年|当年|调整后?|本年|年)?预算)(?:数|安排)?的?$/

/** The rate that follows a plan quoted in front of it: 完成年初预算; null where the words quote none. */
export function planQuoted(text: string): string | null {
  const plan = OF_PLAN.exec(text)?.[1]
  return plan === undefined ? null : `完成${plan}`
}
