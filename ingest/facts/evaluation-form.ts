import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { draftDefaults, type FactDraft, measureOf } from './fact-base.ts'
import { isFirstLevel, isIndicatorClass, unitInName } from './indicator-values.ts'
import { sentenceFacts } from './sentence-facts.ts'

/** A self-evaluation form (绩效自评表) whose cells were torn into fragments, one or a few a line. */
export interface EvaluationForm {
  /** 0-based indices of its first and last line. */
  readonly from: number
  readonly to: number
  readonly project: string
  readonly indicators: readonly FormIndicator[]
  readonly facts: readonly FactDraft[]
}

export interface FormIndicator {
  readonly name: string
  readonly classes: readonly string[]
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  /** Why the target was missed, as the form says; "" where it says nothing. */
  readonly reason: string
  readonly from: number
  readonly to: number
}

const TITLE = /^项目支出绩效自评表$|^部门(?:整体支出)?绩效自评表$|^项目(?:支出)?绩效(?:目标)?自评表$/
const TOTAL = /^总分\s*(\d+)\s*(?:(\d+(?:\.\d+)?)\s*分?)?$/

interface Fragment {
  readonly text: string
  readonly line: number
}

/** Finds every form in the lines of a document; their lines belong to no paragraph. */
export function findEvaluationForms(textLines: readonly string[], identity: Identity): EvaluationForm[] {
  const starts = textLines.flatMap((line, index) =>
    TITLE.test(squeeze(line)) && looksTorn(textLines, index) ? [index] : [],
  )
  return starts.flatMap((from, index) => {
    const limit = starts[index + 1] ?? textLines.length
    const to = endOf(textLines, from, limit)
    return to === null ? [] : [readForm(textLines, from, to, identity)]
  })
}

/** A torn form has its fields as lines of words right below its title, no tabs or pipes. */
function looksTorn(textLines: readonly string[], at: number): boolean {
  const next = textLines.slice(at, at + 12)
  return next.some((line) => /^\s*项目名称\s+\S/.test(line)) && next.every((line) => !/[\t|]/.test(line))
}

/** The form ends with its total score; the score may stand on the lines below. */
function endOf(textLines: readonly string[], from: number, limit: number): number | null {
  for (let at = from; at < limit; at += 1) {
    if (!/^\s*总分/.test(textLines[at] ?? '')) continue
    if (TOTAL.exec((textLines[at] ?? '').trim())?.[2] !== undefined) return at
    let end = at
    for (let next = at + 1; next < Math.min(limit, at + 5); next += 1) {
      const text = (textLines[next] ?? '').trim()
      if (/^\d+(?:\.\d+)?\s*分?$|^分$/.test(text)) end = next
      else if (text !== '') break
    }
    return end
  }
  return null
}

function readForm(textLines: readonly string[], from: number, to: number, identity: Identity): EvaluationForm {
  const fragments = textLines
    .slice(from, to + 1)
    .flatMap((line, index): Fragment[] => (line.trim() === '' ? [] : [{ text: line.trim(), line: from + index + 1 }]))
  const project = projectName(fragments)
  const header = fragments.findIndex(({ text }) => /^二级指标|三级指标/.test(text))
  const money = fragments.slice(0, header < 0 ? undefined : header)
  const indicators = header < 0 ? [] : readIndicators(fragments.slice(header + 1))
  const base = (
    fact: Partial<FactDraft> & Pick<FactDraft, 'kind' | 'measure' | 'amount' | 'quote' | 'source'>,
  ): FactDraft => ({
    ...draftDefaults(identity),
    basis: 'final_accounts',
    project,
    role: 'performance',
    origin: 'form',
    section: ['项目支出绩效自评表', project],
    ...fact,
  })
  const goals = goalParagraphs(money).flatMap((spans) =>
    sentenceFacts(spans, {
      identity,
      role: 'performance',
      section: ['项目支出绩效自评表', project, '年度总体目标'],
      project,
      ownNames: [],
    }),
  )
  const facts = [
    ...moneyFacts(money, base),
    ...goals,
    ...indicators.flatMap((indicator) => indicatorFacts(indicator, base)),
    ...totalFacts(fragments, base),
  ]
  return { from, to, project, indicators, facts }
}

function projectName(fragments: readonly Fragment[]): string {
  const at = fragments.findIndex(({ text }) => /^项目名称/.test(text))
  const end = fragments.findIndex(({ text }, index) => index > at && /^(?:主管部门|实施单位|预算单位)/.test(text))
  return squeeze(
    fragments
      .slice(at, end < 0 ? at + 1 : end)
      .map(({ text }) => text)
      .join('')
      .replace(/^项目名称[：:]?/, ''),
  )
}

/** The goal and what came of it, written out in words between the money and the indicators. */
function goalParagraphs(fragments: readonly Fragment[]): Fragment[][] {
  const at = fragments.findIndex(({ text }) => /^(?:年度)?预期目标/.test(text))
  const goals = at < 0 ? [] : fragments.slice(at + 1).filter(({ text }) => !/^(?:一级指|标)$/.test(text))
  return goals.length === 0 ? [] : [goals]
}

type Base = (
  fact: Partial<FactDraft> & Pick<FactDraft, 'kind' | 'measure' | 'amount' | 'quote' | 'source'>,
) => FactDraft

/** The columns of the money rows, in the order every such form has them. */
const MONEY_COLUMNS: readonly { readonly name: string; readonly fact: Partial<FactDraft>; readonly unit: string }[] = [
  { name: '年初预算数', fact: { kind: 'level', basis: 'budget', stage: 'initial' }, unit: '万元' },
  { name: '全年预算数', fact: { kind: 'level', basis: 'budget', stage: 'adjusted' }, unit: '万元' },
  { name: '全年执行数', fact: { kind: 'level', basis: 'final_accounts' }, unit: '万元' },
  { name: '分值', fact: { kind: 'score', facet: ['分值'] }, unit: '分' },
  { name: '执行率', fact: { kind: 'rate' }, unit: '%' },
  { name: '执行率得分', fact: { kind: 'score' }, unit: '分' },
]

/** "年度资金总额 37.71 37.71 37.71 10 100.00% 10.00 分", its label perhaps torn over the lines above. */
function moneyFacts(fragments: readonly Fragment[], base: Base): FactDraft[] {
  const facts: FactDraft[] = []
  const unit = /[（(](万元|元)[)）]/.exec(squeeze(fragments.map(({ text }) => text).join('')))?.[1] ?? '万元'
  let label: Fragment[] = []
  for (const fragment of fragments) {
    const match =
      /^(\D*?)\s*((?:-?[\d,]+\.\d+%?|—|-|\d+(?:\.\d+)?%?)(?:\s+(?:-?[\d,]+(?:\.\d+)?%?|—|-)){2,})\s*分?$/.exec(
        fragment.text,
      )
    if (!match) {
      label = /预算数|执行数|得分|^数$/.test(fragment.text) ? [] : [...label, fragment].slice(-3)
      continue
    }
    const words = squeeze([...label.map(({ text }) => text), match[1] ?? ''].join(''))
      .replace(/^.*?(?=其中|年度资金|当年财政|上年结转|其他资金)/, '')
      .replace(/^其中[：:]?/, '')
    const first = match[1] ? fragment.line : (label[0]?.line ?? fragment.line)
    const whole = /总额/.test(words)
    ;(match[2] ?? '').split(/\s+/).forEach((printed, index) => {
      const column = MONEY_COLUMNS[index]
      const amount = cellAmount(printed)?.amount
      if (!column || !amount) return
      facts.push(
        base({
          ...column.fact,
          kind: column.fact.kind ?? 'level',
          measure: measureOf(column.name),
          parents: whole ? [words] : [],
          facet: [...(column.fact.facet ?? []), ...(whole ? [] : [words])],
          total: whole,
          amount: { ...amount, unit: column.unit === '万元' ? unit : column.unit },
          row: [words],
          column: [column.name],
          quote: `${words} ${match[2] ?? ''}`,
          source: lines(first, fragment.line),
        }),
      )
    })
    label = []
  }
  return facts
}

const VALUE_END = /^(.*?)\s*(\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)$/

/** Rebuilds the indicator rows: words pile up until a line closes the row with weight and score. */
function readIndicators(fragments: readonly Fragment[]): FormIndicator[] {
  const rows: FormIndicator[] = []
  let classes: string[] = []
  let pile: Fragment[] = []
  let reasonOpen = false
  for (const fragment of fragments) {
    if (/^总分/.test(fragment.text)) break
    const missed = rows.at(-1)
    if (reasonOpen && missed && takesReason(missed, pile, fragment.text)) {
      rows[rows.length - 1] = { ...missed, reason: missed.reason + squeeze(fragment.text) }
      continue
    }
    if (
      pile.length === 0 ||
      pile.every(({ text }) => /^(?:偏差原|因分析|及改进|措施|年度|绩效|指标|完成|情况|标)$/.test(text))
    ) {
      if (/^(?:偏差原|因分析|及改进|措施|年度|绩效|指标|完成|情况|标)$/.test(fragment.text)) continue
    }
    const joined = squeeze([...pile.map(({ text }) => text), fragment.text].join(''))
    const opened = openedClass(joined)
    if (opened !== null) {
      const first =
        isFirstLevel(opened) && !(opened === '成本指标' && classes[0] === '产出指标') && classes[0] !== opened
      classes = first ? [opened] : [...classes.slice(0, 1), opened]
      pile = []
      reasonOpen = false
      continue
    }
    const closed = closeRow(pile, fragment, classes)
    if (closed) {
      rows.push(closed)
      reasonOpen = Number(closed.score) < Number(closed.weight) || closed.score === '0'
      pile = []
    } else pile.push(fragment)
  }
  return rows
}

/** The class that the words pile up to ("产出指" + "标"); null while they do not. */
function openedClass(joined: string): string | null {
  if (!/指标$/.test(joined)) return null
  return isIndicatorClass(joined) ? joined : null
}

/** Reasons stand in a narrow last column: a few characters a line, opened by 因 and closed by a full stop. */
function takesReason(row: FormIndicator, pile: readonly Fragment[], text: string): boolean {
  if (pile.length > 0 || VALUE_END.test(text)) return false
  if (row.reason === '') return /^(?:因|由于|受)/.test(text)
  return (
    !/。$/.test(row.reason) &&
    squeeze(text).length <= 6 &&
    !isIndicatorClass(text) &&
    !/^(?:效益指|产出指|满意度|成本指)/.test(text)
  )
}

function closeRow(pile: readonly Fragment[], fragment: Fragment, classes: readonly string[]): FormIndicator | null {
  const end = VALUE_END.exec(fragment.text)
  if (!end) return null
  const [, before = '', weight = '', score = ''] = end
  const inline = before.trim()
  const values = splitValues(pile.map((piece) => piece.text).join(' '), inline)
  if (!values || Number(weight) > 100) return null
  const first = pile[0]?.line ?? fragment.line
  return { ...values, classes: [...classes], weight, score, reason: '', from: first, to: fragment.line }
}

const SIGN = /(?:<=|>=|≤|≥|=)\s*/
const SIGNED_VALUE =
  /^((?:<=|>=|≤|≥|=)\s*(?:20\d{2} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|-?[\d,.]+\s*(?:%|万元|元|万人次|万人|人次|人|家|次|月|日|天|分钟|年|份|个|辆|条|小时|[\u4e00-\u9fa5]{1,3})?))\s*(.*)$/s

/** Name, target and actual value: a comparison sign opens the target; without one, the closing line holds both. */
function splitValues(pile: string, inline: string): { name: string; target: string; actual: string } | null {
  const text = `${pile} ${inline}`.trim()
  const sign = SIGN.exec(text)
  if (sign) {
    const parts = SIGNED_VALUE.exec(text.slice(sign.index))
    return parts
      ? { name: squeeze(text.slice(0, sign.index)), target: squeeze(parts[1] ?? ''), actual: squeeze(parts[2] ?? '') }
      : null
  }
  const date = /(?:(?:20\d{2} ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?[\s至]*)+$/.exec(text)
  if (date && date.index > 0) {
    const [target = '', actual = ''] = halves(date[0].trim())
    return { name: squeeze(text.slice(0, date.index)), target, actual }
  }
  const words = inline.split(/\s+/).filter((word) => word !== '')
  if (words.length < 2 || words.length > 3) return null
  return {
    name: squeeze([pile, ...words.slice(0, -2)].join('')),
    target: words.at(-2) ?? '',
    actual: words.at(-1) ?? '',
  }
}

/** "12 月 31 日 12 月 31 日": the same words twice. */
function halves(text: string): string[] {
  const compact = squeeze(text)
  const middle = compact.length / 2
  return compact.slice(0, middle) === compact.slice(middle)
    ? [compact.slice(0, middle), compact.slice(middle)]
    : [compact, '']
}

function indicatorFacts(row: FormIndicator, base: Base): FactDraft[] {
  const quote = `${[...row.classes, row.name].join(' ')} ${row.target} ${row.actual} ${row.weight} ${row.score}${row.reason ? ` ${row.reason}` : ''}`
  const shared = {
    measure: { ...measureOf(row.name || row.classes.at(-1) || '指标'), code: null, classification: null },
    parents: [...row.classes],
    quote,
    source: lines(row.from, row.to),
    row: [...row.classes, row.name],
  }
  const facts: FactDraft[] = []
  const target = cellAmount(row.target)
  if (target)
    facts.push(
      base({
        ...shared,
        kind: 'target',
        basis: 'budget',
        comparator: target.comparator,
        amount: { ...target.amount, unit: target.amount.unit || unitInName(row.name) },
        column: ['年度指标值'],
      }),
    )
  const actual = cellAmount(row.actual)
  if (actual)
    facts.push(
      base({
        ...shared,
        kind: 'actual',
        amount: { ...actual.amount, unit: actual.amount.unit || target?.amount.unit || unitInName(row.name) },
        column: ['实际完成值'],
      }),
    )
  facts.push(
    base({
      ...shared,
      kind: 'score',
      facet: ['分值'],
      amount: { value: row.weight, unit: '分', raw: row.weight },
      column: ['分值'],
    }),
  )
  facts.push(
    base({
      ...shared,
      kind: 'score',
      facet: ['得分'],
      amount: { value: row.score, unit: '分', raw: row.score },
      column: ['得分'],
    }),
  )
  return facts
}

function totalFacts(fragments: readonly Fragment[], base: Base): FactDraft[] {
  const at = fragments.findIndex(({ text }) => /^总分/.test(text))
  const first = fragments[at]
  if (!first) return []
  const text = fragments
    .slice(at)
    .map((fragment) => fragment.text)
    .join(' ')
    .replace(/\s*分$/, '')
  const score = TOTAL.exec(text)?.[2]
  if (!score) return []
  const last = fragments.at(-1)?.line ?? first.line
  return [
    base({
      kind: 'score',
      measure: measureOf('自评总分'),
      total: true,
      amount: { value: score, unit: '分', raw: score },
      row: ['总分'],
      column: ['得分'],
      quote: squeeze(text),
      source: lines(first.line, last),
    }),
  ]
}
