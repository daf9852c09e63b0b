import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { lines, linesUpTo } from '../domain/source.ts'
import { cellAmount } from '../tables/cell-amount.ts'
import { draftDefaults, type FactDraft, measureOf, unclassified } from './fact-base.ts'
import type { FormIndicator, Fragment } from './form-indicators.ts'
import { splitUnit, unitTextIn } from './per-unit.ts'

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

/** A column of the money rows; `unit` is null for the unit of the form's money. */
export interface MoneyColumn {
  readonly name: string
  readonly fact: Partial<FactDraft> & Pick<FactDraft, 'kind'>
  readonly unit: string | null
}

/** The columns of the money rows, in the order every such form has them. */
const MONEY_COLUMNS: readonly MoneyColumn[] = [
  { name: '年初预算数', fact: { kind: 'level', basis: 'budget', stage: 'initial' }, unit: null },
  { name: '全年预算数', fact: { kind: 'level', basis: 'budget', stage: 'adjusted' }, unit: null },
  { name: '全年执行数', fact: { kind: 'level', basis: 'final_accounts' }, unit: null },
  { name: '分值', fact: { kind: 'score', facet: ['分值'] }, unit: '分' },
  { name: '执行率', fact: { kind: 'rate' }, unit: '%' },
  { name: '执行率得分', fact: { kind: 'score' }, unit: '分' },
]

/** The column of money rows that a header's word heads; null for other words. */
export function moneyColumn(word: string): MoneyColumn | null {
  const name = squeeze(word).replace(/[（(][A-Z\d/*×÷%]{1,5}[)）]$/, '')
  return MONEY_COLUMNS.find((column) => column.name === (name === '得分' ? '执行率得分' : name)) ?? null
}

/** Three figures or more in a row, dashes for none, words in front of them or not. */
const MONEY_ROW = /^(\D*?)\s*((?:-?[\d,]+\.\d+%?|—|-|\d+(?:\.\d+)?%?)(?:\s+(?:-?[\d,]+(?:\.\d+)?%?|—|-)){2,})\s*分?$/
/** Pieces of a torn label that may stand on the lines above its figures. */
const LABEL_PIECES = 3

/** "年度资金总额 80.00 80.00 40.00 10 50.00% 5.00 分", its label perhaps torn over the lines above. */
export function moneyFacts(fragments: readonly Fragment[], fact: FormFact): FactDraft[] {
  const words = squeeze(fragments.map(({ text }) => text).join(''))
  const moneyUnit = /[（(](万元|元)[)）]/.exec(words)?.[1] ?? '万元'
  const facts: FactDraft[] = []
  let label: Fragment[] = []
  for (const fragment of fragments) {
    const [, named = '', figures] = MONEY_ROW.exec(fragment.text) ?? []
    if (figures !== undefined) {
      const first = named ? fragment.line : (label[0]?.line ?? fragment.line)
      const row = { label: moneyLabel(label, named), figures, moneyUnit, source: lines(first, fragment.line) }
      facts.push(...moneyRowFacts(row, fact))
    }
    const header = /预算数|执行数|得分|^数$/.test(fragment.text)
    label = figures !== undefined || header ? [] : [...label, fragment].slice(-LABEL_PIECES)
  }
  return facts
}

/** The label of a money row from its pieces, without what other columns left between them. */
function moneyLabel(pieces: readonly Fragment[], named: string): string {
  return squeeze([...pieces.map(({ text }) => text), named].join(''))
    .replace(/^.*?(?=其中|年度资金|当年财政|上年结转|其他资金)/, '')
    .replace(/^其中[：:]?/, '')
}

interface MoneyRow {
  readonly label: string
  readonly figures: string
  readonly moneyUnit: string
  readonly source: FactDraft['source']
}

function moneyRowFacts({ label, figures, moneyUnit, source }: MoneyRow, fact: FormFact): FactDraft[] {
  const whole = /总额/.test(label)
  return figures.split(/\s+/).flatMap((printed, index): FactDraft[] => {
    const column = MONEY_COLUMNS[index]
    const amount = cellAmount(printed)?.amount
    if (!column || !amount) return []
    return [
      fact({
        ...column.fact,
        measure: measureOf(column.name),
        parents: whole ? [label] : [],
        facet: [...(column.fact.facet ?? []), ...(whole ? [] : [label])],
        total: whole,
        amount: { ...amount, unit: column.unit ?? moneyUnit },
        row: [label],
        column: [column.name],
        quote: `${label} ${figures}`,
        source,
      }),
    ]
  })
}

/** Target, result, weight and score of an indicator, as far as they are figures. */
export function indicatorFacts(row: FormIndicator, fact: FormFact): FactDraft[] {
  const shared = {
    measure: unclassified(row.name || row.classes.at(-1) || '指标'),
    parents: [...row.classes],
    quote: indicatorWords(row),
    source: linesUpTo(row.from, row.to),
    row: [...row.classes, row.name],
  }
  const target = cellAmount(row.target)
  const actual = cellAmount(row.actual)
  const named = splitUnit(unitTextIn(row.name))
  const aimed = splitUnit(target?.amount.unit ?? '')
  const [unit, of] = [aimed.unit || named.unit, aimed.of ?? named.of]
  const targets = target && {
    ...shared,
    kind: 'target' as const,
    basis: 'budget' as const,
    comparator: target.comparator,
    amount: { ...target.amount, unit },
    of,
    column: ['年度指标值'],
  }
  const actuals = actual && {
    ...shared,
    kind: 'actual' as const,
    // What was reached is one figure; a sign printed in front of it says nothing more.
    amount: {
      ...actual.amount,
      unit: splitUnit(actual.amount.unit).unit || unit,
      raw: signedRaw(row.actual, actual.amount.raw),
    },
    of,
    column: ['实际完成值'],
  }
  const scores = [
    { facet: '分值', printed: row.weight },
    { facet: '得分', printed: row.score },
  ].map(({ facet, printed }) => ({
    ...shared,
    kind: 'score' as const,
    facet: [facet],
    amount: { value: printed, unit: '分', raw: printed },
    column: [facet],
  }))
  return [targets, actuals, ...scores].flatMap((said) => (said ? [fact(said)] : []))
}

/** A figure with the sign of comparison that is printed in front of it. */
function signedRaw(printed: string, raw: string): string {
  return `${/^[<>≤≥＜＞=＝]+/.exec(printed)?.[0] ?? ''}${raw}`
}

/** An indicator in one line: its classes and name, target, result, weight, score and reason. */
function indicatorWords({ classes, name, target, actual, weight, score, reason }: FormIndicator): string {
  const path = [...classes, name].join(' ')
  return `${path} ${target} ${actual} ${weight} ${score}${reason ? ` ${reason}` : ''}`
}

const TOTAL = /^总分\s*\d+\s+(\d+(?:\.\d+)?)\s*分?$/

/** The score that follows the highest possible one: "总分 100 96.5 分"; null where there is none. */
export function totalScore(text: string): string | null {
  return TOTAL.exec(text)?.[1] ?? null
}

/** The score of the whole form. */
export function totalFacts(fragments: readonly Fragment[], fact: FormFact): FactDraft[] {
  const total = fragments.slice(
    Math.max(
      0,
      fragments.findIndex(({ text }) => /^总分/.test(text)),
    ),
  )
  const text = total.map((fragment) => fragment.text).join(' ')
  const score = totalScore(text)
  const [first, last] = [total[0], total.at(-1)]
  if (score === null || !first || !last) return []
  return [
    fact({
      kind: 'score',
      measure: measureOf('自评总分'),
      total: true,
      amount: { value: score, unit: '分', raw: score },
      row: ['总分'],
      column: ['得分'],
      quote: squeeze(text.replace(/\s*分$/, '')),
      source: lines(first.line, last.line),
    }),
  ]
}
