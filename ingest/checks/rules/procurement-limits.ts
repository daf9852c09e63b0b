import { compareDecimals, decimalString, sumDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Bilingual } from '../../domain/finding.ts'
import { comparable } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { sameUnit, shown, valueIn } from '../operands.ts'
import { itemBefore } from '../passage.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

/** What is kept for and given to small firms is part of what is bought. */
export const procurementLimitsRule: Rule = {
  code: 'procurement-limits',
  oneSided: true,
  title: { zh: '政府采购与中小企业份额', en: 'Procurement and the part of small firms' },
  reasoning: {
    zh: '面向（授予）小微企业的金额不大于面向（授予）中小企业的金额，后者不大于政府采购总额；预留项目与其他项目中由中小企业成交的金额之和也不大于总额。只比较同一部分中写明的数。',
    en: 'What is kept for or given to micro firms is no more than what small and medium firms get, and that no more than all procurement; nor is the sum of what small firms got of the reserved and of the other projects. Tried within one section.',
  },
  examples: {
    trips: [
      '（二）政府采购支出情况\n\n2031 年度政府采购金额为 21.07 万元。\n\n在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额 21.07 万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额 21.07 万元。\n',
      '（二）政府采购情况\n\n政府采购预算 22.4 万元，其中：面向中小企业预留政府采购项目预算金额 8 万元，面向小微企业预留政府采购项目预算金额 9 万元。\n',
    ],
    passes: [
      '（二）政府采购支出情况\n\n2031 年度政府采购金额为 42.14 万元。\n\n在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额 21.07 万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额 21.07 万元。\n',
    ],
    basis: 'final_accounts',
  },
  tries: (view) => {
    const figures = procurementFigures(view)
    return LIMITS.flatMap(({ parts, whole, words }) => {
      const limit = figures.find(({ place }) => place === whole)?.fact
      const found = parts.map((part) => figures.find(({ place }) => place === part)?.fact)
      const facts = found.flatMap((fact) => fact ?? [])
      if (!limit || facts.length < parts.length || !facts.every((fact) => sameUnit(fact, limit))) return []
      return [tried(view, facts, limit, words)]
    })
  },
}

type Place = 'all' | 'reserved' | 'reserved-micro' | 'won-reserved' | 'won-other' | 'given' | 'given-micro'

/** In this order: what the words in front of a figure say of it. */
const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/预留.*项目中.*小微企业.*(?:中标|成交)/, 'reserved-micro'],
  [/其他政府采购项目中.*中小企业.*(?:中标|成交)/, 'won-other'],
  [/预留.*项目中.*中小企业.*(?:中标|成交)/, 'won-reserved'],
  [/小微企业预留[^，]*$/, 'reserved-micro'],
  [/中小企业预留[^，]*$/, 'reserved'],
  [/授予小微企业[^，]*$/, 'given-micro'],
  [/授予中小企业[^，]*$/, 'given'],
]

const LIMITS: readonly { readonly parts: readonly Place[]; readonly whole: Place; readonly words: Bilingual }[] = [
  {
    parts: ['reserved'],
    whole: 'all',
    words: { zh: '面向中小企业预留的金额大于政府采购总额', en: 'more is reserved for small firms than is bought' },
  },
  {
    parts: ['reserved-micro'],
    whole: 'reserved',
    words: {
      zh: '面向小微企业的金额大于面向中小企业的金额',
      en: 'more is reserved for micro firms than for small and medium ones',
    },
  },
  {
    parts: ['given'],
    whole: 'all',
    words: { zh: '授予中小企业的金额大于政府采购总额', en: 'more was given to small firms than was bought' },
  },
  {
    parts: ['given-micro'],
    whole: 'given',
    words: {
      zh: '授予小微企业的金额大于授予中小企业的金额',
      en: 'more was given to micro firms than to small and medium ones',
    },
  },
  {
    parts: ['won-reserved', 'won-other'],
    whole: 'all',
    words: {
      zh: '中小企业在预留项目与其他项目中成交金额之和大于政府采购总额',
      en: 'small firms won more, of reserved and other projects together, than was bought',
    },
  },
]

interface Placed {
  readonly fact: Fact
  readonly place: Place
}

function procurementFigures(view: DocumentView): Placed[] {
  return view.passages.flatMap((passage) =>
    passage.figures.flatMap((figure): Placed[] => {
      const { fact } = figure
      if (fact.role !== 'procurement' || fact.kind !== 'level') return []
      const before = itemBefore(passage, figure)
      const [, place] = PLACES.find(([pattern]) => pattern.test(before)) ?? []
      if (place) return [{ fact, place }]
      const whole = /政府采购(?:预算|支出|金额)?(?:总额|合计|总计)?$/.test(
        comparable(fact.measure.name).replace(/\(.*?\)/g, ''),
      )
      return whole && fact.parents.length === 0 ? [{ fact, place: 'all' }] : []
    }),
  )
}

function tried(view: DocumentView, parts: readonly Fact[], whole: Fact, words: Bilingual): Tried {
  const { unit } = whole.amount
  const sum = sumDecimals(parts.map((part) => valueIn(part, unit)))
  const exceeds = compareDecimals(sum, valueIn(whole, unit)) > 0
  return {
    witnesses: [...parts, whole].map((fact) => view.fact(fact)),
    breach: exceeds ? breachOf(parts, whole, decimalString(sum), words) : null,
  }
}

function breachOf(parts: readonly Fact[], whole: Fact, sum: string, words: Bilingual): Breach {
  const { unit } = whole.amount
  return {
    verdict: 'contradiction',
    message: {
      zh: `${words.zh}：${sum}${unit} > ${shown(whole)}。`,
      en: `${words.en}: ${sum}${unit} > ${shown(whole)}.`,
    },
    values: [...parts.map(({ amount }) => amount.raw), sum, whole.amount.raw],
    computed: `${parts.map(({ amount }) => amount.raw).join(' + ')}${parts.length > 1 ? ` = ${sum}` : ''} > ${whole.amount.raw}`,
  }
}
