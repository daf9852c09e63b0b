import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { isThreePublicItem, measureKey, sameFigure, sameFrame } from '../../ingest/domain/sameness.ts'
import type { Caution, PrintedFigure } from './evidence.ts'
import type { Plan } from './plan.ts'
import type { RankedFact } from './rank.ts'
import { roundsTo } from './rounding.ts'

/** Places cited for one figure: the table, the sentence, and a few more. */
const MOST_PLACES = 5

export interface Selection {
  readonly figures: readonly PrintedFigure[]
  readonly cautions: readonly Caution[]
}

/**
 * From the best fact to what is shown: every place that prints the same figure for the same thing, and the figures that
 * differ, told apart by scope (both right) or shown as a conflict (the very same thing).
 */
export function selectFigures(found: RankedFact, ranked: readonly RankedFact[], plan: Plan): Selection {
  const key = measureKey(found.fact)
  const alike = ranked.filter(
    ({ fact, score }) =>
      score >= found.score - 0.45 &&
      sameFrame(fact, found.fact) &&
      fitsProject(fact, found.fact) &&
      fact.facet.join() === found.fact.facet.join() &&
      measureKey(fact) === key,
  )
  const best = inAskedUnit(found, alike, plan)
  const groups = groupByFigure([best, ...alike.filter((candidate) => candidate !== best)])
  const main = groups[0]
  if (!main) return { figures: [], cautions: [] }
  // What prose rounds is no other figure.
  const others = groups.slice(1).filter(([other]) => !isRounded(other, main[0]))
  const support = placesOf(main, ranked, best)
  const threePublic = threePublicScope(main, others, plan)
  if (threePublic) return threePublic
  const funds = fundsScope(main, others, plan, support)
  if (funds) return funds
  const rivals = others.filter((group) => isSameThing(group[0], main[0]) && !isListedApart(group, main))
  if (rivals.length > 0) {
    const facts = [main, ...rivals].map((group) => group[0])
    return {
      figures: [main, ...rivals].map((group) => figure('answer', group, true)),
      cautions: [{ kind: 'conflict', facts }],
    }
  }
  return { figures: [figure('answer', support)], cautions: [] }
}

/** A figure that prose rounds, as a table prints it in the unit of money asked for. */
function inAskedUnit(found: RankedFact, alike: readonly RankedFact[], { moneyUnit, fund }: Plan): RankedFact {
  if (moneyUnit === null || found.fact.amount.unit === moneyUnit || found.fact.origin !== 'sentence') return found
  const printed = alike.find(
    ({ fact }) =>
      fact.amount.unit === moneyUnit &&
      (fact.fund === found.fact.fund || found.fact.fund === null || fund === null) &&
      !sameFigure(fact, found.fact) &&
      roundsTo(fact.amount, found.fact.amount),
  )
  return printed ?? found
}

function isRounded(a: Fact, b: Fact): boolean {
  return a.amount.unit !== b.amount.unit && roundsTo(a.amount, b.amount)
}

type Group = [Fact, ...Fact[]]

function groupByFigure(ranked: readonly RankedFact[]): Group[] {
  const groups: Group[] = []
  for (const { fact } of ranked) {
    const known = groups.find(([first]) => sameFigure(first, fact))
    if (known) known.push(fact)
    else groups.push([fact])
  }
  return groups
}

function figure(role: PrintedFigure['role'], group: Group, disputed = false): PrintedFigure {
  const [first, ...rest] = group
  return { form: 'printed', role, facts: [first, ...rest.slice(0, MOST_PLACES - 1)], disputed }
}

/** Other places that print the very figure, among the well-ranked: a table bears out a sentence. */
function placesOf(main: Group, ranked: readonly RankedFact[], best: RankedFact): Group {
  const [first, ...rest] = main
  const more = ranked
    .filter(
      ({ fact, score }) =>
        score >= best.score - 0.2 &&
        !main.includes(fact) &&
        sameFrame(fact, first) &&
        sameFigure(fact, first) &&
        (fact.fund === first.fund || fact.fund === null || first.fund === null) &&
        fitsProject(fact, first),
    )
    .map(({ fact }) => fact)
  return [first, ...[...rest, ...more].slice(0, MOST_PLACES - 1)]
}

function fitsProject(a: Fact, b: Fact): boolean {
  return (a.project === null) === (b.project === null) && (a.project === null || a.project === b.project)
}

/** The three-public table's figure answers a bare question, the basic-expenditure table's is context; scope words turn it round. */
function threePublicScope(main: Group, others: readonly Group[], plan: Plan): Selection | null {
  if (!isThreePublicItem(main[0])) return null
  const all = [main, ...others]
  const whole = all.find((group) => group.some(({ role }) => role === 'three_public'))
  const basic = all.find((group) => group !== whole && group.some(({ role }) => role === 'basic_expenditure'))
  if (!whole || !basic) return null
  const basicAsked = plan.roles.includes('basic_expenditure') && !plan.roles.includes('three_public')
  const [answer, context] = basicAsked ? [basic, whole] : [whole, basic]
  const first = front(answer, basicAsked ? 'basic_expenditure' : 'three_public')
  const rivals = all.filter(
    (group) => group !== answer && group !== context && isSameThing(group[0], first[0]) && !isListedApart(group, first),
  )
  const conflict: Caution[] =
    rivals.length === 0 ? [] : [{ kind: 'conflict', facts: [first, ...rivals].map((group) => group[0]) }]
  return {
    figures: [
      ...[first, ...rivals].map((group) => figure('answer', group, rivals.length > 0)),
      figure('context', context),
    ],
    cautions: [...conflict, { kind: 'scope', about: 'three_public' }],
  }
}

function front(group: Group, role: Fact['role']): Group {
  const first = group.find((fact) => fact.role === role)
  return first ? [first, ...group.filter((fact) => fact !== first)] : group
}

/** All funds against the general public budget: both answer unless the question limits itself to one. */
function fundsScope(main: Group, others: readonly Group[], plan: Plan, support: Group): Selection | null {
  const fundOf = (group: Group) => group.find(({ fund }) => fund === 'all' || fund === 'general')?.fund ?? null
  const mine = main.some(({ fund }) => fund === 'all') ? 'all' : fundOf(main)
  // The table of appropriations sums up those of all budgets: that does not make the figure the general budget's.
  const told = main.filter(({ fund, role }) => fund !== 'general' || role !== 'fiscal_appropriation' || mine !== 'all')
  const funds = new Set(told.map(({ fund }) => fund))
  const rival =
    mine === null
      ? undefined
      : others.find((group) => fundOf(group) !== null && group.every(({ fund }) => !funds.has(fund)))
  if (!rival) return null
  const limited =
    plan.fund !== null ||
    isTotal(main[0]) ||
    plan.roles.some((role) => role === 'basic_expenditure' || role === 'performance')
  return {
    figures: [figure('answer', support), figure(limited ? 'context' : 'answer', rival)],
    cautions: [{ kind: 'scope', about: 'funds' }],
  }
}

/** "本年收入合计" names the money of all sources; what the treasury gives of it is beside the point. */
function isTotal({ measure: { code, name } }: Fact): boolean {
  return code === null && /^(?:本年|年度)?(?:收入|支出|收支)(?:总计|合计|总额)$/.test(comparable(name))
}

/** A section that tells item by item tells each once: two of one name in it are two items, one of them misnamed. */
function isListedApart(group: Group, main: Group): boolean {
  const section = ({ origin, section: headings }: Fact) => (origin === 'sentence' ? headings.join('/') : null)
  return group.every((fact) => section(fact) !== null && main.some((other) => section(other) === section(fact)))
}

/** One thing, two figures: nothing that is known of them differs but the figure. */
function isSameThing(a: Fact, b: Fact): boolean {
  return (
    a.role === b.role &&
    a.fund === b.fund &&
    a.origin !== 'reason' &&
    b.origin !== 'reason' &&
    a.parents.at(-1) === b.parents.at(-1) &&
    a.tableId !== b.tableId &&
    a.of === b.of
  )
}
