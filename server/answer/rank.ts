import { isMoney } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { FactText } from './fact-text.ts'
import { PROJECT_MEASURES } from './parts.ts'
import type { Plan } from './plan.ts'
import type { Probe } from './probes.ts'
import { SaidGrams } from './said-grams.ts'

export interface RankedFact {
  readonly fact: Fact
  readonly text: FactText
  readonly score: number
  /** Share of the question's meaning that the fact's words bear out, 0 to 1. */
  readonly recall: number
}

const MONEY_ASKED =
  /多少(?:钱|万(?!人|户|份|次)|元|亿|经费|资金|租金|利息|罚款|税|补贴|奖金|工资)|几万(?!人)|金额|how much|(?:资金|经费|费用?|预算|支出|收入|拨款|补助|款|钱)[^,，。?？]{0,8}(?:是|有|为)?多少(?!人|个|名|次|辆|%)/i

/** How much a probe counts where it is found: in the measure's name, around it, or only in the sentence. */
const LEVELS = [0, 0.35, 0.8, 1] as const

/**
 * Says how well facts answer, in their own order: how much of the question they bear out (rare words weigh more), how
 * much of their own name the question says, and whether kind, unit, scope and basis fit. Linear in facts times probes.
 * Facts that lack a "must" probe are left out.
 */
export function scoreFacts(texts: readonly FactText[], probes: readonly Probe[], plan: Plan): RankedFact[] {
  // Without the unit, whose name may hold words of the indicators of its projects.
  const wording = comparable([plan.wording, ...plan.subject].join(' '))
  const said = new SaidGrams(
    comparable([plan.question, ...plan.subject].join(' ')),
    probes.filter(({ weight }) => weight !== 'hint').flatMap(({ forms }) => forms),
  )
  const must = probes.flatMap(({ weight }, at) => (weight === 'must' ? [at] : []))
  const candidates = texts
    .filter((text) => must.every((at) => hasLevel(text, probes[at])))
    .map((text) => ({ text, levels: probes.map((probe) => matchLevel(text, probe)) }))
  const weights = probes.map((probe, index) =>
    probeWeight(
      probe,
      candidates.map(({ levels }) => levels[index] ?? 0),
    ),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const counted = COUNTED_NOUN.exec(plan.question)?.[1]
  const moneyAsked = plan.units.length === 0 && MONEY_ASKED.test(plan.question)
  return candidates.map(({ text, levels }): RankedFact => {
    const found = levels.reduce<number>((sum, level, index) => sum + (weights[index] ?? 0) * (LEVELS[level] ?? 0), 0)
    const recall = total === 0 ? 0 : found / total
    const named = precision(text, said)
    const score =
      0.6 * recall +
      // A row of which the question names only what it is a part of is hardly what is asked.
      (named === 0 ? -0.06 : 0.25 * named) +
      projectFit(text, said, plan, wording) +
      frameFit(text, plan, said, moneyAsked) +
      countedFit(text, counted)
    return { fact: text.fact, text, score, recall }
  })
}

function hasLevel(text: FactText, probe: Probe | undefined): boolean {
  return probe === undefined || matchLevel(text, probe) >= 2
}

/** Best first; `nearness` adds what the vector search says, 0 to 1 a fact id. */
export function rankFacts(scored: readonly RankedFact[], nearness: ReadonlyMap<string, number>): RankedFact[] {
  return scored
    .map((ranked) => ({ ...ranked, score: ranked.score + 0.14 * (nearness.get(ranked.fact.id) ?? 0) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        wholeFirst(a.fact, b.fact) ||
        a.fact.source.from - b.fact.source.from ||
        (a.fact.id < b.fact.id ? -1 : 1),
    )
}

/** Of numbers of things that answer alike, the whole before its parts. */
function wholeFirst(a: Fact, b: Fact): number {
  return a.kind === 'count' && b.kind === 'count' ? a.parents.length - b.parents.length : 0
}

type Level = 0 | 1 | 2 | 3

/** Levels found before: a calculation asks the same of the same facts for each of its operands. */
const known = new WeakMap<Probe, WeakMap<FactText, Level>>()

/** 3 in the own name or by code, 2 around it, 1 in the sentence, 0 nowhere. */
export function matchLevel(text: FactText, probe: Probe): Level {
  const levels = known.get(probe) ?? new WeakMap<FactText, Level>()
  known.set(probe, levels)
  const level = levels.get(text) ?? findLevel(text, probe)
  levels.set(text, level)
  return level
}

function findLevel(text: FactText, probe: Probe): Level {
  const code = text.fact.measure.code
  const forms = probe.forms.filter(
    (form) => text.all.includes(form) || (text.name.length >= 4 && form.startsWith(text.name)),
  )
  if (forms.length === 0) return code !== null && probe.codes.includes(code) ? 3 : 0
  if (code !== null && probe.codes.length > 0) {
    if (probe.codes.includes(code)) return 3
    // Another account may hold the words (工会经费 holds 会费): only its whole name counts, or its being a part of the one asked for.
    if (forms.some((form) => form === text.name || (form.length >= 6 && text.name.startsWith(form)))) return 3
    if (isNearItem(text, forms)) return 2
    return 0
  }
  if (forms.some((form) => text.own.includes(form) || (text.name.length >= 4 && form.startsWith(text.name)))) return 3
  if (
    probe.codes.length > 0 && probe.weight === 'must'
      ? isNearItem(text, forms)
      : forms.some((form) => text.near.includes(form))
  )
    return 2
  if (forms.some((form) => text.kind.includes(form))) return 2
  return forms.some((form) => text.far.includes(form)) ? 1 : 0
}

/** An account around a figure is a name of its own there (a parent row, a column), or part of its project's name. */
function isNearItem({ neighbours, project }: FactText, forms: readonly string[]): boolean {
  return forms.some(
    (form) =>
      neighbours.some((name) => name === form || (form.length >= 6 && name.startsWith(form))) ||
      (form.length >= 3 && project.includes(form)),
  )
}

/** Rare words tell facts apart; words that no fact has are mostly talk, and count a little against all alike. */
function probeWeight(probe: Probe, levels: readonly number[]): number {
  let named = 0
  let said = 0
  for (const level of levels) {
    if (level >= 2) named += 1
    else if (level === 1) said += 1
  }
  const count = levels.length
  // Where some facts bear the word in their names, a sentence that only holds it beside others does not make it common.
  const found = named > 0 ? named : said
  // Foreign words that no document has are talk.
  if (found === 0 && probe.forms.every((form) => /^[a-z]+$/.test(form))) return 0
  const rarity = found === 0 ? 0.4 * Math.log(count + 2) * 0.5 : Math.log((count + 2) / (found + 0.5))
  return Math.max(0.15, rarity) * probe.size * (probe.weight === 'scope' ? 0.8 : 1)
}

/** How much of the fact's printed name the question says, in its own words or in those of a known name it uses. */
function precision(text: FactText, said: SaidGrams): number {
  if (PROJECT_MEASURES.test(text.name) && text.fact.project !== null) {
    const spent = /执行数/.test(text.name) && /执行|花|用|支出|实际|spen[dt]|execut|actual/.test(said.question)
    return (spent ? 0.9 : 0.6) * said.share(text.projectGrams)
  }
  return said.shareByName(text.nameGrams, text.own)
}

/** A project's figure answers only where the question says something of the project. */
function projectFit(text: FactText, said: SaidGrams, plan: Plan, wording: string): number {
  if (text.fact.project === null) return 0.02
  const share = said.share(text.projectGrams)
  if (share === 0) return -0.12
  // The whole project named, and the figure that stands for it: that is what is asked.
  const whole = PROJECT_MEASURES.test(text.name) ? (share >= 0.8 ? 0.08 : 0.05) : 0
  return 0.06 * share + whole + (plan.kinds.length === 0 && isOnlyProjectNamed(text, wording) ? -0.2 : 0)
}

/** An indicator of a project answers only where the question says something of the indicator, beyond the project's name. */
function isOnlyProjectNamed({ fact, nameGrams, projectGrams }: FactText, wording: string): boolean {
  if (fact.kind !== 'target' && fact.kind !== 'actual') return false
  return !nameGrams.some((gram) => wording.includes(gram) && !projectGrams.includes(gram))
}

/** What speaks for and against a fact besides its words. */
function frameFit(text: FactText, plan: Plan, said: SaidGrams, moneyAsked: boolean): number {
  const { fact } = text
  return (
    kindFit(fact, plan) +
    unitFit(fact, plan, moneyAsked) +
    facetFit(text, plan, said) +
    roleFit(fact, plan) +
    basisFit(fact, plan) +
    amountFit(fact, plan) +
    originFit(fact)
  )
}

/** "站所有几个" counts 站所: a count of another thing, however many words it shares, is less likely meant. */
function countedFit({ fact, name }: FactText, noun: string | undefined): number {
  return fact.kind === 'count' && noun !== undefined && name.endsWith(noun) ? 0.16 : 0
}

const COUNTED_NOUN = /([一-龥]{2})(?:一共|总共|共)?有?(?:几|多少)个(?![一-龥])/

function kindFit(fact: Fact, plan: Plan): number {
  const at = plan.kinds.indexOf(fact.kind)
  if (plan.kinds.length > 0) return at < 0 ? -0.25 : 0.08 - 0.03 * at
  if (fact.kind === 'change' || fact.kind === 'share')
    return plan.units.includes('%') && fact.kind === 'share' ? 0 : -0.25
  if (fact.kind === 'score') return plan.units.includes('分') ? 0 : -0.3
  if (fact.kind === 'rate') return plan.units.includes('%') ? 0 : -0.2
  if (fact.kind === 'actual') return -0.04
  return fact.kind === 'target' ? -0.02 : 0.02
}

function unitFit(fact: Fact, plan: Plan, moneyAsked: boolean): number {
  const unit = fact.amount.unit
  if (plan.units.length > 0) return plan.units.includes(unit) ? 0.1 : unit === '' ? 0 : -0.35
  if (isMoney(unit)) return plan.moneyUnit === unit ? 0.03 : 0.02
  return moneyAsked ? -0.3 : 0
}

/** A column that narrows the measure answers only where the question narrows it so. */
function facetFit({ fact, facets, facetGrams }: FactText, plan: Plan, said: SaidGrams): number {
  if (facets.some((facet) => /权重|分值/.test(facet)) && !/权重|分值|weight/i.test(plan.question)) return -0.3
  // What a change is measured against (上年执行数) is nothing that the question asks for by itself.
  const per = fact.of !== null && fact.direction === null && said.question.includes(fact.of.slice(0, 2)) ? 0.15 : 0
  if (facets.length === 0) return 0.03 + per
  return facetGrams.every((grams) => said.share(grams) >= 0.5) ? 0.06 : -0.1
}

function roleFit(fact: Fact, plan: Plan): number {
  if (plan.roles.includes(fact.role)) return 0.07
  if (fact.role === 'three_public' && !plan.roles.includes('basic_expenditure')) return 0.06
  if (plan.fund !== null && fact.fund !== null) return fact.fund === plan.fund ? 0.05 : -0.12
  return fact.role === 'performance' && plan.roles.length === 0 ? -0.03 : 0
}

function basisFit(fact: Fact, plan: Plan): number {
  const basis = plan.basis === null || fact.basis === null ? 0 : fact.basis === plan.basis ? 0.05 : -0.1
  const stage = plan.stage !== null ? (fact.stage === plan.stage ? 0.08 : -0.2) : fact.stage === 'adjusted' ? -0.05 : 0
  return basis + stage
}

/** An amount in the question ("那笔80万的公用经费") is what the thing asked about is known to be. */
function amountFit(fact: Fact, plan: Plan): number {
  return plan.amounts.some(({ value }) => Number(value) === Number(fact.amount.value)) ? 0.03 : 0
}

function originFit(fact: Fact): number {
  if (fact.origin === 'reason') return -0.12
  return fact.origin === 'declared' ? -0.03 : fact.total ? 0.01 : 0
}
