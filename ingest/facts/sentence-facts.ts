import { isMoney } from '../domain/amount.ts'
import { lineAt, type Span } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import type { Fact, FactKind } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Role } from '../domain/table.ts'
import { type Clause, clausesOf, labelOf } from './clause.ts'
import { draftDefaults, type FactDraft, fundOf, measureOf } from './fact-base.ts'
import { type PrintedAmount, printedAmounts } from './printed-amounts.ts'
import { subjectOfRole } from './role-subjects.ts'

/** Where a paragraph stands: what its sentences leave unsaid. */
export interface Setting {
  readonly identity: Identity
  readonly role: Role
  readonly section: readonly string[]
  readonly project: string | null
  /** The unit's own names, longest first: they are no part of a measure's name. */
  readonly ownNames: readonly string[]
}

/** What the sentence has said so far. */
interface Thread {
  subject: string
  subjectParents: readonly string[]
  /** The whole that 其中 opens. */
  whole: string | null
  inReason: boolean
  /** Words of an enumeration still without their amount: "委托、聘请第三方服务费 10 万元". */
  pending: string
}

const CHANGE = /(增加|增长|上升|提高|上涨|减少|下降|降低|减|持平)(?:了)?(?:为)?\s*$/
const UP = /增|上升|提高|上涨/
const COMPARED =
  /(?:与|比|较|同)(?:上年|去年|上一年|年初|\d{4}年)?(?:的|度)?(?:预算数?|决算数?|执行数|预算安排|同期|相比)*(?:总数)?|同比|相比|预算安排/g
const GENERIC_LABEL =
  /^(?:20\d{2}年)?(?:支出|收入|年初|全年|当年|本年|调整|上年)?(?:决算|预算|执行)(?:数|为|安排数)?$|^(?:支出|收入)?(?:决算数|预算数)$|^(?:金额|总额|价值|合计|共计|小计|支出|收入|资金|数)$/

/** A fact for each amount in a paragraph. */
export function sentenceFacts(spans: readonly Span[], setting: Setting): FactDraft[] {
  const text = spans.map((span) => span.text).join('')
  const amounts = printedAmounts(text)
  if (amounts.length === 0) return []
  const thread: Thread = { subject: '', subjectParents: [], whole: null, inReason: false, pending: '' }
  const facts: FactDraft[] = []
  for (const clause of clausesOf(text)) {
    const own = amounts.filter(({ from }) => from >= clause.from && from < clause.from + clause.text.length)
    enterClause(thread, clause, own.length > 0, setting)
    let from = clause.from
    for (const amount of own) {
      const before = thread.pending + text.slice(from, amount.from - comparatorLength(text, amount))
      thread.pending = ''
      const after = /^[\u4e00-\u9fa5（）()]{0,14}/.exec(text.slice(amount.to))?.[0] ?? ''
      const said = readAmount(thread, before, after, amount, setting, clause)
      facts.push(toFact(said, amount, { text, spans, setting, thread, from }))
      from = amount.to
    }
    leaveClause(thread, clause)
  }
  return facts
}

function comparatorLength(text: string, amount: PrintedAmount): number {
  return amount.comparator
    ? (/(?:≥|≤|>=|<=|＞=|＜=|不低于|不少于|不超过|大于等于|小于等于)\s*$/.exec(text.slice(0, amount.from))?.[0]
        .length ?? 0)
    : 0
}

/** Takes in what a clause says before its first amount: a reason begins, an item is named, parts of a whole follow. */
function enterClause(thread: Thread, clause: Clause, hasAmount: boolean, setting: Setting): void {
  const text = squeeze(clause.text)
  const path = [...text.matchAll(/([\u4e00-\u9fa5“”]{2,30})[（(](类|款|项)(?:[：:]\d+)?[)）]/g)].map(
    (match) => match[1] ?? '',
  )
  if (path.length > 0) {
    thread.subject = path.at(-1) ?? ''
    thread.subjectParents = path.slice(0, -1)
    thread.inReason = false
  }
  if (/^其中|其中$/.test(text)) thread.whole = thread.subject || thread.whole
  if (/(?:主要)?原因(?:是|为|：|一是)?|主要是由于|主要由于/.test(text)) thread.inReason = true
  if (hasAmount) return
  thread.pending = clause.end === '、' && text.length <= 8 ? `${thread.pending}${text}、` : ''
  const compared = /^(.{2,30}?)(?:与|比|较)(?:上年|去年|年初)/.exec(text)
  if (compared && path.length === 0) {
    const label = labelOf(compared[1] ?? '', setting.ownNames)
    if (label.length >= 2) Object.assign(thread, { subject: label, subjectParents: [], inReason: false })
  }
  if (clause.end === '：' && path.length === 0 && !/原因|其中|包括|如下|说明|分别|相比/.test(text)) {
    const label = labelOf(text, setting.ownNames)
    if (label.length >= 2 && label.length <= 24)
      Object.assign(thread, { subject: label, subjectParents: [], inReason: false })
  }
}

function leaveClause(thread: Thread, clause: Clause): void {
  if (/[。；;]/.test(clause.end)) thread.inReason = false
  if (clause.end === '。') thread.whole = null
}

interface Said {
  readonly kind: FactKind
  readonly name: string
  readonly parents: readonly string[]
  readonly facet: readonly string[]
  readonly direction: Fact['direction']
  readonly of: string | null
  readonly time: Partial<Pick<FactDraft, 'fiscalYear' | 'basis' | 'stage'>>
}

function readAmount(
  thread: Thread,
  before: string,
  after: string,
  amount: PrintedAmount,
  setting: Setting,
  clause: Clause,
): Said {
  const text = squeeze(before)
  const share = /占(.{0,40}?)(?:的)?(?:比例|比重|百分比)?(?:为|约)?$/.exec(text)
  if (share && amount.unit === '%')
    return { ...subjectOf(thread), kind: 'share', facet: [], direction: null, of: share[1] || null, time: {} }
  const change = CHANGE.exec(text)
  if (change) return changeOf(thread, text, change, amount, setting)
  const other = /^(?:比|较)(20\d{2})年/.exec(text)
  const label = labelOf(other ? text.slice(other[0].length) : text, setting.ownNames)
  const time = { ...timeOf(text, setting.identity), ...(other ? { fiscalYear: Number(other[1]) } : {}) }
  const kind: FactKind = amount.unit === '%' ? 'rate' : isMoney(amount.unit) ? 'level' : 'count'
  const noun = kind === 'count' && clause.from <= amount.from ? countedNoun(after) : ''
  if (GENERIC_LABEL.test(label) || label === '') {
    const subject = subjectOf(thread)
    const name =
      label === '价值' && subject.name !== ''
        ? `${subject.name}价值`
        : subject.name || setting.project || unsaidSubject(setting.role) || label || noun || '金额'
    return {
      name: noun && kind === 'count' ? `${name}${noun}` : name,
      parents: subject.parents,
      kind,
      facet: label && label !== '价值' && !/^(?:支出|收入)?(?:预算数?|决算数?)$/.test(label) ? [label] : [],
      direction: null,
      of: null,
      time,
    }
  }
  const rate = amount.unit === '%' && /(?:率|比例|比重|差异|完成.*预算)$/.test(label)
  if (rate && thread.subject && label.length <= 8)
    return {
      name: label,
      parents: [...thread.subjectParents, thread.subject],
      kind,
      facet: [],
      direction: null,
      of: null,
      time,
    }
  const figure = /(?:年初|全年|调整)?(?:预算数|决算数|执行数)$|(?<=支出)决算$|(?<=经费)数$/.exec(label)
  const base = figure && figure.index >= 2 ? label.slice(0, figure.index) : label
  const named = `${base}${noun}`
  const parents =
    thread.whole && thread.whole !== label
      ? [thread.whole]
      : thread.subject && clause.end !== '。' && isPathPart(thread, label)
        ? [thread.subject]
        : []
  // What "资金分配情况：" opens holds for every amount of the sentence, not only the first.
  if (thread.whole === null && parents[0] === thread.subject && parents.length > 0) thread.whole = thread.subject
  if (!other && !thread.inReason) {
    thread.subject = named
    thread.subjectParents = parents
  }
  return {
    name: named,
    parents,
    kind,
    facet: figure && figure.index >= 2 && figure[0].length > 3 ? [figure[0]] : [],
    direction: null,
    of: perUnit(label),
    time,
  }
}

/** Under a heading that names one sum, "合计 42.55 万元" is that sum. */
function unsaidSubject(role: Role): string {
  return role === 'operating_expense' || role === 'three_public' || role === 'procurement' ? subjectOfRole(role, 0) : ''
}

/** A label that follows "资金分配情况：" and the like belongs to it. */
function isPathPart(thread: Thread, label: string): boolean {
  return /(?:情况|依据|标准|规模|人数|内容)$/.test(thread.subject) && thread.subject !== label
}

function subjectOf(thread: Thread): { name: string; parents: readonly string[] } {
  return { name: thread.subject, parents: thread.subjectParents }
}

function changeOf(
  thread: Thread,
  text: string,
  change: RegExpExecArray,
  amount: PrintedAmount,
  setting: Setting,
): Said {
  const noun = labelOf(text.slice(0, change.index).replace(COMPARED, ''), setting.ownNames)
  const own = noun.length >= 2 && !/^(?:上年|预算|决算|执行数|年初)/.test(noun) ? noun : null
  if (own && !thread.inReason) Object.assign(thread, { subject: own, subjectParents: [] })
  const zero = /^-?0+(?:\.0+)?$/.test(amount.value)
  const direction = zero || change[1] === '持平' ? 'flat' : UP.test(change[1] ?? '') ? 'up' : 'down'
  const subject = own ? { name: own, parents: [] } : subjectOf(thread)
  return {
    ...subject,
    name: subject.name || setting.project || '金额',
    kind: amount.unit === '%' ? 'rate' : 'change',
    facet: ['比上年'],
    direction,
    of: null,
    time: {},
  }
}

/** "2 个科室": what is counted follows the counting word. */
function countedNoun(after: string): string {
  const noun = /^(?:的)?([\u4e00-\u9fa5]{2,8})/.exec(after)?.[1] ?? ''
  return /^(?:以上|以下|左右|的)|^(?:和|及|与)/.test(noun) ? '' : noun
}

function perUnit(label: string): string | null {
  return /(每人每[年月]|每[人辆条户次年月])/.exec(label)?.[1] ?? null
}

function timeOf(text: string, identity: Identity): Said['time'] {
  const final = identity.basis === 'final_accounts'
  const last = identity.fiscalYear === null ? null : identity.fiscalYear - 1
  if (/上年.*(?:决算|执行)数?$/.test(text)) return { fiscalYear: last, basis: 'final_accounts' }
  if (/上年.*预算数?$/.test(text)) return { fiscalYear: last, basis: 'budget' }
  if (/年初预算/.test(text)) return { basis: 'budget', stage: final ? 'initial' : null }
  if (/(?:全年|调整后?)预算/.test(text)) return { basis: 'budget', stage: final ? 'adjusted' : null }
  if (/执行数|决算数?/.test(text)) return { basis: 'final_accounts' }
  return {}
}

/** A head count of retirees is not the account of their pensions. */
const countKinds: ReadonlySet<FactKind> = new Set(['count', 'target', 'actual', 'score'])

interface Around {
  readonly text: string
  readonly spans: readonly Span[]
  readonly setting: Setting
  readonly thread: Thread
  readonly from: number
}

function toFact(said: Said, amount: PrintedAmount, { text, spans, setting, thread, from }: Around): FactDraft {
  const { identity, role, section, project } = setting
  const sentence = sentenceAround(text, amount.from)
  const scope = scopeOf(role, sentence.text, said.name)
  const year = thread.inReason ? /(20\d{2})年/.exec(squeeze(text.slice(from, amount.from)))?.[1] : undefined
  const asset = scope === 'assets' || scope === 'organization'
  return {
    ...draftDefaults(identity),
    ...(asset ? { basis: null } : {}),
    ...(year ? { fiscalYear: Number(year) } : {}),
    ...said.time,
    kind: said.kind,
    comparator: amount.comparator,
    direction: said.direction,
    measure: countKinds.has(said.kind)
      ? { name: said.name || '数量', code: null, classification: null }
      : measureOf(said.name || '金额'),
    parents: [...said.parents],
    facet: [...said.facet],
    project,
    role: scope,
    fund: fundOf(scope, `${said.name} ${section.at(-1) ?? ''}`),
    amount: { value: amount.value, unit: amount.unit, raw: amount.raw },
    of: said.of,
    origin: thread.inReason ? 'reason' : 'sentence',
    section: [...section],
    quote: sentence.text,
    source: lines(lineAt(spans, Math.max(sentence.from, labelStart(text, amount.from))), lineAt(spans, amount.to - 1)),
  }
}

/** A sentence may speak of another scope than its section: it says so by name. */
function scopeOf(role: Role, sentence: string, name: string): Role {
  const words = squeeze(sentence)
  if (/[“"]?三公[”"]?经费/.test(words)) return 'three_public'
  if (/政府采购/.test(name) || (role === 'other' && /政府采购/.test(words))) return 'procurement'
  if (/机关运行经费/.test(name)) return 'operating_expense'
  if (
    role !== 'organization' &&
    /(?:编制|在职|退休|离休|实有)(?:人员|人数)?(?:总数|数)?$/.test(name) &&
    /编制|实有/.test(words)
  )
    return 'organization'
  return role
}

/** The amount's label begins after the mark before it; the citation spans both. */
function labelStart(text: string, at: number): number {
  const before = text.slice(0, at)
  return Math.max(...['，', '。', '；', '：', '、'].map((mark) => before.lastIndexOf(mark))) + 1
}

const LONGEST_QUOTE = 220

function sentenceAround(text: string, at: number): { text: string; from: number } {
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
  const ends = ['。', '；'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0)
  const end = ends.length > 0 ? Math.min(...ends) + 1 : text.length
  const sentence = text.slice(start, end).trim()
  if (sentence.length <= LONGEST_QUOTE) return { text: sentence, from: start }
  const from = Math.max(start, at - LONGEST_QUOTE / 2)
  return { text: `${from > start ? '…' : ''}${text.slice(from, Math.min(end, from + LONGEST_QUOTE)).trim()}…`, from }
}
