import { accountByCode } from '../classification/index.ts'
import { isMoney } from '../domain/amount.ts'
import type { FactKind } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'
import { ACCOUNT_MARK, type Clause, labelOf, withoutKind } from './clause.ts'
import { carriesOn, countedName, countedNoun, givenTo, headCountName, isHeadCount, visitsName } from './counted.ts'
import { perUnitIn, splitUnit, withoutPerUnit } from './per-unit.ts'
import { readChange } from './read-change.ts'
import { subjectOfRole } from './role-subjects.ts'
import { type FactTime, plain, type Said, type SpokenAmount } from './said.ts'
import type { Setting } from './setting.ts'
import type { Subject } from './subject.ts'
import type { Thread } from './thread.ts'
import { lastYear, planQuoted, timeOf } from './told-time.ts'

const SHARE = /占([^占]{0,40}?)(?:的)?(?:比例|比重|百分比)?(?:为|约)?$/
/** Labels that name no measure: the subject of the sentence is what is measured. */
const GENERIC_LABEL =
  /^(?:20\d{2}年)?(?:支出|收入|年初|全年|当年|本年|调整|上年)?(?:决算|预算|(?:预算)?执行)(?:数|为|安排数?)?$|^(?:预算|决算)(?:支出|安排)$|^(?:预算)?调整数$|^(?:支出|收入)?(?:决算数|预算数)$|^(?:(?:预算|项目|资金)?金额|(?:项目)?预算资金|总额|价值|合计|共计|小计|支出|收入|资金|数)$|^[\u4e00-\u9fa5]{0,6}(?:测算|估算)$|^完成(?:年初|全年|调整)?预算数?$/
/** Under an account's own name, words for the money it is paid from name no other thing. */
const OF_FUND = /^(?:财政拨款|一般公共预算(?:财政拨款)?|当年财政拨款)(?:支出|收入)?(?:预算|决算)数?$/
/** The same right behind the account's name, without a word for the figure. */
const OF_FUND_ALONE = /^(?:当年)?(?:财政拨款|一般公共预算(?:财政拨款)?)$/
/** "比 2021 年…" compares with a year of its own. */
const OTHER_YEAR = /^(?:比|较)(20\d{2})年度?/
/** Words for what a sum is left over as: they name it only together with what it is left over from. */
const STATE_LABEL = /^(?:结转|结余|缺口|差额|差值|实际)$/
/** What an asset is worth by one reckoning or another: said of the asset named before. */
const WORTH_LABEL = /^(?:账面)?(?:净值|净额|原值)$|^累计折旧$/
const WORTH = /(?:账面)?(?:金额|价值|原值|总值|总额)$/
/** All that comes in, or goes out, without a name of its own. */
const WHOLE_LABEL = /^(?:支出|收入)(?:预算|决算)(?:数|安排数?)?$/

/** Reads what an amount is from the words in front of it, from the subject of the sentence, and from its unit. */
export function readAmount(spoken: SpokenAmount, thread: Thread, setting: Setting): Said {
  const text = wordsBefore(spoken.before)
  thread.takeBracket(text)
  if (!thread.inReason) thread.time.take(text, setting)
  const quoted = readQuoted(spoken, text, thread, setting)
  if (quoted) return quoted
  const share = spoken.amount.unit === '%' ? SHARE.exec(text) : null
  if (share) return readShare(text.slice(0, share.index), share[1] ?? '', thread, setting)
  return readChange(spoken.amount, text, thread, setting) ?? readLevel(spoken, text, thread, setting)
}

const LONGEST_LABEL = 40

/** The words in front of an amount; where a form's fields run into each other, those behind the last gap. */
function wordsBefore(before: string): string {
  const text = squeeze(before)
  return text.length <= LONGEST_LABEL ? text : squeeze(/(?:20\d{2}\s+(?=年))?\S+\s*$/.exec(before)?.[0] ?? before)
}

/** Figures that only quote another of what the sentence speaks of: last year's, its plan, how much of that is done. */
function readQuoted({ amount }: SpokenAmount, text: string, thread: Thread, setting: Setting): Said | null {
  const { name, parents, code } = (thread.subject.counted ? thread.money : null) ?? thread.subject
  if (name === '') return null
  const subject = { name, parents, counted: false, ...(code === undefined ? {} : { code }) }
  const plan = planQuoted(text)
  if (!isMoney(amount.unit)) {
    const done = amount.unit === '%' ? (plan ?? (text === '的' ? thread.plan : null)) : null
    const rate = { name: done ?? '', parents: [...parents, name], counted: false }
    return done === null ? null : { ...plain(rate, 'rate'), time: timeOf(text, setting) }
  }
  if (plan !== null) thread.plan = plan
  const planned = plan === null ? null : { basis: 'budget' as const, ...timeOf(text, setting) }
  const time = planned ?? lastYear(text, thread.time.yearOr(setting.identity.fiscalYear))
  return time === null ? null : { ...plain(subject, 'level'), time, quoted: true }
}

/** "占收入总计的 95.54%": a share of what is said, or of the whole that 其中 opened. */
function readShare(before: string, of: string, thread: Thread, setting: Setting): Said {
  const label = labelOf(before, setting.ownNames)
  if (label.length >= 2 && !thread.inReason)
    thread.subject = { name: withoutFigureWord(label).name, parents: [], counted: false }
  const whole = thread.whole === thread.subject.name ? null : thread.whole
  return { ...plain(thread.subject, 'share'), of: labelOf(of, setting.ownNames) || whole }
}

/** An amount that stands for itself: its label is its measure, unless the label is a word that any figure may have. */
function readLevel(spoken: SpokenAmount, text: string, thread: Thread, setting: Setting): Said {
  const otherYear = OTHER_YEAR.exec(text)
  const words = withoutPerUnit(otherYear ? text.slice(otherYear[0].length) : text)
  const label = labelOf(words.replace(UP_TO_ACCOUNT, ''), setting.ownNames)
  const time = { ...timeOf(text, setting), ...(otherYear ? { fiscalYear: Number(otherYear[1]) } : {}) }
  const of = perUnitIn(text) ?? splitUnit(spoken.after).of
  const shared = sharedSubject(text, setting, thread)
  if (shared) return { ...plain(shared, levelKind(spoken.amount.unit)), time, of }
  const purpose = purposeOf(spoken, label, thread)
  if (purpose) return { ...plain(purpose, levelKind(spoken.amount.unit)), time, of }
  const ofAccount = UP_TO_ACCOUNT.test(words) && OF_FUND_ALONE.test(label)
  if (ofAccount || isUnnamed(label, spoken.amount.unit, thread))
    return {
      ...readUnnamed(spoken, text, label, thread, setting),
      time: stateTime(label, time, thread),
      of,
      quoted: otherYear !== null,
    }
  const rated =
    spoken.amount.unit === '%' && label.length <= 8 && /(?:率|比例|比重|差异|完成.*预算数?的?|预算数的)$/.test(label)
  if (rated && thread.subject.name && !thread.subject.counted) {
    const { name, parents, counted } = thread.subject
    return { ...plain({ name: label.replace(/的$/, ''), parents: [...parents, name], counted }, 'rate'), time }
  }
  return { ...readNamed(spoken, label, thread, otherYear === null), time, of, quoted: otherYear !== null }
}

/** "公务接待费和会议费分别为 3 万元、2 万元": each amount is of the next thing listed; null where none are told together. */
function sharedSubject(text: string, setting: Setting, thread: Thread): Subject | null {
  const listed = /^(.+?)(?:预算数?|决算数?)?分别(?:安排|支出|为|是|达)*$/.exec(text)?.[1]
  if (listed !== undefined && !thread.inReason)
    thread.share(
      listed
        .split(/[、和与及]/)
        .map((name) => ({ name: labelOf(name, setting.ownNames), parents: [], counted: false }))
        .filter(({ name }) => name.length >= 2),
    )
  return thread.nextShared()
}

/** "其中：30 万元用于审计": a part that is named by what it is for; null where the amount has a name of its own. */
function purposeOf({ amount, after }: SpokenAmount, label: string, { whole }: Thread): Subject | null {
  const purpose = label === '' && isMoney(amount.unit) ? /^用于(.{2,})/.exec(after)?.[1] : undefined
  return whole === null || purpose === undefined ? null : { name: purpose, parents: [whole], counted: false }
}

/** Whether the words in front of an amount leave it to the sentence what is measured. */
function isUnnamed(label: string, unit: string, { spoken: subject }: Thread): boolean {
  const coded = subject.code !== undefined && OF_FUND.test(label)
  const worth = subject.name !== '' && WORTH_LABEL.test(label)
  return (
    label === '' || coded || worth || GENERIC_LABEL.test(label) || STATE_LABEL.test(label) || carriesOn(label, unit)
  )
}

function levelKind(unit: string): FactKind {
  if (unit === '%') return 'rate'
  if (unit === '分') return 'score'
  return isMoney(unit) ? 'level' : 'count'
}

/** What is left over in a reason is left over in the year that the reason speaks of. */
function stateTime(label: string, time: FactTime, { reasonYear }: Thread): FactTime {
  return STATE_LABEL.test(label) && reasonYear !== null ? { ...time, fiscalYear: reasonYear } : time
}

const NO_FACET = /^(?:|价值|(?:支出|收入|完成)?(?:预算数?|决算数?))$/

/** An amount whose words do not name it measures what the sentence, its project or its heading speaks of. */
function readUnnamed(spoken: SpokenAmount, text: string, label: string, thread: Thread, setting: Setting): Said {
  const kind = levelKind(spoken.amount.unit)
  const noun = kind === 'count' ? countedNoun(spoken.after) : ''
  const name = unlabelledName({ unit: spoken.amount.unit, text, label, noun }, thread, setting)
  const parents = thread.spoken.parents
  // What the sentence never named, its heading did: the changes that follow are of the same.
  const whole = isWhole(label, thread.subject.name) ? name : ''
  if (thread.subject.name === '' || whole !== '')
    thread.subject = { name: setting.project ?? (unsaidSubject(setting) || whole), parents: [], counted: false }
  // A sum told behind a count of visits is what those cost, and what the sentence now speaks of.
  if (isMoney(spoken.amount.unit) && /(?:批次|人次|人数)$/.test(thread.subject.name))
    thread.subject = { name, parents, counted: false }
  const own = name === thread.subject.name ? thread.subject.code : undefined
  const named =
    own !== undefined || NO_FACET.test(label) || name.endsWith(label) || carriesOn(label, spoken.amount.unit)
  const facet = named ? [] : [label]
  const code = own === undefined ? {} : { code: own }
  return { ...plain({ name, parents, counted: kind === 'count', ...code }, kind), facet }
}

/** Words that add up what was listed before them. */
const SUM = /(?:共计|合计|总计|^计)(?:为|约)?$/

/** Words that only announce what a project's money is for. */
const OPENER = /(?:情况|依据|内容)$/

interface Unlabelled {
  readonly unit: string
  readonly text: string
  readonly label: string
  readonly noun: string
}

function unlabelledName({ unit, text, label, noun }: Unlabelled, thread: Thread, setting: Setting): string {
  const subject = isMoney(unit) ? givenTo(thread.spoken) : thread.spoken.name
  const own = setting.project === null && isWhole(label, subject) ? label : stateName(subject, label)
  if (own !== null) return own
  if (setting.project !== null && (SUM.test(text) || OPENER.test(subject))) return setting.project
  if (noun !== '' && thread.lead !== null && /^[和及与、]/.test(text)) return `${thread.lead}${noun}`
  const known = subject || setting.project || unsaidSubject(setting) || label
  return visitsName(`${known}${noun}`, unit) || '金额'
}

/** Whether the words are a name of all that comes in or goes out: where nothing else is spoken of. */
function isWhole(label: string, subject: string): boolean {
  return WHOLE_LABEL.test(label) && (subject === '' || WHOLE_LABEL.test(subject))
}

/** What is left over of a thing, or what it is worth; null for other words. */
function stateName(subject: string, label: string): string | null {
  if (subject === '') return null
  if (label === '价值' || STATE_LABEL.test(label)) return `${subject}${label}`
  return WORTH_LABEL.test(label) ? `${subject.replace(WORTH, '')}${label}` : null
}

/** A heading that is the name of one of the three public expenses, or of those shown with them. */
const HEADING_OF_ITEM =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?(因公出国(?:[（(]境[)）])?费用?|公务接待费|公务用车(?:购置(?:[及和]运行(?:维护)?)?|运行(?:维护)?)费|会议费|培训费)/

/** Under a heading that names one sum, "合计 80.00 万元" is that sum. */
function unsaidSubject({ role, section }: Setting): string {
  const item = role === 'three_public' ? HEADING_OF_ITEM.exec(squeeze(section.at(-1) ?? ''))?.[1] : undefined
  if (item !== undefined) return item
  return role === 'operating_expense' || role === 'three_public' || role === 'procurement' ? subjectOfRole(role, 0) : ''
}

/** "公务接待费决算数": the figure's kind is no part of the measure's name. */
const FIGURE_WORD =
  /(?:年初|全年|调整)?(?:预算数|决算数|执行数)$|(?<=支出|收入|费)(?:年初|全年|调整)预算$|(?<=支出)决算$|(?<=经费)数$|(?<=费)(?:财政拨款)?(?:支出)?(?:预算|决算)$/
/** Words for a figure that tell more of it than its document does. */
const TELLING_FIGURE = /^(?!.*(?:支出|拨款)).{4,}$/
const SHORTEST_NAME = 2

/** "县级财政承担 15%" is a part of the cost. */
const BORNE = /(?:承担|负担|分担)$/

/** An amount that brings its own name becomes what the sentence speaks of from here on. */
function readNamed({ amount, clause, after }: SpokenAmount, label: string, thread: Thread, ofThisYear: boolean): Said {
  const kind = BORNE.test(label) && amount.unit === '%' ? 'share' : levelKind(amount.unit)
  const noun = kind === 'count' ? countedNoun(after) : ''
  const coded = codedName(label)
  const { name, figure } = ownName(coded.name, noun, amount.unit, after)
  const parents = containersOf(label, clause, thread)
  const subject = { ...coded, name, parents, counted: kind !== 'level' }
  // What "资金分配情况：" opens holds for every amount of the sentence, not only the first.
  if (thread.whole === null && thread.bracket === null && parents.length > 0) thread.whole = thread.subject.name
  if (noun !== '') thread.lead = label
  if (isHeadCount(amount.unit)) thread.heads ??= subject
  if (ofThisYear) thread.speakOf(subject, isMoney(amount.unit))
  if (!thread.inReason) thread.remember(subject, kind === 'level')
  return {
    ...plain({ ...subject, counted: kind === 'count' }, kind),
    facet: TELLING_FIGURE.test(figure) ? [figure] : [],
  }
}

/** A label parted into the measure and the word for its figure. */
function withoutFigureWord(label: string): { name: string; figure: string } {
  const match = FIGURE_WORD.exec(label)
  const figure = match && match.index >= SHORTEST_NAME ? match[0] : ''
  return { name: figure ? label.slice(0, -figure.length) : label, figure }
}

/** "20103-政府办公厅事务": an account with its code in front. */
function codedName(label: string): { readonly name: string; readonly code?: string } {
  const [, code = '', name = ''] = /^([23]\d{6}|[23]\d{4}|[23]\d{2})[-—–]?([\u4e00-\u9fa5].+)$/.exec(label) ?? []
  return accountByCode(code) ? { name, code } : { name: label }
}

function ownName(label: string, noun: string, unit: string, after: string): { name: string; figure: string } {
  const { name: measure, figure } = withoutFigureWord(label)
  const bare = figure ? withoutKind(measure) : headCountName(withoutKind(label), unit)
  const name = noun === '' ? `${bare}${ratedNoun(label, unit, after)}` : countedName(bare, noun)
  return { name: visitsName(name, unit), figure }
}

/** "建档立卡人口医疗保险 100%参保": of what the rate is may stand behind it. */
const RATED_NOUN = /^(?:参保|覆盖|到位|完成|达标|合格|落实|拨付|发放|执行)(?=$|[^\u4e00-\u9fa5]|[和及与]|任务)/

/** The words behind a rate that say of what it is one; "" where its label says so, or nothing does. */
function ratedNoun(label: string, unit: string, after: string): string {
  return unit === '%' && !label.endsWith('率') ? (RATED_NOUN.exec(after)?.[0] ?? '') : ''
}

function containersOf(label: string, clause: Clause, thread: Thread): string[] {
  if (thread.bracket) return [thread.bracket.name]
  const beside = thread.whole?.includes('收入') && /支出$/.test(label)
  if (thread.whole && thread.whole !== label && !beside) return [thread.whole]
  const { name } = thread.subject
  const opened = /(?:情况|依据|标准|规模|人数|内容)$/.test(name) && name !== label
  return opened && clause.end !== '。' ? [name] : []
}

/** The accounts that stand in front of an amount's own words: they are what the sentence now speaks of. */
const UP_TO_ACCOUNT = new RegExp(`^.*${ACCOUNT_MARK}[”"]?`)
