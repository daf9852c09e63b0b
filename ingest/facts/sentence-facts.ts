import { lineFinder, type Span } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { linesUpTo } from '../domain/source.ts'
import type { Role } from '../domain/table.ts'
import { clausesOf } from './clause.ts'
import type { ChangeBehind } from './compared-level.ts'
import { isHeadCount, spokenBehind } from './counted.ts'
import { draftDefaults, type FactDraft, fundOf, measureOf, unclassified } from './fact-base.ts'
import { meaningInForm } from './goal-prose.ts'
import { type PrintedAmount, printedAmounts } from './printed-amounts.ts'
import { readAmount } from './read-amount.ts'
import type { Said } from './said.ts'
import type { Setting } from './setting.ts'
import { Thread } from './thread.ts'

/** Words right behind an amount: what it is for each of ("元/人"), what it counts. */
const AFTER = /^(?:[/／][\u4e00-\u9fa5]{1,3})*[\u4e00-\u9fa5（）()]*/
const LONGEST_AFTER = 14
const LONGEST_PURPOSE = 34

/** A fact for each amount in a paragraph. */
export function sentenceFacts(spans: readonly Span[], setting: Setting): FactDraft[] {
  const text = spans.map((span) => span.text).join('')
  const amounts = printedAmounts(text)
  if (amounts.length === 0) return []
  const thread = new Thread(setting)
  const lineAt = lineFinder(spans)
  const facts: FactDraft[] = []
  let next = 0
  for (const clause of clausesOf(text)) {
    const first = next
    while ((amounts[next]?.from ?? Number.POSITIVE_INFINITY) < clause.from + clause.text.length) next += 1
    const own = amounts.slice(first, next)
    thread.enter(clause, own.length > 0)
    if (own.length === 0 && !thread.inReason) thread.time.hear(squeeze(clause.text), setting)
    let from = clause.from
    for (const [index, amount] of own.entries()) {
      const before = thread.takePending() + text.slice(from, amount.start)
      const gap = /^\s/.test(text.slice(amount.to)) ? 1 : 0
      const after = wordsBehind(text, amount, gap)
      thread.turnToCompared(before, amount, changeBehind(amount, own[index + 1], text))
      const read = readAmount({ amount, clause, before, after }, thread, setting)
      const said = { ...read, time: thread.timed(read) }
      if (isOfOwnYear(said, setting)) thread.tell(said, amount)
      facts.push(toFact(said, amount, { text, lineAt, setting, thread, from }))
      // A noun that names this figure is no part of the next one's name.
      const spoken = spokenBehind(said.name, after)
      from = amount.to + (spoken > 0 ? gap + spoken : 0)
    }
    thread.leave(clause)
  }
  return facts
}

/** The words right behind an amount: more of them where they tell what it is for. */
function wordsBehind(text: string, { to }: PrintedAmount, gap: number): string {
  const behind = text.slice(to + gap, to + gap + LONGEST_PURPOSE)
  return AFTER.exec(behind.startsWith('用于') ? behind : behind.slice(0, LONGEST_AFTER))?.[0] ?? ''
}

/** The next amount with the words between; null behind the last. */
function changeBehind({ to }: PrintedAmount, next: PrintedAmount | undefined, text: string): ChangeBehind | null {
  return next ? { amount: next, words: text.slice(to, next.start) } : null
}

/** Whether a figure is a level of the document's own year. */
function isOfOwnYear({ kind, time }: Said, { identity }: Setting): boolean {
  return kind === 'level' && (time?.fiscalYear ?? identity.fiscalYear) === identity.fiscalYear
}

interface Around {
  readonly text: string
  readonly lineAt: (offset: number) => number
  readonly setting: Setting
  readonly thread: Thread
  readonly from: number
}

function toFact(said: Said, amount: PrintedAmount, { text, lineAt, setting, thread, from }: Around): FactDraft {
  const { identity, role, section, project } = setting
  const sentence = sentenceAround(text, amount.from)
  const scope = ofThreePublic(role, text, said) ?? scopeOf(role, sentence.text, said, amount.unit, thread.inReason)
  const year = thread.inReason ? /(20\d{2})年/.exec(squeeze(text.slice(from, amount.from)))?.[1] : undefined
  const asset = scope === 'assets' || scope === 'organization'
  const planned = scope === 'assets' && thread.purchases
  const name = planned && !/购置|采购/.test(said.name) ? `购置${said.name}` : said.name
  return {
    ...draftDefaults(identity),
    ...(asset ? { basis: planned ? 'budget' : null } : {}),
    ...(year ? { fiscalYear: Number(year) } : {}),
    ...said.time,
    kind: said.kind,
    comparator: amount.comparator,
    direction: said.direction,
    measure: measureOfSaid(said, name),
    parents: [...said.parents],
    facet: [...said.facet],
    project,
    role: scope,
    fund: fundOf(scope, `${said.name} ${section.at(-1) ?? ''}`),
    amount: { value: amount.value, unit: amount.unit, raw: amount.raw },
    of: said.of,
    ...meaningInForm(setting, said, amount.comparator),
    origin: thread.inReason ? 'reason' : 'sentence',
    section: [...section],
    quote: sentence.text,
    source: linesUpTo(lineAt(Math.max(sentence.from, labelStart(text, amount.from))), lineAt(amount.to - 1)),
  }
}

/** A head count of retirees is not the account of their pensions. */
function measureOfSaid({ counted, code, parents }: Said, name: string): FactDraft['measure'] {
  return counted ? unclassified(name || '数量') : measureOf(name || '金额', code ?? null, parents)
}

const THREE_PUBLIC = /[“"]?三公[”"]?经费/
const THREE_PUBLIC_ITEM = /^(?:因公出国|公务接待|国内公务接待|公务用车)/

/** Where no heading tells the scope, an item of the three public expenses is told by its paragraph, never by its reason. */
function ofThreePublic(role: Role, text: string, { name, parents }: Said): Role | null {
  if (role !== 'other' || ![name, ...parents].some((word) => THREE_PUBLIC_ITEM.test(word) || THREE_PUBLIC.test(word)))
    return null
  return THREE_PUBLIC.test(squeeze(text)) ? 'three_public' : 'other'
}

/** A sentence may speak of another scope than its section: it says so by name. */
function scopeOf(role: Role, sentence: string, said: Said, unit: string, inReason: boolean): Role {
  const words = squeeze(sentence)
  if (THREE_PUBLIC.test(words) && !isHeadCount(unit)) return 'three_public'
  if (/政府采购/.test(said.name) || (role === 'other' && /政府采购/.test(words))) return 'procurement'
  if (/机关运行经费/.test(said.name)) return 'operating_expense'
  const people = [said.name, said.parents.at(-1) ?? ''].some((name) => STAFF.test(name))
  const staff =
    role !== 'performance' && isHeadCount(unit) && people && (inReason || /编制|实有|在职|离休|退休|人员$/.test(words))
  return staff ? 'organization' : role
}

/** Names under which a unit counts its own people. */
const STAFF = /^人员$|(?:编制|在职|退休|离休|实有)(?:人员|人数|教?职工)?(?:总数|数)?$/

/** Past this nothing is quoted or cited: looking no further keeps a text without full stops from taking forever. */
const FURTHEST = 600

/** The amount's label begins after the mark before it; the citation spans both. */
function labelStart(text: string, at: number): number {
  const from = Math.max(0, at - FURTHEST)
  let start = at
  while (start > from && !/[，。；：、]/.test(text[start - 1] ?? '')) start -= 1
  return start
}

const LONGEST_QUOTE = 220

/** The sentence or list item around an offset, with where it begins; a long one is cut to the words near the offset. */
function sentenceAround(text: string, at: number): { text: string; from: number } {
  const before = text.slice(Math.max(0, at - FURTHEST), at)
  const start = at - before.length + Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1
  const rest = /^[^。；]*[。；]?/.exec(text.slice(at, at + FURTHEST))?.[0] ?? ''
  const end = at + rest.length
  const sentence = text.slice(start, end).trim()
  if (sentence.length <= LONGEST_QUOTE) return { text: sentence, from: start }
  const from = Math.max(start, at - LONGEST_QUOTE / 2)
  return { text: `${from > start ? '…' : ''}${text.slice(from, Math.min(end, from + LONGEST_QUOTE)).trim()}…`, from }
}
