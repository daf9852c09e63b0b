import { compareDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import { squeeze } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { shown, valueIn } from '../operands.ts'
import { likeness } from '../print-range.ts'
import { type Breach, bestReading, type Rule, type Tried } from '../rule.ts'

const TABLE =
  '一般公共预算基本支出情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t人员经费\t公用经费\n301\t工资福利支出\t403.33\t403.33\t\n302\t商品和服务支出\t21.46\t\t21.46\n\t合计\t424.79\t403.33\t21.46\n\n（一）机关运行经费情况\n\n'

/** 机关运行经费 is the 公用经费 of administrative units. */
export const operatingExpenseRule: Rule = {
  code: 'operating-expense',
  title: { zh: '机关运行经费与公用经费', en: 'Operating expenses of offices and public expenses' },
  reasoning: {
    zh: '机关运行经费是行政单位和参照公务员法管理的事业单位的公用经费。无下属事业单位，或两数相差不到二十分之一的，应与一般公共预算基本支出中的公用经费相等；有下属事业单位的，可能少于公用经费，按口径差异列示。',
    en: '机关运行经费 are the public expenses (公用经费) of administrative units and of those managed like them. Where there are no subordinate institutions, or the two are less than a twentieth apart, it is the public expenses of basic expenditure; elsewhere it may be less, and is told as a matter of scope.',
  },
  examples: {
    trips: [`${TABLE}2031 年，青石县水务局及下属 0 家行政单位和 0 家事业单位的机关运行经费财政拨款预算 21.41 万元。\n`],
    passes: [
      `${TABLE}2031 年，青石县水务局及下属 0 家行政单位和 0 家事业单位的机关运行经费财政拨款预算 21.46 万元。\n`,
    ],
  },
  tries: (view) => {
    const publicExpenses = view.facts.filter(isPublicExpense)
    return view.facts.filter(isOperatingExpense).flatMap((told) => readingsOf(view, told, publicExpenses))
  },
}

function isOperatingExpense({ role, kind, measure, origin, facet, stage, parents }: Fact): boolean {
  const whole = kind === 'level' && facet.length === 0 && stage === null && parents.length === 0
  return role === 'operating_expense' && whole && origin === 'sentence' && /机关运行经费/.test(measure.name)
}

/** The public expenses of the whole unit, as the table of basic expenditure or its section prints them. */
function isPublicExpense({ role, kind, measure, origin, facet, stage, total }: Fact): boolean {
  const whole = kind === 'level' && facet.length === 0 && stage === null && (origin === 'sentence' || total)
  return role === 'basic_expenditure' && whole && /^(?:日常)?公用经费(?:合计)?$/.test(measure.name)
}

function readingsOf(view: DocumentView, told: Fact, publicExpenses: readonly Fact[]): Tried[] {
  const ofSameTime = publicExpenses.filter(
    ({ fiscalYear, basis }) => fiscalYear === told.fiscalYear && basis === told.basis,
  )
  const near = ({ source }: Fact) => Math.abs(source.from - told.source.from)
  return bestReading(
    ofSameTime
      .sort((a, b) => near(a) - near(b))
      .map((other) => ({
        witnesses: [view.fact(told), view.fact(other)],
        breach: breachOf(view, told, other),
      })),
  )
}

function breachOf(view: DocumentView, told: Fact, other: Fact): Breach | null {
  const agrees = likeness(told.amount, other.amount)
  if (agrees === 'same' || agrees === null) return null
  const computed = `${shown(told)} ≠ ${shown(other)}`
  const values = [told.amount.raw, other.amount.raw]
  const said = `机关运行经费为 ${shown(told)}，公用经费为 ${shown(other)}`
  const saidInEnglish = `机关运行经费 is ${shown(told)}, 公用经费 is ${shown(other)}`
  if (agrees === 'rounded')
    return {
      verdict: 'rounding',
      message: { zh: `${said}，相差在四舍五入范围内。`, en: `${saidInEnglish}, as near as rounding brings it.` },
      values,
      computed,
    }
  if (!isOneBody(view) && !isNear(told, other))
    return {
      verdict: 'scope',
      message: {
        zh: `${said}；前者不含事业单位，两数可以不同。`,
        en: `${saidInEnglish}; the first leaves out institutions, so the two may differ.`,
      },
      values,
      computed,
    }
  return {
    verdict: 'contradiction',
    message: { zh: `${said}，两者应当相等。`, en: `${saidInEnglish}; they should be the same.` },
    values,
    computed,
    remedy: {
      zh: `按公用经费，机关运行经费应为 ${shown(other)}。`,
      en: `By the public expenses it should be ${shown(other)}.`,
    },
  }
}

const NO_INSTITUTIONS = /(?<!\d)0家事业单位|无下属(?:预算)?单位|事业单位(?:共)?0[个家]/

/** Whether the document says that there are no subordinate institutions. */
function isOneBody({ lines }: DocumentView): boolean {
  return NO_INSTITUTIONS.test(squeeze(lines.join('')))
}

/** Less than a twentieth apart: no institution's expenses are so small. */
function isNear(told: Fact, other: Fact): boolean {
  const { unit } = told.amount
  const [a, b] = [valueIn(told, unit), valueIn(other, unit)]
  const times = (value: typeof a, factor: bigint) => ({ ...value, digits: value.digits * factor })
  return compareDecimals(times(a, 20n), times(b, 19n)) >= 0 && compareDecimals(times(a, 20n), times(b, 21n)) <= 0
}
