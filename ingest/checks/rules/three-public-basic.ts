import { compareDecimals } from '../../domain/amount.ts'
import type { Fact } from '../../domain/fact.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted, sameUnit, shown, valueIn } from '../operands.ts'
import { likeness } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const TABLE =
  '一般公共预算基本支出情况表\n单位：万元\n\n科目编码\t科目名称\t合计\t人员经费\t公用经费\n302\t商品和服务支出\t5.51\t\t5.51\n30217\t公务接待费\t0.31\t\t0.31\n30231\t公务用车运行维护费\t5.20\t\t5.20\n\n八、“三公”经费预算情况说明\n\n'

/** 三公 items count basic and project money: never less than what basic expenditure holds of them. */
export const threePublicBasicRule: Rule = {
  code: 'three-public-basic',
  oneSided: true,
  title: { zh: '“三公”经费与基本支出', en: 'Three public expenses and basic expenditure' },
  reasoning: {
    zh: '“三公”经费包括基本支出和项目支出中的数，基本支出表只列基本支出。因此“三公”中的公务接待费、公务用车运行费、因公出国（境）费大于基本支出表中的同名数，是口径不同；小于则相互矛盾。',
    en: 'The three public expenses count basic and project money, the table of basic expenditure basic money only. More in the former is a difference of scope; less in it is a contradiction.',
  },
  examples: {
    trips: [`${TABLE}2031 年“三公”经费预算数为 5.20 万元，其中：公务用车运行费 5.20 万元，公务接待费 0 万元。\n`],
    passes: [`${TABLE}2031 年“三公”经费预算数为 5.51 万元，其中：公务用车运行费 5.20 万元，公务接待费 0.31 万元。\n`],
  },
  tries: (view) => {
    const basic = view.facts.filter(
      (fact) => fact.role === 'basic_expenditure' && fact.origin === 'cell' && isItem(fact),
    )
    return basic.flatMap((fact) => triedOf(view, fact))
  },
}

/** Accounts of the economic classification that are 三公 items wholly. */
const ITEMS: ReadonlySet<string> = new Set(['30212', '30217', '30231'])

function isItem({ measure, kind, facet, stage, project }: Fact): boolean {
  return ITEMS.has(measure.code ?? '') && kind === 'level' && facet.length === 0 && stage === null && project === null
}

function triedOf(view: DocumentView, basic: Fact): Tried[] {
  const same = view.facts.filter(
    (fact) =>
      fact.role === 'three_public' &&
      fact.origin !== 'reason' &&
      isItem(fact) &&
      fact.measure.code === basic.measure.code &&
      fact.fiscalYear === basic.fiscalYear &&
      fact.basis === basic.basis &&
      sameUnit(fact, basic),
  )
  const [first] = same
  if (!first) return []
  const all = same.find((fact) => likeness(fact.amount, basic.amount) === 'same') ?? first
  return [{ witnesses: [view.fact(all), view.fact(basic)], breach: breachOf(all, basic) }]
}

function breachOf(all: Fact, basic: Fact): Breach | null {
  const agrees = likeness(all.amount, basic.amount)
  if (agrees !== 'off') return null
  const more = compareDecimals(valueIn(all, basic.amount.unit), valueIn(basic, basic.amount.unit)) > 0
  const name = quoted(basic.measure.name)
  const values = [all.amount.raw, basic.amount.raw]
  const computed = `${shown(all)} ${more ? '>' : '<'} ${shown(basic)}`
  if (more)
    return {
      verdict: 'scope',
      message: {
        zh: `${name}在“三公”经费中为 ${shown(all)}，在基本支出中为 ${shown(basic)}：前者还包括项目支出。`,
        en: `${name} is ${shown(all)} among the three public expenses and ${shown(basic)} in basic expenditure: the first counts project money too.`,
      },
      values,
      computed,
    }
  return {
    verdict: 'contradiction',
    message: {
      zh: `${name}在“三公”经费中为 ${shown(all)}，少于基本支出中的 ${shown(basic)}，而前者应包括后者。`,
      en: `${name} is ${shown(all)} among the three public expenses, less than the ${shown(basic)} of basic expenditure that they should include.`,
    },
    values,
    computed,
    remedy: {
      zh: `“三公”经费中的该项至少应为 ${shown(basic)}，或基本支出中的该项应改列。`,
      en: `Among the three public expenses it should be ${shown(basic)} at least, or the amount in basic expenditure stands under a wrong account.`,
    },
  }
}
