import { isMoney } from '../domain/amount.ts'
import { squeeze } from '../domain/name.ts'
import { labelOf, withoutKind } from './clause.ts'
import { isHeadCount } from './counted.ts'
import type { PrintedAmount } from './printed-amounts.ts'
import { plain, type Said } from './said.ts'
import type { Setting } from './setting.ts'
import type { Subject } from './subject.ts'
import type { Thread } from './thread.ts'

const CHANGE =
  /(增加|增长|上升|提高|上涨|减少|下降|降低|压缩|压减|[增减][收支]|减|持平|(?<=^|[比较于同].{0,20})(?<![至最不])[多少])[了的]?(?:为)?\s*$/
/** "决算数大于年初预算数 5 万元": by how much the figure is off its plan. */
const OFF_PLAN = /(大于|多于|高于|超过|小于|少于|低于)((?:年初|年度|全年|调整)?预算)数?$/
/** "增加培训项目 7 万元": the verb may stand before what is added or left out. */
const CHANGE_FIRST = /^(新增|增加|追加|减少|压减|核减)了?([\u4e00-\u9fa5（）()“”]{4,})$/
const UP = /增|上升|提高|上涨|追加|^多|大于|高于|超过/
const COMPARED =
  /按?同口径|(?:相较于?|相比于?|较于|与|比|较|同)(?:上年|去年|上一年|年初|\d{4}年)?(?:的|度)?(?:[（(][^）)]*[)）])?(?:\d[\d,.]*)?(?:预算安排|预算数?|决算数?|执行数|同期|相比)*(?:总数)?|同比|相比|预算安排/g
/** What a change is measured against, where the sentence tells budget from final accounts. */
const BASE =
  /(?:与|比|较|同)((?:上年|去年|上一年|年初|\d{4}年)度?(?:[（(][^）)]*[)）])?的?(?:(?:财政拨款|收支|收入|支出)?(?:预算|决算|执行)(?:安排)?总?数?))/

/** Reads an amount as a change; null where the words in front of it tell of none. */
export function readChange(amount: PrintedAmount, text: string, thread: Thread, setting: Setting): Said | null {
  const off = OFF_PLAN.exec(text)
  if (off && thread.subject.name !== '')
    return { ...asChange(amount, off[1] ?? '', thread.subject, thread), of: `${off[2]}数` }
  const change = CHANGE.exec(text)
  if (change) return changeOf(amount, { verb: change[1] ?? '', noun: text.slice(0, change.index) }, thread, setting)
  const first = isMoney(amount.unit) ? CHANGE_FIRST.exec(labelOf(text, setting.ownNames)) : null
  return first ? changeOf(amount, { verb: first[1] ?? '', noun: first[2] ?? '' }, thread, setting) : null
}

/** "比上年减少 1.50 万元，下降 15.00%": what changed is named in front, or is what the sentence speaks of. */
function changeOf(
  amount: PrintedAmount,
  { verb, noun }: { readonly verb: string; readonly noun: string },
  thread: Thread,
  setting: Setting,
): Said {
  takeBase(noun, thread)
  if (/分别/.test(noun)) thread.share([])
  const shared = thread.nextShared()
  if (shared) return asChange(amount, verb, shared, thread)
  const named = withoutKind(labelOf(noun.replace(COMPARED, ''), setting.ownNames))
  const own = named.length >= 2 && !/^(?:上年|预算|决算|执行数|年[初中末])/.test(named)
  const subject = own
    ? { name: named, parents: [], counted: isCount(amount.unit) }
    : unnamedSubject(amount.unit, thread)
  if (own && !thread.inReason && thread.bracket === null) thread.subject = subject
  return asChange(amount, verb, { ...subject, name: subject.name || setting.project || '金额' }, thread)
}

function asChange(amount: PrintedAmount, verb: string, subject: Subject, thread: Thread): Said {
  return {
    ...plain(subject, amount.unit === '%' ? 'rate' : 'change'),
    facet: ['比上年'],
    direction: directionOf(verb, amount.value),
    of: thread.inReason || isCount(amount.unit) ? null : thread.base,
  }
}

/** The base holds for the rates that follow, until another comparison is drawn. */
function takeBase(words: string, thread: Thread): void {
  const base = BASE.exec(words)?.[1]
  if (base !== undefined) thread.base = squeeze(base).replace(/年度/, '年').replace(/的/, '')
  else if (/(?:与|比|较|同)(?:上年|去年|上一年)|同比/.test(words)) thread.base = null
}

/** More persons than last year are no more money: they are those that the sentence counts. */
function unnamedSubject(unit: string, { subject, money, heads, inReason, bracketed }: Thread): Subject {
  if (bracketed) return bracketed
  if (isMoney(unit) && subject.counted && money) return money
  if (!isHeadCount(unit) || (subject.counted && !inReason)) return subject
  return heads ?? { name: '人员', parents: [], counted: true }
}

function isCount(unit: string): boolean {
  return unit !== '%' && unit !== '个百分点' && !isMoney(unit)
}

function directionOf(verb: string, value: string): 'up' | 'down' | 'flat' {
  if (verb === '持平' || /^-?0+(?:\.0+)?$/.test(value)) return 'flat'
  return UP.test(verb) ? 'up' : 'down'
}
