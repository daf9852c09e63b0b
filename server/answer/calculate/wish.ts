import type { FactKind } from '../../../ingest/domain/fact.ts'
import { EXECUTION_RATE } from '../cues.ts'
import { printedQuantities } from '../quantities.ts'
import { sidesCompared } from '../sides.ts'
import { asksAgainstWhole } from './against-whole.ts'
import { asksForRest } from './rest.ts'
import { type Threshold, thresholdIn } from './threshold.ts'
import { asksTimes } from './times.ts'

/** What is reckoned for each unit by itself. */
export type EachWish =
  | 'rest'
  | 'execution'
  | 'share'
  | 'growth'
  | 'previous'
  | 'per'
  | 'gap'
  | 'product'
  | 'average'
  | 'count'
  | 'times'
  | 'against'
/** What is done with several figures. */
export type OverWish = 'sum' | 'difference' | 'rank' | 'top'

/** What a question wants done with figures, told by its words. */
export interface Wish {
  readonly each: EachWish | null
  readonly over: OverWish | null
  /** How many of the top are wanted. */
  readonly count: number
  readonly ascending: boolean
  /** Which members of a list are meant ("执行率不到20%的"). */
  readonly filter: Threshold | null
  /** Whether no printed figure can answer: it would have to be reckoned. Words such as 一共 may only ask for a printed total. */
  readonly strict: boolean
}

const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
}
const TOP =
  /(?:最[大高多低少小]的?(?:前)?|前)\s*([一二两三四五六七八九十\d]+)\s*(?:大|项|个|笔|名|家)|(?:top|largest|biggest|highest|smallest|lowest)\s+(\d+|one|two|three|four|five|ten)\b|\b(two|three|four|five)\s+(?:largest|biggest|highest|smallest|lowest)/i
/** "哪个项目最…", "which project got the most": the one at the top. */
const TOP_ONE =
  /哪(?:一)?[个项笔块类种](?!单位|部门|局).{0,16}最|最[大高多低少小]的?(?:一[项笔个块类])?(?:是)?(?:哪|什么)|最[大高多低少小]的(?:一[项笔个]|项目|支出|开支)|(?:which|what)\b(?!.{0,20}(?:bureau|unit|office)).{0,40}\b(?:largest|biggest|highest|smallest|lowest|most|least)\b|\bthe (?:largest|biggest|highest|smallest|lowest) (?:single )?(?:item|project|expense|line)/i
const ASCENDING = /从低到高|从小到大|由低到高|最低|最少|最小|lowest|smallest|least|ascending/i

const EACH: readonly (readonly [RegExp, EachWish])[] = [
  [
    /倒推|反推|倒算|推算.{0,4}(?:上年|去年|前一年)|(?:上年度?|去年|上一年)(?:的)?(?:实际(?:完成)?(?:值|数)?|完成(?:值|数)|执行数|决算数?|预算数?|数)?(?:是|为|有|大概是|大约是|大概|约)?(?:多少|几)|去年(?:的)?.{0,6}是多少|work(?:ing)? (?:it )?back|previous year'?s? (?:figure|amount)|judging (?:from|by) the/i,
    'previous',
  ],
  [/按.{0,60}(?:每人|每户|每台|每个|单价|标准).{0,40}(?:算|计)|(?:乘以|乘上|相乘|×)|multipl/i, 'product'],
  [/平均分|平均值|均值|平均数|平均得分|平均执行率|\baverage\b|mean of/i, 'average'],
  [
    /人均|平均每|每[个位名](?:在职)?(?:职工|员工|人员?|干部|教师)|平均(?:一|到每)?[台辆人次]|(?<!元)每(?:人次|台|辆|个|名|份|次|平方米)[^,，。]{0,8}(?:多少|几)|每(?:台|辆)[^,，。]{0,16}(?:多少|几)|人次?平均|\bper (?:head|capita|person|visit|employee|printer|vehicle|car|copy|square met|(?:[a-z-]+ )?(?:employee|staff|worker|person|official))|\beach\b.{0,12}\bcost/i,
    'per',
  ],
  [
    /完成(?:了)?(?:目标|任务|指标)?(?:了)?吗|达标|是否达到|达到(?:了)?目标|(?:与|比|和)(?:目标|计划)(?:值)?(?:相)?(?:差|多|少)|超(?:没超|过|了)?.{0,4}目标|目标.{0,8}超|(?:目标|指标值|计划上限|上限).{0,12}(?:实际|完成).{0,12}(?:差|多(?!少)|(?<!多)少|省)|short of (?:the )?target|(?:meet|exceed) (?:the |its )?target/i,
    'gap',
  ],
]

const OVER: readonly (readonly [RegExp, OverWish])[] = [
  [
    /相差|差多少|[多少]花了?(?:多少|几)|[多少]用了?(?:多少|几)|超出?(?:支|了?预算)?了?多少|差了多少|差额|[高低]多少|(?<!最)多多少|(?<![至最])少多少|(?<!最)多几|(?<![至最])少几|差距|差几|差了几|没花完|没用完|剩(?:下|余)?了?多少|结余多少|unspent|left over|difference|how much (?:more|less|higher|lower)|how many (?:more|fewer)|by how (?:much|many)(?! did)|how (?:large|big|wide) (?:is|was) the gap|\bgap\b/i,
    'difference',
  ],
  [
    /排序|排个序|排名|排一下|排列|从[高大]到[低小]|从[低小]到[高大]|由高到低|由低到高|哪[家个](?:单位|[一-龥]{0,3}局)?.{0,16}(?:最|高|低|多|少)|最[高低多少]的(?:单位|部门|局)?是哪|谁.{0,10}(?:最|高|多|大)|\brank\b|highest|lowest|which (?:of the [a-z]+ )?(?:bureau|unit).{0,40}(?:more|most|less|least|high|low)|which has the (?:larger|bigger|smaller|higher|lower)|from high to low|largest to smallest/i,
    'rank',
  ],
  [
    /加起来|加到一起|加在一起|加一起|加一块儿?|合在一起|合起来|相加|之和|总和|合计|加总|汇总|一起(?:是|算|有)|一共|总共|共计|加上.{2,}|\+|＋|combined|sum of|add(?:ed)? (?:up|together)|altogether|in total(?! (?:expenditure|income|budget|spending|revenue|costs?))|together/i,
    'sum',
  ],
]

/** Words after which no single printed figure is an answer. */
const STRICT =
  /加起来|加到一起|加在一起|加一起|加一块|相加|之和|加总|平均|人均|乘以|相差|差额|的部分|以外的|combined|sum of|add(?:ed)? (?:up|together)|average|per (?:head|capita)|倒推|反推/i

/** Rows are counted, or there is no answer; projects may be counted in words too. */
const ROWS = /(?:多少|几)(?:行|条明细)|how many (?:[a-z-]+ ){0,3}rows/i

const COUNT =
  /(?:多少|(?<!哪)几)(?:行|条明细|笔|类)|(?:多少|(?<!哪)几)个.{0,6}(?:科目|项目|品目|类别|指标)|(?:科目|项目|品目|类别|指标)(?:一共|总共|共)?有?(?:多少|几)个|how many (?:[a-z-]+ ){0,3}(?:rows|items|projects|lines|categories|accounts|indicators)|how many of\b/i

/** The reckoning that a question's words ask for; `kinds` are those of the figure asked for. Null where it asks for none. */
export function wishOf(question: string, kinds: readonly FactKind[]): Wish | null {
  const filter = thresholdIn(question)
  const top = topCount(question)
  const each = eachIn(question, kinds)
  const over = top > 0 ? 'top' : (OVER.find(([pattern]) => pattern.test(question))?.[1] ?? apartBySides(question))
  if (each === null && over === null && filter === null) return null
  // What is left over may be printed as such (结余); how much more one thing is than another is not.
  const apart = over === 'difference' && kinds[0] !== 'change' && !LEFT_OVER.test(question)
  return {
    each,
    over,
    count: top,
    ascending: ASCENDING.test(question),
    filter,
    strict: apart || isStrict(question, each) || (filter !== null && each === 'count'),
  }
}

/** "决算比全年预算少了多少": by how much two sides differ, in the words for a change. */
function apartBySides(question: string): 'difference' | null {
  return /[多少增减高低差超]/.test(question) && sidesCompared(question) !== null ? 'difference' : null
}

/** What no document prints. */
const RECKONED_ONLY: ReadonlySet<EachWish> = new Set(['previous', 'rest', 'times', 'against'])

/** Whether nothing that is printed can answer. */
function isStrict(question: string, each: EachWish | null): boolean {
  if (each !== null && RECKONED_ONLY.has(each)) return true
  // Quantities that the question gives are to be reckoned with, or are none of the documents'.
  if (each === 'product' && printedQuantities(question).length > 1) return true
  return ROWS.test(question) || STRICT.test(question)
}

function eachIn(question: string, kinds: readonly FactKind[]): EachWish | null {
  if (isWorkedBack(question)) return 'previous'
  if (asksForRest(question)) return 'rest'
  if (asksAgainstWhole(question)) return 'against'
  if (asksTimes(question)) return 'times'
  const cued = EACH.find(([pattern]) => pattern.test(question))
  if (cued) return cued[1]
  if (COUNT.test(question)) return 'count'
  // "How much more goes to A than to the county's share of B" asks for no share.
  return MORE_THAN.test(question) && !/占|what share|what percent/i.test(question) ? null : eachOfKind(kinds, question)
}

const LEFT_OVER = /没花完|没用完|剩|结余|unspent|left over/i

/** "Based on the 2031 accounts, how much was it in 2030": the year before the one that is held. */
function isWorkedBack(question: string): boolean {
  const told =
    /(?:based on|according to|judging (?:from|by)|根据|按照?|依据|依照|照|从)(?:\s*the)?[^,，。;；?？\d]{0,24}(20\d{2})/i.exec(
      question,
    )
  return told !== null && new RegExp(`(?<!\\d)${Number(told[1]) - 1}(?!\\d)`).test(question)
}

const MORE_THAN = /多多少|少多少|how (?:much|many) (?:more|less|fewer)/i

function eachOfKind([kind]: readonly FactKind[], question: string): EachWish | null {
  if (EXECUTION_RATE.test(question)) return 'execution'
  if (kind === 'share') return 'share'
  return kind === 'rate' ? 'growth' : null
}

function topCount(question: string): number {
  const top = TOP.exec(question)
  if (!top) return TOP_ONE.test(question) ? 1 : 0
  const word = (top[1] ?? top[2] ?? top[3] ?? '1').toLowerCase()
  return NUMERALS[word] ?? Number(word)
}

/** Whether a question means every unit held ("这五家", "各家单位", "all five bureaus"). */
export function meansAllUnits(question: string): boolean {
  return /[这那]?[几两三四五六七八九十\d]+家|各家|每家|所有(?:单位|[一-龥]{0,3}局)|哪家|哪个(?:单位|部门|局)|(?:单位|部门|局)是哪个?|各(?:个)?单位|all (?:the )?(?:\w+ )?(?:bureaus|units|offices)|(?:the|of) (?:two|three|four|five|six|\d+) (?:\w+ ){0,4}(?:bureaus|units|offices)|each bureau|which (?:of the [a-z]+ )?bureau/i.test(
    question,
  )
}
