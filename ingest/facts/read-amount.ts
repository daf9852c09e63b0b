import { isMoney } from '../domain/amount.ts'
import type { Identity } from '../domain/document.ts'
import type { Fact, FactKind } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'
import type { Role } from '../domain/table.ts'
import { type Clause, labelOf } from './clause.ts'
import type { FactDraft } from './fact-base.ts'
import type { PrintedAmount } from './printed-amounts.ts'
import { subjectOfRole } from './role-subjects.ts'
import type { Setting } from './setting.ts'
import type { Subject, Thread } from './thread.ts'

/** An amount with the words of its clause around it. */
export interface SpokenAmount {
  readonly amount: PrintedAmount
  readonly clause: Clause
  /** Words between the amount, or the clause's beginning, before it and this one. */
  readonly before: string
  readonly after: string
}

/** What a sentence says that an amount is. */
export interface Said {
  readonly kind: FactKind
  readonly name: string
  readonly parents: readonly string[]
  readonly facet: readonly string[]
  readonly direction: Fact['direction']
  readonly of: string | null
  readonly time: FactTime
}

type FactTime = Partial<Pick<FactDraft, 'fiscalYear' | 'basis' | 'stage'>>

const SHARE = /占(.{0,40}?)(?:的)?(?:比例|比重|百分比)?(?:为|约)?$/
const CHANGE = /(增加|增长|上升|提高|上涨|减少|下降|降低|减|持平)(?:了)?(?:为)?\s*$/
const UP = /增|上升|提高|上涨/
const COMPARED =
  /(?:与|比|较|同)(?:上年|去年|上一年|年初|\d{4}年)?(?:的|度)?(?:预算数?|决算数?|执行数|预算安排|同期|相比)*(?:总数)?|同比|相比|预算安排/g
/** Labels that name no measure: the subject of the sentence is what is measured. */
const GENERIC_LABEL =
  /^(?:20\d{2}年)?(?:支出|收入|年初|全年|当年|本年|调整|上年)?(?:决算|预算|执行)(?:数|为|安排数)?$|^(?:支出|收入)?(?:决算数|预算数)$|^(?:金额|总额|价值|合计|共计|小计|支出|收入|资金|数)$/
/** "比 2021 年…" compares with a year of its own. */
const OTHER_YEAR = /^(?:比|较)(20\d{2})年/

/** Reads what an amount is from the words in front of it, from the subject of the sentence, and from its unit. */
export function readAmount(spoken: SpokenAmount, thread: Thread, setting: Setting): Said {
  const text = squeeze(spoken.before)
  const { unit } = spoken.amount
  const share = unit === '%' ? SHARE.exec(text) : null
  if (share) return { ...plain(thread.subject, 'share'), of: share[1] || null }
  const change = CHANGE.exec(text)
  if (change) return readChange(spoken.amount, text, change, thread, setting)
  return readLevel(spoken, text, thread, setting)
}

function plain({ name, parents }: Subject, kind: FactKind): Said {
  return { name, parents, kind, facet: [], direction: null, of: null, time: {} }
}

/** "比上年减少 1.50 万元，下降 15.00%": what changed is named in front, or is what the sentence speaks of. */
function readChange(
  amount: PrintedAmount,
  text: string,
  change: RegExpExecArray,
  thread: Thread,
  setting: Setting,
): Said {
  const noun = labelOf(text.slice(0, change.index).replace(COMPARED, ''), setting.ownNames)
  const own = noun.length >= 2 && !/^(?:上年|预算|决算|执行数|年初)/.test(noun)
  const subject = own ? { name: noun, parents: [] } : thread.subject
  if (own && !thread.inReason) thread.subject = subject
  const said = plain(
    { ...subject, name: subject.name || setting.project || '金额' },
    amount.unit === '%' ? 'rate' : 'change',
  )
  return { ...said, facet: ['比上年'], direction: directionOf(change[1] ?? '', amount.value) }
}

function directionOf(verb: string, value: string): 'up' | 'down' | 'flat' {
  if (verb === '持平' || /^-?0+(?:\.0+)?$/.test(value)) return 'flat'
  return UP.test(verb) ? 'up' : 'down'
}

/** An amount that stands for itself: its label is its measure, unless the label is a word that any figure may have. */
function readLevel(spoken: SpokenAmount, text: string, thread: Thread, setting: Setting): Said {
  const { amount } = spoken
  const otherYear = OTHER_YEAR.exec(text)
  const label = labelOf(otherYear ? text.slice(otherYear[0].length) : text, setting.ownNames)
  const time = { ...timeOf(text, setting.identity), ...(otherYear ? { fiscalYear: Number(otherYear[1]) } : {}) }
  const kind = levelKind(amount.unit)
  const noun = kind === 'count' ? countedNoun(spoken.after) : ''
  if (label === '' || GENERIC_LABEL.test(label)) {
    const name = unlabelledName(label, noun, thread.subject.name, setting)
    // What the sentence never named, its heading did: the changes that follow are of the same.
    if (thread.subject.name === '')
      thread.subject = { name: setting.project ?? unsaidSubject(setting.role), parents: [] }
    const facet = label && label !== '价值' && !/^(?:支出|收入)?(?:预算数?|决算数?)$/.test(label) ? [label] : []
    return { ...plain({ name, parents: thread.subject.parents }, kind), facet, time }
  }
  const rated = amount.unit === '%' && label.length <= 8 && /(?:率|比例|比重|差异|完成.*预算)$/.test(label)
  if (rated && thread.subject.name) {
    const { name, parents } = thread.subject
    return { ...plain({ name: label, parents: [...parents, name] }, kind), time }
  }
  return { ...readNamed(spoken.clause, label, noun, kind, thread, otherYear === null), time }
}

function levelKind(unit: string): FactKind {
  if (unit === '%') return 'rate'
  return isMoney(unit) ? 'level' : 'count'
}

function unlabelledName(label: string, noun: string, subject: string, setting: Setting): string {
  if (label === '价值' && subject !== '') return `${subject}价值`
  const known = subject || setting.project || unsaidSubject(setting.role) || label
  return `${known}${noun}` || '金额'
}

/** Under a heading that names one sum, "合计 80.00 万元" is that sum. */
function unsaidSubject(role: Role): string {
  return role === 'operating_expense' || role === 'three_public' || role === 'procurement' ? subjectOfRole(role, 0) : ''
}

/** "公务接待费决算数": the figure's kind is no part of the measure's name. */
const FIGURE_WORD = /(?:年初|全年|调整)?(?:预算数|决算数|执行数)$|(?<=支出)决算$|(?<=经费)数$/
const SHORTEST_NAME = 2

/** An amount that brings its own name becomes what the sentence speaks of from here on. */
function readNamed(
  clause: Clause,
  label: string,
  noun: string,
  kind: FactKind,
  thread: Thread,
  ofThisYear: boolean,
): Said {
  const match = FIGURE_WORD.exec(label)
  const figure = match && match.index >= SHORTEST_NAME ? match[0] : ''
  const name = `${figure ? label.slice(0, -figure.length) : label}${noun}`
  const parents = containersOf(label, clause, thread)
  // What "资金分配情况：" opens holds for every amount of the sentence, not only the first.
  if (thread.whole === null && parents.length > 0) thread.whole = thread.subject.name
  if (ofThisYear && !thread.inReason) thread.subject = { name, parents }
  return { ...plain({ name, parents }, kind), facet: figure.length > 3 ? [figure] : [], of: perUnit(label) }
}

function containersOf(label: string, clause: Clause, thread: Thread): string[] {
  if (thread.whole && thread.whole !== label) return [thread.whole]
  const { name } = thread.subject
  const opened = /(?:情况|依据|标准|规模|人数|内容)$/.test(name) && name !== label
  return opened && clause.end !== '。' ? [name] : []
}

/** "7 个站点": what is counted follows the counting word. */
function countedNoun(after: string): string {
  const noun = /^(?:的)?([\u4e00-\u9fa5]{2,8})/.exec(after)?.[1] ?? ''
  return /^(?:以上|以下|左右|的)|^(?:和|及|与)/.test(noun) ? '' : noun.replace(/[和及与]$/, '')
}

function perUnit(label: string): string | null {
  return /(每人每[年月]|每[人辆条户次年月])/.exec(label)?.[1] ?? null
}

/** Whose year and which stage the words in front of an amount mean; {} for the document's own. */
function timeOf(text: string, identity: Identity): FactTime {
  const final = identity.basis === 'final_accounts'
  const last = identity.fiscalYear === null ? null : identity.fiscalYear - 1
  if (/上年.*(?:决算|执行)数?$/.test(text)) return { fiscalYear: last, basis: 'final_accounts' }
  if (/上年.*预算数?$/.test(text)) return { fiscalYear: last, basis: 'budget' }
  if (/年初预算/.test(text)) return { basis: 'budget', stage: final ? 'initial' : null }
  if (/(?:全年|调整后?)预算/.test(text)) return { basis: 'budget', stage: final ? 'adjusted' : null }
  if (/执行数|决算数?/.test(text)) return { basis: 'final_accounts' }
  return {}
}
