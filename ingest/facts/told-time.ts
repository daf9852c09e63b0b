import { squeeze } from '../domain/name.ts'
import type { FactTime } from './said.ts'
import type { Setting } from './setting.ts'

/** "2025年当年预算执行数为": a figure of a year of its own. */
const STATED_YEAR = /(20\d{2})年度?(?:当年)?(?:预算|决算|执行)(?:执行)?(?:数|安排|为)*$/
/** Who may stand in front of a year: a body or a place, not what is done with that year's money ("支付2031年"). */
const WHOSE = '(?:其中|[\\u4e00-\\u9fa5]{0,10}[省市州县区旗镇乡局委办厅署处院校园学馆站所会队部门位心级])?'
/** "2031年度“三公”经费合计支出": a figure told with its year in front of its name. */
const YEAR_IN_FRONT = new RegExp(
  `^(?:[（(][一二三四五六七八九十\\d]{1,2}[)）]|\\d{1,2}[.、．])?${WHOSE}(20\\d{2})(?:年(?!\\d|[末底])|(?=全))(.*)$`,
)
/** "2031年，公务接待费 4.50 万元": a year that is a clause by itself. */
const YEAR_ALONE = new RegExp(
  `^(?:[（(][一二三四五六七八九十\\d]{1,2}[)）]|\\d{1,2}[.、．])?${WHOSE}(?:在|过去的)?(20\\d{2}年)度?[里间内]?$`,
)
const LAST_YEAR_ALONE = /^(?:去年|上年|上一年)度?$/
/** A heading over what was done in a year: "2031年预算执行情况". */
const HEADING_OF_DONE = /决算|(?:执行|工作|完成)情况/
const YEAR_IN_HEADING = /20\d{2}(?=年)/g
const THIS_YEAR = /^[本今当]年/
/** What is told of a year: not a project named after the year its money is of, nor what is left of that year. */
const TOLD_OF_YEAR = /预算|决算|支出|收入|三公|经费|(?<![免消])费|投入|投资|完成/
const NAMED_BY_YEAR = /补助|专项|项目|资金|结转|结余|债券/
/** Words that tell that a figure is of money spent. */
const SPENT = /决算|执行|完成$|支出$|支出(?:合计|共计)?为?$/
/** A budget; a fund named after its budget is none. */
const BUDGET = '(?<!一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算'
const OF_BUDGET = new RegExp(BUDGET)
/** A plan that final accounts quote. */
const PLAN = new RegExp(`${BUDGET}(?:数|总额|安排数?)?(?:为|是|共计|合计|安排)*$`)
/** A plan that what was spent is held against, whichever year that was. */
const PLAN_OF_ITS_YEAR = /(?:年初|年度|全年|调整后?)预算/

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
export function yearInFront(text: string, setting: Setting): FactTime | null {
  // What is carried over is named after the year it is left from.
  if (setting.role === 'carry_over') return null
  const [, year, words = ''] = YEAR_IN_FRONT.exec(text) ?? []
  if (year === undefined || !isToldOfYear(words)) return null
  return inYear(Number(year), words, setting)
}

/** A year that is a clause by itself, as words in front of what follows it: "2031年"; null where the clause is none. */
export function yearAlone(text: string, { identity }: Setting): string | null {
  if (LAST_YEAR_ALONE.test(text) && identity.fiscalYear !== null) return `${identity.fiscalYear - 1}年`
  return YEAR_ALONE.exec(text)?.[1] ?? null
}

/** The year of a heading over what was done in it; {} for the document's own, and where the heading tells none or two. */
export function yearOfHeading(setting: Setting): FactTime {
  const heading = headingOfYear(setting)
  const years = [...heading.matchAll(YEAR_IN_HEADING)].map(([year]) => Number(year))
  return HEADING_OF_DONE.test(heading) && years.length === 1 ? inYear(years[0] ?? 0, heading, setting) : {}
}

/** The innermost heading that tells a year; "" where none does. */
function headingOfYear({ section }: Setting): string {
  return section.map(squeeze).findLast((heading) => heading.search(YEAR_IN_HEADING) >= 0) ?? ''
}

/** Whether words turn back to the document's own year: "本年度", or in a budget its plan, behind what was spent before. */
export function turnsBack(text: string, told: FactTime, { identity }: Setting): boolean {
  if (THIS_YEAR.test(text)) return true
  return (
    told.basis === 'final_accounts' && identity.basis === 'budget' && PLAN.test(text) && !PLAN_OF_ITS_YEAR.test(text)
  )
}

/** A year told with words for a figure: those of a year gone by may tell that it was spent. */
export function inYear(year: number, words: string, setting: Setting): FactTime {
  const own = setting.identity.fiscalYear
  if (year === own) return {}
  const done = HEADING_OF_DONE.test(headingOfYear(setting)) && !OF_BUDGET.test(words)
  const spent = own !== null && year < own && (SPENT.test(words) || done)
  return { fiscalYear: year, ...(spent ? { basis: 'final_accounts' as const } : {}) }
}

function isToldOfYear(words: string): boolean {
  return TOLD_OF_YEAR.test(words) && !NAMED_BY_YEAR.test(words)
}

/** "比上年支出 433 万元", "同比去年 1.05 万元": what the sentence speaks of, as it was the year before. */
const LAST_YEAR =
  /^(?:同比|相较于?|相比于?|与|比|较|同)(?:上年|去年|上一年)度?(?:同期)?的?(?:累计|实际|全年)*(?:支出|收入|完成)?(?:数|总额)?$/

/** The year before, where the words in front of an amount only compare `year` with it; null elsewhere. */
export function lastYear(text: string, year: number | null): FactTime | null {
  return LAST_YEAR.test(text) ? { fiscalYear: year === null ? null : year - 1 } : null
}

/** "占年初预算 1,065 万元的 43.2%": the plan of what the sentence speaks of, and how much of it is done. */
const OF_PLAN = /^(?:占|为|完成)((?:年初|年度|全年|当年|调整后?|本年|年)?预算)(?:数|安排)?的?$/

/** The rate that follows a plan quoted in front of it: 完成年初预算; null where the words quote none. */
export function planQuoted(text: string): string | null {
  const plan = OF_PLAN.exec(text)?.[1]
  return plan === undefined ? null : `完成${plan}`
}
