import type { Basis } from '../../ingest/domain/document.ts'
import type { FactKind, Fund } from '../../ingest/domain/fact.ts'
import type { Role } from '../../ingest/domain/table.ts'
import { asksFindings } from './asked-findings.ts'
import { asksForWords } from './asked-words.ts'
import { asksCoverage } from './coverage.ts'
import type { Plan } from './plan.ts'
import { sidesCompared } from './sides.ts'

/** Words for planned and for spent money; the strong ones exclude figures of the other basis. */
const STRICT_FINAL =
  /决算|实际(?:上)?(?:花|用|支出|支付|开支|发生|执行|使用)|执行(?:数|了|率|情况|金额)|最后(?:实际)?(?:花|用|执行)|final accounts?|actual(?:ly)? (?:spen[dt]|expenditure|used?|paid|execut)|was executed|outturn/i
const WEAK_FINAL = /花了|花掉|花费|用了|用掉|支出了|付了|\bspen[dt]\b|\bpaid\b|\bpay\b|\bcost\b/i
const BUDGET = /预算|budget(?:ed)?/i
const WEAK_BUDGET = /计划|安排|打算|拟|准备|planned|plans? to|set aside|allocated?/i

/** A rate of execution by its names. */
export const EXECUTION_RATE = /执行率|(?:预算|决算|支出|收入|资金)的?完成率|execution rate/i
/** "完成年初预算的百分之多少": the same in other words. */
const COMPLETED = /完成了?(?:年初|全年|调整后?)?的?预算的?(?:百分|比例|多少%|几成)/

export interface BasisCue {
  readonly basis: Basis | null
  readonly strict: boolean
  readonly stage: 'initial' | 'adjusted' | null
}

/** Whether one figure agrees with another is asked of both, planned and spent. */
const CHECKED = /对得上|对不上|对得起来|是否一致|一致吗|相符|吻合|矛盾|算得对|算错|算对/

/** The budget of the year's beginning, or that of its end. */
function stageCue(question: string): BasisCue['stage'] {
  if (/年初(?:的)?(?:财政拨款)?预算|initial budget|beginning-of-year budget/i.test(question)) return 'initial'
  return /(?:全年|调整(?:后)?)的?预算|full-year budget|adjusted budget|revised budget/i.test(question)
    ? 'adjusted'
    : null
}

/** Whether a question is about planned or spent money. Both or neither leaves it open. */
export function basisCue(question: string): BasisCue {
  const stage = stageCue(question)
  if (CHECKED.test(question)) return { basis: null, strict: false, stage }
  const executed = EXECUTION_RATE.test(question)
  const compared = executed || /预决算|预算.{0,6}执行|差异率|variance/i.test(question)
  const text = question
    .replace(/(?:比|较|与|同)?上年(?:度)?(?:的)?(?:执行数|决算数?|预算数?)/g, '上年')
    // The year compared with is taken out by now.
    .replace(/[比较]\s*(?:当年)?的?(?:预算)?(?:执行数|决算数?|预算数?)(?=增|减|下降|上升|降低|提高)/g, '上年')
    .replace(
      /涉及[^,，。?？]{0,10}预算|预算绩效|预算公开|budget performance|一般公共预算|政府性基金预算|国有资本经营预算|预算单位|全口径预算|general public budget/gi,
      '',
    )
  const strictFinal = STRICT_FINAL.test(text)
  if (stage) return { basis: strictFinal ? null : 'budget', strict: true, stage }
  if (isBoth(text)) return { basis: null, strict: false, stage }
  if (compared) return { basis: executed ? 'final_accounts' : null, strict: executed, stage }
  if (strictFinal)
    return /决算|final accounts?/i.test(text) || !BUDGET.test(text) || /实际|执行|actual/i.test(text)
      ? { basis: 'final_accounts', strict: true, stage }
      : { basis: null, strict: false, stage }
  if (BUDGET.test(text)) return { basis: 'budget', strict: true, stage }
  if (WEAK_FINAL.test(text)) return { basis: 'final_accounts', strict: false, stage }
  return { basis: WEAK_BUDGET.test(text) ? 'budget' : null, strict: false, stage }
}

const BOTH =
  /final accounts?\b.{0,60}\b(?:and|against|vs\.?|versus|with|to|than)\b.{0,80}\bbudget|budget\b.{0,60}\b(?:and|against|vs\.?|versus|with|to|than)\b.{0,80}\bfinal accounts?/i

/** Planned money of one unit beside spent money of another. */
function isBoth(text: string): boolean {
  const chinese = /预算/.test(text) && /决算/.test(text) && /和|与|跟|同|比/.test(text) && !/预决算|差异率/.test(text)
  return chinese || BOTH.test(text)
}

const KIND_CUES: readonly (readonly [RegExp, readonly FactKind[]])[] = [
  [/权重|weight/i, ['score']],
  [/得分|得了?几分(?!钟|之)|几分(?!钟|之)|总分|评分|自评分|多少分(?!钟|之)|score/i, ['score']],
  [
    /占(?![用有地]).{0,24}(?:比|百分|几成|多少(?!个?(?:[万亿千]*元|钱|[万亿](?!分)))|%)|比重|占了?(?:多大|几)|wh(?:at|ich) share|what portion|what % of|% of |what proportion|percentage of|share of|as a percentage|百分比是/i,
    ['share', 'rate'],
  ],
  [EXECUTION_RATE, ['rate']],
  [COMPLETED, ['rate']],
  [/差异率|variance/i, ['rate']],
  [
    /(?:增长|下降|减少|增加|降|涨|升|降低|提高|变化|变动|grow|fell|fall|drop|increase|decrease|declin|rise|rose)\S{0,8}(?:百分之|多少个?百分点|%|幅度|率)|增幅|降幅|涨幅|增长率|in percent\b|百分之几.*(?:增|降|减)|(?:percent|percentage|%).{0,30}(?:increase|decrease|grow|fall|fell|drop|rise|rose|change)|by what percent/i,
    ['rate'],
  ],
  [
    /(?:比|较|与|同)(?:上年|去年|上一年|前一年)|同比|增加了?多少|减少了?多少|多了多少|少了多少|增长了?多少|下降了?多少|降了|涨了|缩了|砍了|增减|(?:变化|变动)了?多少(?!个?百分|%)|by how much did|(?:rise|rose|grow|grew|fall|fell|drop)[a-z]*\b.*(?:year|before)|increase|decrease|(?:compared (?:with|to)|than|lower|higher|less|more).{0,60}(?:previous|last|prior) year|year before|\bcut\b.*how much|change from/i,
    ['change', 'rate'],
  ],
  [
    /实际(?:完成|人|参|发放|享受|受益|值|鉴定|检查|成本|费用|是)|完成值|完成了?(?:多少|几)|实际(?!执行|花|用|支出|支付).{0,14}(?:多少|几)|really (?!spen)|in reality|actually (?!spen|execut|pa[iy]|used)|\bactual\b(?! (?:spen|expend|execut))/i,
    ['actual', 'count', 'level', 'rate'],
  ],
  [
    /目标(?!管理|的?项目)|指标|上限|下限|至少|最多(?!的)|不低于|不超过|不少于|要求|要达到|定在|定的|计划(?:印|搞|做|开展|检查|完成)|target|\bceiling\b|at least|at minimum|at most|supposed to/i,
    ['target', 'rate', 'count', 'level'],
  ],
]

/** Kinds of figure a question asks for, best first; [] where it gives no sign. */
export function kindCue(question: string): FactKind[] {
  const [cued] = KIND_CUES.filter(([pattern]) => pattern.test(question)).map(([, kinds]) => [...kinds])
  // "决算比全年预算少了多少" is no change against the year before.
  if (cued?.[0] === 'change' && sidesCompared(question)) return []
  if (cued) return cued
  return []
}

const THREE_PUBLIC = /三公|three[- ]public/i
const OF_THREE_PUBLIC =
  /接待|用车|公车|车辆|购车|出国|出境|哪|各|分别|逐项|明细|其中|构成|recept|hospitality|vehicle|\bcars?\b|abroad|overseas|which|\beach\b|break ?down|items?\b/i

/** Whether the three public expenses are asked for as one, none of them by itself. */
export function asksWholeThreePublic(question: string): boolean {
  return THREE_PUBLIC.test(question) && !OF_THREE_PUBLIC.test(question)
}

/** Whether a question asks for money in so many words: a number of things is then no answer. */
export function asksMoney(question: string): boolean {
  return /(?:多少|几)(?:个?[百千]?[万亿]?元|钱|资金|经费|预算资金)|(?:资金|金额|经费|款项?|收入(?:预算|决算)?|支出(?:预算|决算)?)(?:一?共|总共|合计|分别|各)?(?:是|为|有)?(?:多少|几)(?![个项笔批人次])|how much money/i.test(
    question,
  )
}

/** The unit of money named as the one to answer in: "多少元", "合多少万元". */
export function moneyUnitCue(question: string): '元' | '万元' | '亿元' | null {
  const unit = /(?:多少|几|换成|折合|合|以|按)(?:个)?(万元|亿元|元)/.exec(question)?.[1]
  if (unit === '万元' || unit === '亿元' || unit === '元') return unit
  return /in (?:RMB )?yuan\b|how many yuan/i.test(question) && !/10,?000|ten thousand|万/.test(question) ? '元' : null
}

const ROLE_CUES: readonly (readonly [RegExp, Role])[] = [
  [/基本支出|basic expenditure|人员经费|公用经费/i, 'basic_expenditure'],
  [/三公|three public/i, 'three_public'],
  [/政府购买服务|purchased services/i, 'purchased_services'],
  [/采购|procurement/i, 'procurement'],
  [/绩效|指标|目标|自评|performance|target/i, 'performance'],
  [/资产|assets?\b/i, 'assets'],
  [/政府性基金|government fund/i, 'government_fund'],
  [/国有资本|state capital/i, 'state_capital'],
  [/结转|结余|carry-?over/i, 'carry_over'],
  [/机关运行经费|operating expense/i, 'operating_expense'],
  [/编制(?!单位|范围)|在职|退休|离休|实有|科室|处室|headcount|staff/i, 'organization'],
  [
    /项目支出|项目经费|(?:全部|哪些|各个?|所有|几个|重点|[两二三四五六七八九十]个)的?项目|项目(?:有哪些|都有|清单|明细)|project expenditure|all projects/i,
    'project_expenditure',
  ],
]

/** Tables and sections that a question points to by name. */
export function roleCues(question: string): Role[] {
  return ROLE_CUES.filter(([pattern]) => pattern.test(question)).map(([, role]) => role)
}

/** Which money a question limits itself to; null where it does not say. */
export function fundCue(question: string): Fund | null {
  if (
    /全口径|全部(?:项目|基本)?(?:支出|收入)|所有资金|全部资金|各类资金|所有来源|全部来源|含单位资金|all funds|all sources/i.test(
      question,
    )
  )
    return 'all'
  if (/政府性基金|government fund/i.test(question)) return 'government_fund'
  if (/国有资本经营|state capital/i.test(question)) return 'state_capital'
  if (/一般公共预算|财政拨款|general public budget|fiscal appropriation/i.test(question)) return 'general'
  return null
}

const LIST =
  /列出|列一下|列举|有哪些项目|哪些项目|各(?:是)?多少|各[类项款](?:科目|支出|收入)?(?:是|为|有|安排|花)?了?多少|各占(?:了)?(?:多|几|百分)|各(?:安排|花|用)了?多少|分别(?:是)?(?:多少|安排|花)|由哪些|构成|明细|逐项|怎么花|怎么用|怎么分|怎么安排的?|用在哪|花在哪|哪几[笔项块类]|各项|各块|都有哪些|有哪些.{0,6}(?:各|多少)|细分|清单|break ?down|\blist\b|what are the [a-z ]*(?:targets|items|projects|parts|components)|itemi[sz]e|each of|respectively|composition|mak(?:e|es) up|made up of|consists? of|compris/i
/** Words of a list that are words of a purpose or a manner too, where nothing says that figures are wanted. */
const LIST_OR_WORDS = /怎么(?:花|用|分|安排)|用在哪|花在哪|由哪些|都有哪些|构成|composition/g
/** "哪些单位" of one unit asks for its parts. */
const OF_ONE_UNIT = /哪些单位|which units/i
/** What turns "用在哪" and "怎么分" into a question for words. */
const WORDS_OF_A_LIST = /主要|什么|啥|哪些方面|分工|怎么分(?:到|给|工)|哪(?:些|几个?)?(?:科|处|股|部门|机构|单位)/

/** "内设科室都有哪些": bodies are told by name, not by figures. */
const BODIES =
  /(?:科室|处室|股室|(?:内设|下属|直属|所属)(?:机构|单位|科室|部门))(?:都|分别)?(?:有|是|包括|叫)(?:哪些|哪几个|什么|啥)|(?:有|设了?|包括)?哪(?:些|几[个家所])(?:内设|下属|直属|所属)?(?:科室|处室|股室|内设机构|下属单位|直属单位|所属单位)/

/** What is to be done: find a figure, list several, quote words, or tell what is held or wrong. `named`: the question names a unit. */
export function operationCue(question: string, named = false): Plan['operation'] {
  if (asksFindings(question)) return 'findings'
  if (asksCoverage(question) && !(named && OF_ONE_UNIT.test(question))) return 'coverage'
  if (BODIES.test(question) && !/多少|几个|金额/.test(question)) return 'text'
  const words = asksForWords(question)
  const list = LIST.test(question) || (/哪些/.test(question) && /多少|金额/.test(question))
  if (list && !(words && !LIST.test(question.replace(LIST_OR_WORDS, '')) && WORDS_OF_A_LIST.test(question)))
    return 'list'
  return words ? 'text' : 'lookup'
}
