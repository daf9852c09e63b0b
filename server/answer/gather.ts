import { sameAmount } from '../../ingest/domain/amount.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact, FactKind } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import { alternativesOf, differentThings, namesNothing, overviewOf } from './alternatives.ts'
import { tryCalculation } from './calculations.ts'
import { asOfCaution, basisCaution } from './cautions.ts'
import { definedOtherwise } from './definitions.ts'
import type { Evidence, PrintedFigure } from './evidence.ts'
import type { FactText } from './fact-text.ts'
import type { FactTexts } from './fact-texts.ts'
import { inFrame, missingFrame, missingParts } from './frame.ts'
import type { FactList } from './list-groups.ts'
import { findList } from './lists.ts'
import { narrowed } from './narrow.ts'
import { factNearness } from './nearness.ts'
import { notFound } from './not-found.ts'
import { calculationCue } from './operations.ts'
import { findPassages } from './passages.ts'
import type { Plan } from './plan.ts'
import { type Probe, probesOf } from './probes.ts'
import { matchLevel, type RankedFact, rankFacts } from './rank.ts'
import { measureKey, sameFigure } from './sameness.ts'
import { selectFigures } from './select.ts'
import { eachUnit, eachYear, together, withNote } from './several.ts'

/** Below this share of the question's meaning borne out, a fact is about something else. */
const LEAST_RECALL = 0.34
const LEAST_SCORE = 0.36
/** Where the question names a known item and the fact is of that item, less of the rest need be borne out. */
const LEAST_RECALL_OF_ITEM = 0.15
const LEAST_SCORE_OF_ITEM = 0.2
/** Where unit, kind and place fit well, a little less. */
const LEAST_RECALL_OF_FIT = 0.25
const LEAST_SCORE_OF_FIT = 0.56

/** Runs a plan against the index. Filters never widen: what the question names and the corpus lacks is named as missing. */
export async function gather(whole: Plan, index: CorpusIndex, factTexts: FactTexts): Promise<Evidence> {
  if (whole.operation === 'coverage') return { status: 'answered', form: 'coverage' }
  const plan = narrowed(whole, index)
  const documents = index.documents().filter(({ id }) => plan.documentIds.includes(id))
  // A year worked back from the next one's document need not be held itself.
  const worked = calculationCue(plan.question)?.kind === 'previous'
  const absent = missingFrame(worked ? { ...plan, years: [] } : plan, documents, index)
  if (absent.length > 0) return { status: 'not_found', missing: absent, nearest: [] }
  if (plan.operation === 'text') return textEvidence(plan, index, documents)
  const texts = documents
    .flatMap((document) => factTexts.of(index, document.id))
    .filter(({ fact }) => inFrame(fact, plan, documents))
  if (namesNothing(plan)) {
    const overview = overviewOf(texts.map(({ fact }) => fact))
    if (overview.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(overview) }
  }
  const nearness = await factNearness(plan, index, texts, probesOf(plan))
  const lookup = (sub: Plan): Evidence => {
    const own = documents.filter(({ id }) => sub.documentIds.includes(id))
    const held = own.flatMap(({ id }) => factTexts.of(index, id)).filter(({ fact }) => inFrame(fact, sub, own))
    const probes = probesOf(sub)
    const found = sub.operation === 'list' ? listEvidence(held, probes, sub) : null
    return found ?? oneAnswer(sub, held, probes, nearness, own)
  }
  const { open, named } = plan.organizations
  const sharesListed = plan.operation === 'list' && plan.kinds[0] === 'share' && !open && named.length <= 1
  const stated = sharesListed ? lookup(plan) : null
  if (stated && isList(stated)) return stated
  const calculated = tryCalculation(plan, documents, lookup)
  if (calculated) return calculated
  return withNote(
    eachYear(plan, documents, (sub) => eachUnit(sub, documents, lookup)),
    missingParts(plan, documents, index),
  )
}

function listEvidence(texts: readonly FactText[], probes: readonly Probe[], plan: Plan): Evidence | null {
  const list = findList(texts, probes, plan)
  if (!list) return null
  const figures = list.members.map(
    (fact): PrintedFigure => ({ form: 'printed', role: 'answer', facts: withSupport(fact, texts), disputed: false }),
  )
  return {
    status: 'answered',
    form: 'list',
    title: listTitle(list),
    figures,
    cautions: basisCaution(plan, list.members),
  }
}

function isList(evidence: Evidence): boolean {
  return evidence.status === 'answered' && evidence.form === 'list'
}

/** What the list is a list of, in the document's own words. */
function listTitle({ heads, members }: FactList): string {
  const [first] = members
  // Projects beside one another are not headed by the first of them.
  const project = members.every((member) => member.project === first.project) ? (first.project ?? '') : ''
  const words = [project, ...heads].filter((word) => word !== '')
  return [...new Set(words.length > 0 ? words : first.section.slice(-1))].join(' · ')
}

/** Other places that print the same figure under the same name. */
function withSupport(fact: Fact, texts: readonly FactText[]): [Fact, ...Fact[]] {
  const more = texts
    .map((text) => text.fact)
    .filter(
      (other) =>
        other !== fact &&
        other.documentId === fact.documentId &&
        other.kind === fact.kind &&
        sameFigure(other, fact) &&
        measureKey(other) === measureKey(fact),
    )
  return [fact, ...more.slice(0, 2)]
}

async function textEvidence(plan: Plan, index: CorpusIndex, documents: readonly DocumentRecord[]): Promise<Evidence> {
  const projects = projectsOfAmount(
    plan,
    documents.flatMap(({ id }) => index.facts(id)),
  )
  if (projects.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(projects) }
  const quotes = await findPassages(plan, index)
  if (quotes.length > 0) return { status: 'answered', form: 'quotes', quotes }
  const [document] = documents
  const missing = {
    what: 'text',
    organization: document?.organization ?? '',
    year: document?.fiscalYear ?? null,
  } as const
  return { status: 'not_found', missing: [missing], nearest: [] }
}

/** The projects whose budget a question gives in place of their name ("那笔80万元的专项"), one fact a project. */
function projectsOfAmount(plan: Plan, facts: readonly Fact[]): Fact[] {
  if (
    plan.amounts.length === 0 ||
    !/项目|专项|project/i.test(plan.question) ||
    plan.subject.some((piece) => piece.length >= 4)
  )
    return []
  const priced = facts.filter(
    (fact) =>
      fact.project !== null && fact.kind === 'level' && plan.amounts.some((amount) => sameAmount(amount, fact.amount)),
  )
  return [...new Map(priced.map((fact) => [fact.project, fact])).values()]
}

/** The answer from one unit's facts, or across units where the question names none. */
function oneAnswer(
  plan: Plan,
  texts: readonly FactText[],
  probes: readonly Probe[],
  nearness: ReadonlyMap<string, number>,
  documents: readonly DocumentRecord[],
): Evidence {
  const parts = splitByItem(texts, probes, plan.question)
  if (parts.length > 1) return together(parts.map((part) => oneAnswer(plan, texts, part, nearness, documents)))
  const [asked = probes] = parts
  const ranked = rankFacts(
    texts.filter(({ fact }) => isOfKind(fact, plan)),
    asked,
    plan,
    nearness,
  )
  const best = ranked[0]
  if (!best || !isBorneOut(best, asked)) return notFound(plan, asked, ranked, documents)
  const tied = differentThings(best, ranked, plan)
  if (tied.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(tied) }
  const selected = selectFigures(best, ranked, plan)
  const related = definedOtherwise(best.fact, texts)
  const figures = [...selected.figures, ...(related?.figures ?? [])]
  const answers = selected.figures.filter(({ role }) => role === 'answer').map(({ facts: [fact] }) => fact)
  return {
    status: 'answered',
    form: 'figures',
    title: '',
    figures,
    cautions: [
      ...selected.cautions,
      ...(related?.cautions ?? []),
      ...basisCaution(plan, answers),
      ...asOfCaution(plan, answers),
    ],
  }
}

const STRICT_KINDS: ReadonlySet<FactKind> = new Set(['share', 'rate', 'change', 'score'])

/** A question for a share, a change, a score or a number of things is not answered by another kind of figure. */
function isOfKind(fact: Fact, plan: Plan): boolean {
  const [kind] = plan.kinds
  if (kind !== undefined && STRICT_KINDS.has(kind) && !plan.kinds.includes(fact.kind)) {
    // A target or result may itself be a rate (任务完成率).
    const ratio =
      kind === 'rate' && (fact.kind === 'target' || fact.kind === 'actual') && fact.measure.name.endsWith('率')
    if (!ratio) return false
  }
  return plan.units.length === 0 || plan.units.includes(fact.amount.unit)
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
  if (held.length >= 2) return held.map((item) => [item, ...others])
  // A short everyday word that no document has (在岗 beside 参公) narrows an item that is there; it does not rule it out.
  const missed = items.filter((item) => !held.includes(item))
  const narrowed = held.length === 1 && missed.every(({ size, codes }) => size <= 1 && codes.length === 0)
  if (narrowed) return [[...held, ...others]]
  // Items of the classification beside one another (水费和电费): each is told, or told missing.
  const beside = held.length === 1 && missed.every(({ codes }) => codes.length > 0) && BESIDE.test(question)
  return beside ? items.map((item) => [item, ...others]) : [[...probes]]
}
