import type { Fact } from '../../ingest/domain/fact.ts'
import { measureKey, sameFigure, sameFrame } from '../../ingest/domain/sameness.ts'
import { alternativesOf, differentThings, namesakesOf } from './alternatives.ts'
import type { Candidates } from './candidates.ts'
import { asOfCaution, basisCaution } from './cautions.ts'
import { definedOtherwise } from './definitions.ts'
import { type Evidence, printed, type ShownFigure } from './evidence.ts'
import type { FactText } from './fact-text.ts'
import { notFound } from './not-found.ts'
import { againstWhole, PROJECT_MEASURES, partsOf } from './parts.ts'
import type { Plan } from './plan.ts'
import type { Probe } from './probes.ts'
import { matchLevel, type RankedFact, rankFacts, scoreFacts } from './rank.ts'
import { type Rechecked, recheck } from './recheck.ts'
import { unrefuted } from './refuted-change.ts'
import { selectFigures } from './select.ts'
import { together } from './several.ts'

/** Below this share of the question's meaning borne out, a fact is about something else. */
const LEAST_RECALL = 0.34
const LEAST_SCORE = 0.36
/** Where the question names a known item and the fact is of that item, less of the rest need be borne out. */
const LEAST_RECALL_OF_ITEM = 0.15
const LEAST_SCORE_OF_ITEM = 0.2
/** Where unit, kind and place fit well, a little less. */
const LEAST_RECALL_OF_FIT = 0.25
const LEAST_SCORE_OF_FIT = 0.56

/** The answer from one unit's facts, or across units where the question names none. */
export function oneAnswer(plan: Plan, candidates: Candidates, nearness: ReadonlyMap<string, number>): Evidence {
  const { texts, facts, fitting, documents } = candidates
  const items = splitByItem(texts, candidates.probes, plan.question)
  if (items.length > 1)
    return together(
      items.map((probes) =>
        oneAnswer(plan, { ...candidates, probes, scored: scoreFacts(fitting, probes, plan) }, nearness),
      ),
    )
  const [asked = candidates.probes] = items
  const narrowed = asked.length < candidates.probes.length
  const ranked = rankFacts(narrowed ? scoreFacts(fitting, asked, plan) : candidates.scored, nearness)
  const best =
    ranked[0] && unrefuted(reached(inTable(ranked[0], ranked), ranked, candidates, plan), ranked, candidates.everything)
  if (!best || !isBorneOut(best, asked)) return notFound(plan, asked, ranked, documents)
  const tied = differentThings(best, ranked, plan)
  if (tied.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(tied) }
  const parts = partsOf(best.fact, facts)
  const whole = parts ? wholeOf(best, ranked) : best
  if (!whole) return sumOfParts(plan, parts ?? [best.fact])
  const namesakes = namesakesOf(whole, ranked, plan)
  if (namesakes.length > 1) return together(namesakes.map((each) => selected(plan, each, ranked, candidates)))
  const answer = selected(plan, whole, ranked, candidates)
  return parts ? beside(answer, sumOf(parts, facts)) : answer
}

/** The sum of a project's parts and by how much it misses the printed whole; nothing where they add up. */
function sumOf(parts: readonly [Fact, ...Fact[]], held: readonly Fact[]): Rechecked {
  const { figures, cautions } = againstWhole(parts, held)
  const sum: ShownFigure = { form: 'derived', role: 'context', operation: 'sum', operands: parts, unit: null }
  return cautions.length === 0 ? { figures: [], cautions: [] } : { figures: [sum, ...figures.slice(1)], cautions }
}

function beside(evidence: Evidence, { figures, cautions }: Rechecked): Evidence {
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return evidence
  return { ...evidence, figures: [...evidence.figures, ...figures], cautions: [...evidence.cautions, ...cautions] }
}

/** So close in score, two figures of one thing are told apart by what bears them out. */
const CLOSE = 0.1

/** Of figures of one thing that score alike, the one that a table prints too: a sentence may be about its neighbour. */
function inTable(best: RankedFact, ranked: readonly RankedFact[]): RankedFact {
  const key = measureKey(best.fact)
  const rivals = ranked.filter(
    ({ fact, score }) => score >= best.score - CLOSE && measureKey(fact) === key && sameFrame(fact, best.fact),
  )
  const isPrinted = ({ fact }: RankedFact) =>
    ranked.some(
      (other) => other.fact.origin === 'cell' && measureKey(other.fact) === key && sameFigure(other.fact, fact),
    )
  return isPrinted(best)
    ? best
    : (rivals.find((rival) => rival.fact.facet.join() === best.fact.facet.join() && isPrinted(rival)) ?? best)
}

/** Words by which a question asks for what was planned. */
const PLANNED = /目标|计划|指标|要求|预算|应|上限|下限|不低于|不超过|target|plan|budget|supposed/i

/** Accounts that print an indicator's target and its result answer with the result, unless the target is asked for. */
function reached(
  best: RankedFact,
  ranked: readonly RankedFact[],
  { documents }: Candidates,
  { wording, kinds }: Plan,
): RankedFact {
  const { fact } = best
  const ofAccounts = documents.some(({ id, basis }) => id === fact.documentId && basis === 'final_accounts')
  if (fact.kind !== 'target' || !ofAccounts || kinds[0] === 'target' || PLANNED.test(wording)) return best
  const result = ranked.find(
    (other) =>
      other.fact.kind === 'actual' &&
      other.fact.documentId === fact.documentId &&
      other.fact.fiscalYear === fact.fiscalYear &&
      other.fact.project === fact.project &&
      measureKey(other.fact) === measureKey(fact),
  )
  return result ?? best
}

/** A figure with all that is to be shown beside it. */
function selected(
  plan: Plan,
  best: RankedFact,
  ranked: readonly RankedFact[],
  { facts, everything }: Candidates,
): Evidence {
  const selection = selectFigures(best, ranked, plan)
  const related = definedOtherwise(best.fact, facts)
  const checked = recheck(selection.figures, facts, everything)
  const answers = selection.figures.filter(({ role }) => role === 'answer').map(({ facts: [fact] }) => fact)
  return {
    status: 'answered',
    form: 'figures',
    title: '',
    figures: [...checked.figures, ...(related?.figures ?? [])],
    cautions: [
      ...selection.cautions,
      ...checked.cautions,
      ...(related?.cautions ?? []),
      ...basisCaution(plan, answers),
      ...asOfCaution(plan, answers),
    ],
  }
}

/** The figure that stands for the project of which the best is but a part; null where none is printed. */
function wholeOf(part: RankedFact, ranked: readonly RankedFact[]): RankedFact | null {
  const whole = ranked.find(
    ({ fact, text }) =>
      fact.project === part.fact.project &&
      fact.kind === 'level' &&
      fact.facet.length === 0 &&
      PROJECT_MEASURES.test(text.name),
  )
  return whole ?? null
}

/** An item that a table prints in parts only is the sum of them. */
function sumOfParts(plan: Plan, operands: readonly [Fact, ...Fact[]]): Evidence {
  const figures: ShownFigure[] = [
    { form: 'derived', role: 'answer', operation: 'sum', operands, unit: null },
    ...operands.map((fact) => printed(fact, 'context')),
  ]
  return { status: 'answered', form: 'figures', title: '', figures, cautions: basisCaution(plan, operands) }
}

function isBorneOut({ text, recall, score }: RankedFact, probes: readonly Probe[]): boolean {
  const named = probes.some(
    (probe) => probe.weight === 'must' || (probe.weight === 'scope' && matchLevel(text, probe) === 3),
  )
  return named
    ? recall >= LEAST_RECALL_OF_ITEM && score >= LEAST_SCORE_OF_ITEM
    : (recall >= LEAST_RECALL && score >= LEAST_SCORE) || (recall >= LEAST_RECALL_OF_FIT && score >= LEAST_SCORE_OF_FIT)
}

/** Words that put things beside one another. */
const BESIDE = /和|与|及|、|各|分别| and |respectively/

/** Two items named ("水费和物业费多少") that no one fact is: each is looked up for itself. */
function splitByItem(texts: readonly FactText[], probes: readonly Probe[], question: string): Probe[][] {
  const items = probes.filter(({ weight }) => weight === 'must')
  if (items.length < 2 || items.length > 4) return [[...probes]]
  const matches = (text: FactText, probe: Probe) => matchLevel(text, probe) >= 2
  if (texts.some((text) => items.every((item) => matches(text, item)))) return [[...probes]]
  const held = items.filter((item) => texts.some((text) => matches(text, item)))
  const others = probes.filter(({ weight }) => weight !== 'must')
  // Items of the classification beside one another (水费和电费): each is told, or told missing.
  const named = (item: Probe) => BESIDE.test(question) && item.codes.length > 0
  if (held.length >= 2)
    return items.filter((item) => held.includes(item) || named(item)).map((item) => [item, ...others])
  // A short everyday word that no document has (在岗 beside 参公) narrows an item that is there; it does not rule it out.
  const missed = items.filter((item) => !held.includes(item))
  const narrowed = held.length === 1 && missed.every(({ size, codes }) => size <= 1 && codes.length === 0)
  if (narrowed) return [[...held, ...others]]
  const beside = held.length === 1 && missed.every(named)
  return beside ? items.map((item) => [item, ...others]) : [[...probes]]
}
