import type { Fact } from '../../domain/fact.ts'
import { squeeze } from '../../domain/name.ts'
import { measureKey, unitFamily } from '../../domain/sameness.ts'
import { ACCOUNT_MARK } from '../../facts/clause.ts'
import type { DocumentView } from '../document-view.ts'
import { isNamedThere, quoted, shown } from '../operands.ts'
import { namesOtherYear, type SpokenFigure, toldBasis } from '../passage.ts'
import { likeness } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

/** The same thing stated twice in the text. */
export const saidTwiceRule: Rule = {
  code: 'said-twice',
  title: { zh: '文字前后一致', en: 'The text against itself' },
  reasoning: {
    zh: '同一年度、同一口径、同一事项在文字中多处写出的金额、增减额、增减率应当一致。只比较句中自己写明名称、所在部分口径相同的数；以多数处所写为准。项目、绩效、原因说明中的数不在此列。',
    en: 'What the text states in several places for one thing, year and scope is the same each time: amounts, changes and rates. Tried where each sentence names the thing itself, in parts of one scope; what most places say is taken to be right. Figures of projects, targets and reasons are not.',
  },
  examples: {
    trips: [
      '六、一般公共预算基本支出情况说明\n\n青石县水务局 2031 年一般公共预算基本支出 424.79 万元，其中：人员经费 403.33 万元，公用经费 21.46 万元。\n\n2031 年一般公共预算基本支出 442.79 万元，主要用于保障机构正常运转。\n',
    ],
    passes: [
      '六、一般公共预算基本支出情况说明\n\n青石县水务局 2031 年一般公共预算基本支出 424.79 万元，其中：人员经费 403.33 万元，公用经费 21.46 万元。\n\n2031 年一般公共预算基本支出 424.79 万元，主要用于保障机构正常运转。\n',
    ],
  },
  tries: (view) => {
    const groups = new Map<string, Fact[]>()
    for (const { figures } of view.passages) {
      for (const figure of figures) {
        if (!isTold(figure)) continue
        const key = [keyOf(figure.fact, levelBefore(figures, figure)), toldBasis(figure)].join('\t')
        groups.set(key, [...(groups.get(key) ?? []), figure.fact])
      }
    }
    return [...groups.values()].flatMap((facts) => triedAmong(view, facts))
  },
}

const KINDS: ReadonlySet<Fact['kind']> = new Set(['level', 'change', 'rate'])
/** "完成预算的 91.89%": of whatever the sentence speaks. */
const NAMELESS = /^完成/
/** What came in or went out this year (本年收入合计) is not all that there was (收入总计). */
const OF_THIS_YEAR = /本年/
/** A list goes through the accounts: one named twice is misnamed, which is for the rule of text against tables to say. */
const LISTED_ACCOUNT = new RegExp(ACCOUNT_MARK)

function isTold(figure: SpokenFigure): boolean {
  const { fact } = figure
  const told =
    fact.origin === 'sentence' && fact.project === null && fact.role !== 'performance' && fact.role !== 'other'
  const listed = LISTED_ACCOUNT.test(squeeze(fact.quote))
  const named = !NAMELESS.test(fact.measure.name) && isNamedThere(fact)
  return told && KINDS.has(fact.kind) && !listed && named && !namesOtherYear(figure)
}

/** The amount that a change or rate is told of; "" for an amount itself. */
function levelBefore(figures: readonly SpokenFigure[], figure: SpokenFigure): string {
  if (figure.fact.kind === 'level') return ''
  const before = figures.slice(0, figures.indexOf(figure)).map(({ fact }) => fact)
  const level = before.findLast((fact) => fact.kind === 'level' && measureKey(fact) === measureKey(figure.fact))
  return level ? level.amount.value : 'untold'
}

function keyOf(fact: Fact, level: string): string {
  const { kind, role, fund, fiscalYear, basis, stage, direction, of, facet, parents, measure } = fact
  const frame = [
    kind,
    role,
    fund,
    fiscalYear,
    basis,
    stage,
    direction,
    of,
    facet.join('/'),
    parents.at(-1) ?? '',
    OF_THIS_YEAR.test(measure.name),
  ]
  return [measureKey(fact), unitFamily(fact.amount.unit), level, ...frame].join('\t')
}

/** Each figure held against the one that most places print, the first of these. */
function triedAmong(view: DocumentView, facts: readonly Fact[]): Tried[] {
  const votes = (fact: Fact) => facts.filter((other) => likeness(other.amount, fact.amount) === 'same').length
  const [first, ...others] = facts
  if (!first || others.length === 0) return []
  const usual = others.reduce((best, fact) => (votes(fact) > votes(best) ? fact : best), first)
  return facts
    .filter((fact) => fact !== usual)
    .map((fact) => ({ witnesses: [view.fact(fact), view.fact(usual)], breach: breachOf(fact, usual) }))
}

function breachOf(fact: Fact, usual: Fact): Breach | null {
  const agrees = likeness(fact.amount, usual.amount)
  if (agrees === 'same' || agrees === null) return null
  const { name } = fact.measure
  return {
    verdict: agrees === 'rounded' ? 'rounding' : 'contradiction',
    message: {
      zh: `${quoted(name)}在文字中一处为 ${shown(fact)}，另一处为 ${shown(usual)}。`,
      en: `${quoted(name)} is ${shown(fact)} in one place of the text and ${shown(usual)} in another.`,
    },
    values: [fact.amount.raw, usual.amount.raw],
    computed: `${shown(fact)} ≠ ${shown(usual)}`,
  }
}
