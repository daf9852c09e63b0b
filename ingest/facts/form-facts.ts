import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { draftDefaults, type FactDraft, measureOf } from './fact-base.ts'
import type { FormIndicator, Fragment } from './form-indicators.ts'
import { unitInName } from './indicator-values.ts'

/** What a fact of a form says beyond its form. */
type Said = Partial<FactDraft> & Pick<FactDraft, 'kind' | 'measure' | 'amount' | 'quote' | 'source'>

/** Makes the facts of one form: what was done with one project's money. */
export type FormFact = (said: Said) => FactDraft

/** The maker of a project's facts; `section` is the path to them. */
export function formFact(identity: Identity, project: string, section: readonly string[]): FormFact {
  return (said) => ({
    ...draftDefaults(identity),
    basis: 'final_accounts',
    project,
    role: 'performance',
    origin: 'form',
    section: [...section],
    ...said,
  })
}

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
