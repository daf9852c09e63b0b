import type { Fact } from '../../domain/fact.ts'
import type { Bilingual } from '../../domain/finding.ts'
import { squeeze } from '../../domain/name.ts'
import { measureKey, sameFrame } from '../../domain/sameness.ts'
import type { Role } from '../../domain/table.ts'
import { ACCOUNT_MARK } from '../../facts/clause.ts'
import type { DocumentView } from '../document-view.ts'
import { isNamedThere, quoted, shown } from '../operands.ts'
import { namesOtherYear, toldBasis } from '../passage.ts'
import { factorBetween, likeness } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

/** What the text says of an account or a total, against what the tables print for it. */
export const proseTableRule: Rule = {
  code: 'prose-table',
  title: { zh: '文字与表格', en: 'Text against tables' },
  reasoning: {
    zh: '文字说明中某科目或合计的金额，应与表中同一年度、同一口径的数相同。同名的数有多个口径时，与其中任一相符即可；只有各表所列为同一数，或口径完全相同的数不符时才报告。单位不同的先换算，相差不超过较粗一方末位的按四舍五入处理；相差恰为 10、100、1000 或 10000 倍的，说明可能是单位错误。',
    en: 'What the text says of an account or a total is what the tables print for the same year and scope. Where tables print it in several scopes, one that fits is enough; told only where all of them print another figure, or one of the very same scope does. Units are converted; one of the last place of the coarser print counts as rounding; a factor of 10, 100, 1,000 or 10,000 is said, since a unit may be wrong.',
  },
  examples: {
    trips: [
      '一般公共预算支出情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n2130301\t行政运行\t214.04\t214.04\t\n2130305\t水利工程建设\t50.00\t\t50.00\n\n五、一般公共预算当年拨款情况说明\n\n1. 农林水支出（类）水利（款）行政运行（项）：2031 年预算数为 50 万元，比上年预算减少 3 万元。\n',
    ],
    passes: [
      '一般公共预算支出情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n2130301\t行政运行\t214.04\t214.04\t\n2130305\t水利工程建设\t50.00\t\t50.00\n\n五、一般公共预算当年拨款情况说明\n\n1. 农林水支出（类）水利（款）行政运行（项）：2031 年预算数为 214.04 万元，比上年预算减少 3 万元。\n',
      '一般公共预算支出情况表\n单位：元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n2130301\t行政运行\t2140449.00\t2140449.00\t\n\n五、一般公共预算当年拨款情况说明\n\n1. 农林水支出（类）水利（款）行政运行（项）：2031 年预算数为 214.04 万元，比上年预算减少 3 万元。\n',
    ],
  },
  tries: (view) => {
    const cells = cellsByKey(view)
    return view.passages.flatMap(({ text, figures }) =>
      figures.flatMap((figure) => {
        const { fact: said } = figure
        if (!isTold(said) || namesOtherYear(figure) || !(isNamedThere(said) || isListedIn(text, said))) return []
        const basis = toldBasis(figure) ?? said.basis
        const printed = (cells.get(measureKey(said)) ?? []).filter((cell) => sameFrame(cell, { ...said, basis }))
        return triedAgainst(view, said, printed)
      }),
    )
  },
}

/** Roles whose tables print the unit's money by account, and whose totals have names of their own. */
const ACCOUNT_ROLES: ReadonlySet<Role> = new Set([
  'income_expenditure',
  'income',
  'expenditure',
  'fiscal_appropriation',
  'appropriation_economic',
  'general_public_budget',
  'basic_expenditure',
  'three_public',
  'government_fund',
  'state_capital',
])

/** Sentences that state an amount for the whole unit; what a project, a form or a reason speaks of is another matter. */
function isTold(fact: Fact): boolean {
  const plain = fact.kind === 'level' && fact.facet.length === 0 && fact.of === null
  return plain && fact.origin === 'sentence' && fact.project === null && isAccountRole(fact.role)
}

/** An item of a list of accounts goes on to speak of its account in further sentences. */
function isListedIn(text: string, { measure: { name, code } }: Fact): boolean {
  const words = squeeze(text)
  return code !== null && words.includes(name) && new RegExp(ACCOUNT_MARK).test(words)
}

function isAccountRole(role: Role): boolean {
  return ACCOUNT_ROLES.has(role) || role === 'other'
}

function cellsByKey({ facts }: DocumentView): ReadonlyMap<string, readonly Fact[]> {
  const cells = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.origin !== 'cell' || fact.project !== null || fact.facet.length > 0 || !ACCOUNT_ROLES.has(fact.role))
      continue
    for (const key of keysOf(fact)) cells.set(key, [...(cells.get(key) ?? []), fact])
  }
  return cells
}

/** The text seldom gives the codes of the three public expenses. */
function keysOf(fact: Fact): ReadonlySet<string> {
  const named = measureKey({ ...fact, measure: { ...fact.measure, code: null } })
  return new Set([measureKey(fact), ...(fact.role === 'three_public' ? [named] : [])])
}

function triedAgainst(view: DocumentView, said: Fact, printed: readonly Fact[]): Tried[] {
  const [first] = printed
  if (!first) return []
  const agreeing = printed.find((cell) => likeness(cell.amount, said.amount) === 'same')
  if (agreeing) return [{ witnesses: [view.fact(said), view.fact(agreeing)], breach: null }]
  const rounded = printed.find((cell) => likeness(cell.amount, said.amount) === 'rounded')
  const rival = rounded ?? rivalOf(said, printed)
  return rival
    ? [{ witnesses: [view.fact(said), view.fact(rival)], breach: breachOf(said, rival, rounded !== undefined) }]
    : []
}

/** The cell that must print what the text says: of the very same scope, or any where all of them print one figure. */
function rivalOf(said: Fact, printed: readonly Fact[]): Fact | null {
  const comparable = printed.filter((cell) => cell.role !== 'basic_expenditure' || said.role !== 'three_public')
  const [first] = comparable
  const own = comparable.find(({ role, fund }) => role === said.role && fund === said.fund)
  if (own) return own
  const alike = first && comparable.every((cell) => likeness(cell.amount, first.amount) === 'same')
  return alike && first.measure.code !== null ? first : null
}

function breachOf(said: Fact, cell: Fact, rounded: boolean): Breach {
  const { name } = said.measure
  const values = [said.amount.raw, cell.amount.raw]
  const computed = `${shown(said)} ≠ ${shown(cell)}`
  if (rounded) {
    const message = {
      zh: `${quoted(name)}文字为 ${shown(said)}，表中为 ${shown(cell)}，相差在四舍五入范围内。`,
      en: `${quoted(name)}: the text says ${shown(said)}, the table ${shown(cell)}, as near as rounding brings it.`,
    }
    return { verdict: 'rounding', message, values, computed }
  }
  const factor = factorWords(said, cell)
  return {
    verdict: 'contradiction',
    message: {
      zh: `${quoted(name)}文字为 ${shown(said)}，表中为 ${shown(cell)}${factor.zh}。`,
      en: `${quoted(name)}: the text says ${shown(said)}, the table ${shown(cell)}${factor.en}.`,
    },
    values,
    computed,
    remedy: {
      zh: `以表为准则文字应为 ${shown(cell)}；以文字为准则表中应为 ${shown(said)}。`,
      en: `By the table the text should say ${shown(cell)}; by the text the table should print ${shown(said)}.`,
    },
  }
}

function factorWords(a: Fact, b: Fact): Bilingual {
  const factor = factorBetween(a.amount, b.amount)
  if (factor === null) return { zh: '', en: '' }
  return {
    zh: `（两数恰差 ${factor} 倍，疑为单位有误）`,
    en: ` (one is ${factor} times the other: perhaps a unit is wrong)`,
  }
}
