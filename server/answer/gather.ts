import type { Fact } from '../../ingest/domain/fact.ts'
import { measureKey, sameFigure } from '../../ingest/domain/sameness.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import { alternativesOf, namesNothing, overviewOf } from './alternatives.ts'
import { answeredApart, askedApart } from './asked-apart.ts'
import { findingsEvidence } from './asked-findings.ts'
import { asksForWordsToo } from './asked-words.ts'
import { tryCalculation } from './calculate/calculate.ts'
import { OperandFinder } from './calculate/operand-finder.ts'
import { wishOf } from './calculate/wish.ts'
import { CandidateSource, type Candidates } from './candidates.ts'
import { basisCaution } from './cautions.ts'
import { coverageEvidence } from './coverage.ts'
import type { Described } from './described.ts'
import type { Evidence, PrintedFigure } from './evidence.ts'
import { missingFrame, missingParts } from './frame.ts'
import { atEachLevel } from './level.ts'
import { type FactList, HEAD_JOINT } from './list-groups.ts'
import { findList } from './lists.ts'
import { narrowed } from './narrow.ts'
import { factNearness } from './nearness.ts'
import { oneAnswer } from './one-answer.ts'
import { findPassages } from './passages.ts'
import type { Plan } from './plan.ts'
import { eachUnit, eachYear, together, withNote } from './several.ts'
import { answerEach, questionsIn } from './several-questions.ts'
import { textEvidence } from './text-evidence.ts'
import { notTheWhole } from './undivided.ts'

/** Runs a plan against the index, question by question where one sentence asks several; where a question for figures asks for words too, with a passage that says them. */
export async function gather(plan: Plan, index: CorpusIndex, described: Described): Promise<Evidence> {
  const each = (one: Plan) => gatherAsked(one, index, described)
  const several = (await answeredApart(askedApart(plan), each, together)) ?? (await answerEach(questionsIn(plan), each))
  const evidence = several ?? notTheWhole(await gatherAsked(plan, index, described), plan)
  if (evidence.status !== 'answered' || (evidence.form !== 'figures' && evidence.form !== 'list')) return evidence
  return asksForWordsToo(plan.wording)
    ? { ...evidence, quotes: (await findPassages(plan, index, described)).slice(0, 1) }
    : evidence
}

/** Runs a plan against the index. Filters never widen: what the question names and the corpus lacks is named as missing. */
async function gatherAsked(asked: Plan, index: CorpusIndex, described: Described): Promise<Evidence> {
  if (asked.operation === 'findings') return findingsEvidence(asked, index)
  if (asked.operation === 'coverage') return coverageEvidence(asked, index.documents())
  return atEachLevel(narrowed(asked, index), index.documents(), (plan) => gatherHeld(plan, index, described))
}

/** Runs a plan against the documents it names. */
async function gatherHeld(plan: Plan, index: CorpusIndex, described: Described): Promise<Evidence> {
  const wanted = new Set(plan.documentIds)
  const documents = index.documents().filter(({ id }) => wanted.has(id))
  const wish = wishOf(plan.question, plan.kinds)
  // A year worked back from the next one's document need not be held itself.
  const framed = wish?.each === 'previous' ? { ...plan, years: [], basis: null, basisStrict: false } : plan
  const absent = missingFrame(framed, wish, documents, index)
  if (absent.length > 0) return { status: 'not_found', missing: absent, nearest: [] }
  if (plan.operation === 'text') return textEvidence(plan, index, documents, described)
  const source = new CandidateSource(documents, (id) => described.facts.of(index, id))
  const whole = source.of(plan)
  if (namesNothing(plan)) {
    const overview = overviewOf(whole.facts)
    if (overview.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(overview) }
  }
  const nearness = await factNearness(plan, index, whole)
  const lookup = (sub: Plan): Evidence => {
    const candidates = source.of(sub)
    const found = sub.operation === 'list' ? listEvidence(candidates, sub) : null
    return found ?? oneAnswer(sub, candidates, nearness)
  }
  const { open, named } = plan.organizations
  const sharesListed = plan.operation === 'list' && plan.kinds[0] === 'share' && !open && named.length <= 1
  const stated = sharesListed ? lookup(plan) : null
  if (stated && isList(stated)) return stated
  const finder = new OperandFinder(lookup, (sub) => source.of(sub).facts)
  const calculated = tryCalculation(plan, wish, documents, finder)
  if (calculated) return calculated
  return withNote(
    eachYear(plan, documents, (sub) => eachUnit(sub, documents, lookup)),
    missingParts(plan, documents, index),
  )
}

function listEvidence({ facts, probes }: Candidates, plan: Plan): Evidence | null {
  const list = findList(facts, probes, plan)
  if (!list) return null
  const figures = list.members.map(
    (fact): PrintedFigure => ({ form: 'printed', role: 'answer', facts: withSupport(fact, facts), disputed: false }),
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
  return [...new Set(words.length > 0 ? words : first.section.slice(-1))].join(HEAD_JOINT)
}

/** Other places that print the same figure under the same name. */
function withSupport(fact: Fact, held: readonly Fact[]): [Fact, ...Fact[]] {
  const more = held.filter(
    (other) =>
      other !== fact &&
      other.documentId === fact.documentId &&
      other.kind === fact.kind &&
      sameFigure(other, fact) &&
      measureKey(other) === measureKey(fact),
  )
  return [fact, ...more.slice(0, 2)]
}
