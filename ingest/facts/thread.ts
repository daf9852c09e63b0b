import { squeeze } from '../domain/name.ts'
import { ACCOUNT_MARK, type Clause, labelOf } from './clause.ts'
import { type ChangeBehind, comparedSubject, type ToldLevel } from './compared-level.ts'
import { HeldTime } from './held-time.ts'
import type { PrintedAmount } from './printed-amounts.ts'
import type { FactTime, Said } from './said.ts'
import type { Setting } from './setting.ts'
import type { Subject } from './subject.ts'

const NOTHING: Subject = { name: '', parents: [], counted: false }

/** Accounts written out as a path: "社会保障和就业支出（类）行政事业单位养老支出（款）". */
const ACCOUNT = new RegExp(`([\\u4e00-\\u9fa5“”]{2,30})${ACCOUNT_MARK}`, 'g')
/** The code that the marks spell together ("（204类）…（06款）…（01项）"), or that the last gives whole; nothing where one of them lacks its part. */
function codeIn(text: string, accounts: number): { readonly code?: string } {
  const parts = [...text.matchAll(new RegExp(ACCOUNT_MARK, 'g'))].map(([mark]) => /\d+/.exec(mark)?.[0] ?? '')
  const last = parts.at(-1) ?? ''
  if (/^\d{5}(?:\d{2})?$/.test(last)) return { code: last }
  const whole = parts.join('')
  const told = parts.length === accounts && parts.every((part) => part !== '') && /^\d{3}(?:\d{2}){0,2}$/.test(whole)
  return told ? { code: whole } : {}
}

const REASON = /(?:主要)?原因(?:是|为|：|一是)?|主要是由于|主要由于/
const EXPLAINS = /原因|主要是|由于/
const COMPARED_SUBJECT = /^(.{2,30}?)(?:与|比|较)(?:上年|去年|年初)/
/** What comes before a colon is a subject, unless the words only announce more words. */
const ANNOUNCES = /原因|分项|其中|包括|如下|说明|分别|相比|^目标/
/** "安排购置大型设备 0 台": what the unit means to buy, not what it holds. */
const PLANS_PURCHASE = /(?:安排|拟|计划|预计)购置/
/** An account by code and name, as an item of a list: "3.2130301 行政运行". */
const CODED = /^(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])?([23]\d{6}|[23]\d{4}|[23]\d{2})([\u4e00-\u9fa5].{1,30})$/
/** "（二）公务接待费。2032年支出 3 万元": a heading that the sentences about it run on from. */
const RUN_IN =
  /^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}、)[\u4e00-\u9fa5（）()“”"]{2,24}(?<!情况|说明|概况|如下|划分)$/
const SHORTEST_SUBJECT = 2
const LONGEST_SUBJECT = 24
const LONGEST_LISTED_WORD = 8

/** Follows a paragraph clause by clause: what a figure measures is often said clauses before it. */
export class Thread {
  /** What the next amount measures where its own clause does not say. */
  subject = NOTHING
  /** The whole that 其中 opened. */
  whole: string | null = null
  /** Whether a reason is being given: its figures are mentioned in passing, and name no new subject. */
  inReason = false
  /** The first number of persons of the sentence, of which the others are parts. */
  heads: Subject | null = null
  /** Words that the nouns of a list share: "下属 2 家行政单位和 1 家事业单位". */
  lead: string | null = null
  /** Whether the sentence tells of planned purchases. */
  purchases = false
  /** What the changes of the sentence are measured against, as printed: "上年执行数". */
  base: string | null = null
  /** What a bracket stands behind; what it names is a part of that, and nothing the sentence goes on about. */
  bracket: Subject | null = null
  /** The last thing named inside that bracket: changes told there are of it. */
  bracketed: Subject | null = null
  /** The last thing told in money: a count of visits in between is not what the next sum compares with. */
  money: Subject | null = null
  /** The rate that a plan quoted just now leads to: 完成年初预算. */
  plan: string | null = null
  /** The year that the paragraph holds on to. */
  readonly time: HeldTime
  /** The year that the reason being given speaks of. */
  reasonYear: number | null = null
  /** Words of an enumeration still without their amount: "勘察、监理服务费 30 万元". */
  #pending = ''
  /** Whether the reason given before the last semicolon may go on: "原因一是…；二是…". */
  #reasonMayGoOn = false
  /** What the sentence spoke of before 其中 opened its parts; the next sentence speaks of it again. */
  #opener: Subject | null = null
  /** The whole that an inner 其中 hides until the end of its list item. */
  #outerWhole: string | null = null
  /** How many parts of the whole the list item has told. */
  #parts = 0
  /** How many clauses with figures this sentence has, and whether the one before has any. */
  #toldHere = 0
  #toldBefore = true
  /** Whether this sentence gives a reason: parts may be opened behind it. */
  #explains = false
  /** The levels of the sentence, with what each is of. */
  #told: ToldLevel[] = []
  /** What the levels of the sentence are of, in order. */
  #levels: Subject[] = []
  /** What is left of a list that figures told together are of, one each: "分别减少 1 万元、2 万元". */
  #shared: Subject[] = []
  readonly #ownNames: readonly string[]

  constructor(setting: Setting) {
    this.#ownNames = setting.ownNames
    this.time = new HeldTime(setting)
  }

  /** What an amount without a name of its own is of. */
  get spoken(): Subject {
    return this.bracketed ?? this.subject
  }

  /** Takes in what a clause says: a reason begins, an item is named, parts of a whole follow. */
  enter(clause: Clause, hasAmount: boolean): void {
    const text = squeeze(clause.text)
    const accounts = [...text.matchAll(ACCOUNT)].map((match) => (match[1] ?? '').replace(/[“”]|^年度?/g, ''))
    if (accounts.length > 0)
      this.#turnTo({
        name: accounts.at(-1) ?? '',
        parents: accounts.slice(0, -1),
        counted: false,
        ...codeIn(text, accounts.length),
      })
    this.#follow(text, clause.end, hasAmount)
    if (REASON.test(text) || (this.#reasonMayGoOn && /^[二三四五六七八九]是/.test(text))) this.inReason = true
    this.#reasonMayGoOn = false
    if (PLANS_PURCHASE.test(text)) this.purchases = true
    if (this.inReason) this.#takeYear(text)
    if (hasAmount) return
    this.#pending = clause.end === '、' && text.length <= LONGEST_LISTED_WORD ? `${this.#pending}${text}、` : ''
    if (accounts.length === 0) this.#takeSubject(text, clause.end)
  }

  /** Takes in the words in front of an amount: a bracket right behind the amount before tells its parts. */
  takeBracket(text: string): void {
    if (/[)）]/.test(text)) this.#closeBracket()
    if (/^[（(](?![^）)]*[)）])/.test(text)) this.bracket = this.subject
  }

  /** Keeps to the order of the sentence: items of a list, parts opened, figures told. */
  #follow(text: string, end: string, hasAmount: boolean): void {
    if (end === '、' && /^[一二三四五六七八九十]$/.test(text)) this.#begin()
    if (/^其中|其中$/.test(text)) this.#open()
    if (hasAmount) this.#toldHere += 1
    if (EXPLAINS.test(text)) this.#explains = true
  }

  /** "…，二、": an item of a list that stands in one sentence. */
  #begin(): void {
    this.inReason = false
    this.whole = null
    this.#opener = null
  }

  #closeBracket(): void {
    this.bracket = null
    this.bracketed = null
  }

  #open(): void {
    // A sentence of its own that opens parts goes back to the one before, if that tells a figure.
    if (this.#toldHere === 0 && !this.#toldBefore) {
      this.whole = null
      return
    }
    if (!this.inReason) {
      this.#opener ??= this.subject
      this.#outerWhole = this.whole
    }
    this.whole = this.#opened() || this.whole
  }

  /** Goes on about what a figure names: inside a bracket only until that closes, in a reason not at all. */
  speakOf(subject: Subject, inMoney: boolean): void {
    if (this.bracket !== null) this.bracketed = subject
    else if (!this.inReason) {
      this.subject = subject
      if (inMoney) this.money = subject
    }
  }

  /** The year and basis of a figure; a reason mentions years in passing. */
  timed(said: Said): FactTime {
    const part = this.bracketed !== null || (said.parents.length > 0 && this.whole !== null)
    return this.inReason ? said.time : this.time.of(said, part)
  }

  /** Takes down what a figure is of; a sentence may tell the changes of several levels together. */
  remember(subject: Subject, level: boolean): void {
    if (level) this.#levels.push(subject)
    if (this.whole !== null && subject.parents.includes(this.whole)) this.#parts += 1
  }

  /** Takes down a level with what it is of, to tell by its value what a comparison speaks of. */
  tell({ name, parents, counted }: Subject, { value, unit }: PrintedAmount): void {
    if (!this.inReason) this.#told.push({ subject: { name, parents, counted }, value, unit })
  }

  /** Speaks of the level that a comparison is drawn with, where its figures tell that it is not the one told last. */
  turnToCompared(before: string, last: PrintedAmount, change: ChangeBehind | null): void {
    this.subject = comparedSubject(this.#told, before, last, change) ?? this.subject
  }

  /** "分别": what the next figures are of, one each; the things listed in front of it, or the levels told so far. */
  share(listed: readonly Subject[]): void {
    this.#shared = [...(listed.length > 1 ? listed : this.#levels)]
  }

  /** What the next of the figures told together is of; null where figures are told one by one. */
  nextShared(): Subject | null {
    return this.#shared.shift() ?? null
  }

  /** What 其中 opens: the persons counted where a reason counts some, else what the sentence speaks of. */
  #opened(): string {
    return this.inReason && this.heads ? this.heads.name : this.subject.name
  }

  #takeYear(text: string): void {
    const year = /(20\d{2})年/.exec(text)?.[1]
    if (year !== undefined) this.reasonYear = Number(year)
  }

  /** A clause without an amount may name what the next ones measure. */
  #takeSubject(text: string, end: string): void {
    const compared = labelOf(COMPARED_SUBJECT.exec(text)?.[1] ?? '', this.#ownNames)
    if (compared.length >= SHORTEST_SUBJECT) this.#turnTo({ name: compared, parents: [], counted: false })
    if (end === '。' && RUN_IN.test(text)) this.#announce(text)
    if (!/[：:]/.test(end) || ANNOUNCES.test(text)) return
    const coded = CODED.exec(text)
    if (coded) {
      this.#turnTo({ name: labelOf(coded[2] ?? '', this.#ownNames), parents: [], counted: false, code: coded[1] ?? '' })
      return
    }
    this.#announce(text)
  }

  #announce(text: string): void {
    const announced = labelOf(text, this.#ownNames)
    if (announced.length >= SHORTEST_SUBJECT && announced.length <= LONGEST_SUBJECT)
      this.#turnTo({ name: announced, parents: [], counted: false })
  }

  #turnTo(subject: Subject): void {
    this.subject = subject
    this.inReason = false
  }

  /** The words that wait for this amount; they wait no longer. */
  takePending(): string {
    const pending = this.#pending
    this.#pending = ''
    return pending
  }

  /** Ends what ends with a clause: a reason with its sentence or list item, a whole with its sentence. */
  leave(clause: Clause): void {
    if (clause.end !== '、') this.#shared = []
    this.#closeBracket()
    if (!/[。；;]/.test(clause.end)) return
    this.#reasonMayGoOn = this.inReason && clause.end !== '。'
    this.inReason = false
    this.reasonYear = null
    this.plan = null
    this.base = null
    this.lead = null
    // Parts told one after the other in a list item are all there are: the next item is beside their whole.
    if (this.#outerWhole !== null || this.#parts > 1) this.whole = this.#outerWhole
    this.#outerWhole = null
    this.#parts = 0
    if (clause.end !== '。') return
    if (this.#opener !== null) this.subject = this.#opener
    this.#opener = null
    this.#toldBefore = this.#toldHere > 0 || (this.#explains && this.#toldBefore)
    this.#explains = false
    this.#toldHere = 0
    this.time.endSentence()
    this.#levels = []
    this.#told = []
    this.whole = null
    this.heads = null
    this.purchases = false
  }
}
