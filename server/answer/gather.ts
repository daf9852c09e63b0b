import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { Alternative, Caution, ChosenFigure, Evidence, Missing } from './evidence.ts'
import type { FactText } from './fact-text.ts'
import type { FactTexts } from './fact-texts.ts'
import { findList } from './lists.ts'
import { findPassages } from './passages.ts'
import type { Plan } from './plan.ts'
import { type Probe, probesOf } from './probes.ts'
import { matchLevel, type RankedFact, rankFacts } from './rank.ts'
import { measureKey, sameFigure } from './sameness.ts'
import { selectFigures } from './select.ts'

/** Below this share of the question's meaning borne out, a fact is about something else. */
const LEAST_RECALL = 0.34
const LEAST_SCORE = 0.36
/** Two facts closer than this cannot be told apart by the question's words. */
const TIE = 0.02
/** Words that bear out this much of the question, this far ahead of any other figure, leave nothing for the vectors to settle. */
const PLAIN_RECALL = 0.7
const PLAIN_LEAD = 0.08
const MOST_ALTERNATIVES = 6

/** Runs a plan against the index. Filters never widen: what the question names and the corpus lacks is named as missing. */
export async function gather(plan: Plan, index: CorpusIndex, factTexts: FactTexts): Promise<Evidence> {
  if (plan.operation === 'coverage') return { status: 'answered', form: 'coverage' }
  const documents = index.documents().filter(({ id }) => plan.documentIds.includes(id))
  const absent = missingFrame(plan, documents, index)
  if (absent.length > 0) return { status: 'not_found', missing: absent, nearest: [] }
  if (plan.operation === 'text') return textEvidence(plan, index, documents)
  const texts = documents
    .flatMap((document) => factTexts.of(index, document.id))
    .filter(({ fact }) => inFrame(fact, plan, documents))
  const probes = probesOf(plan)
  const units = [...new Set(documents.map(({ organization }) => organization))]
  if (plan.operation === 'list' && (units.length === 1 || plan.organizations.named.length <= 1)) {
    const list = listEvidence(texts, probes, plan)
    if (list) return list
  }
  const nearness = isPlain(plan, texts, probes) ? new Map<string, number>() : await factNearness(plan, index, texts)
  if (plan.organizations.named.length > 1) return severalUnits(plan, units, texts, probes, nearness, documents)
  return oneAnswer(plan, texts, probes, nearness, documents)
}

/** What the question names and the corpus does not hold. */
function missingFrame(plan: Plan, documents: readonly DocumentRecord[], index: CorpusIndex): Missing[] {
  if (plan.organizations.unknown.length > 0)
    return plan.organizations.unknown.map((name) => ({ what: 'organization', name }))
  const organization = plan.organizations.named[0] ?? documents[0]?.organization
  if (organization === undefined) return [{ what: 'measure', organization: '', year: null, name: plan.question }]
  const quoted = (year: number) =>
    documents.some(
      ({ fiscalYear, id }) =>
        fiscalYear === year ||
        (plan.asOf.length === 0 &&
          index.facts(id).some((fact) => fact.fiscalYear === year && fact.origin !== 'reason')),
    )
  const years = plan.years.filter((year) => !quoted(year))
  if (years.length > 0 && years.length === plan.years.length)
    return years.map((year) => ({ what: 'year', organization, year }))
  if (!plan.basisStrict || plan.basis === null) return []
  const held = documents.some(
    (document) =>
      document.basis === plan.basis ||
      index.facts(document.id).some(({ basis, kind }) => basis === plan.basis && kind !== 'target'),
  )
  return held
    ? []
    : [
        {
          what: plan.basis === 'budget' ? 'budget' : 'final',
          organization,
          year: plan.years[0] ?? documents[0]?.fiscalYear ?? null,
        },
      ]
}

/** Year and basis as asked: a fact of another year or basis is no answer. */
function inFrame(fact: Fact, plan: Plan, documents: readonly DocumentRecord[]): boolean {
  const document = documents.find(({ id }) => id === fact.documentId)
  const stock = fact.role === 'assets' || fact.role === 'organization'
  if (plan.asOf.length > 0 && plan.years.length === 0) {
    const told = plan.asOf.some(
      (year) => fact.quote.includes(`${year}`) || fact.fiscalYear === year || (stock && fact.fiscalYear === year + 1),
    )
    if (!told) return false
  } else if (plan.years.length > 0 && !(fact.fiscalYear !== null && plan.years.includes(fact.fiscalYear))) return false
  else if (plan.years.length === 0 && fact.fiscalYear !== document?.fiscalYear) return false
  if (plan.stage !== null && fact.stage !== plan.stage && fact.kind === 'level') return false
  if (!plan.basisStrict || plan.basis === null || fact.basis === null) return true
  return fact.basis === plan.basis
}

/** Whether the words alone settle which fact is meant, so that meaning need not be asked. */
function isPlain(plan: Plan, texts: readonly FactText[], probes: readonly Probe[]): boolean {
  const ranked = rankFacts(texts, probes, plan, new Map())
  const [best] = ranked
  // Where no fact has the words that it must have, nearness cannot bring one.
  if (!best) return true
  if (best.recall < PLAIN_RECALL) return false
  const rival = ranked.find(({ fact }) => !sameFigure(fact, best.fact))
  return !rival || rival.score < best.score - PLAIN_LEAD
}

async function factNearness(
  plan: Plan,
  index: CorpusIndex,
  texts: readonly FactText[],
): Promise<ReadonlyMap<string, number>> {
  const words = [
    ...plan.concepts.map(({ surface, names }) => (/[a-z]/.test(surface) ? (names[0] ?? surface) : surface)),
    ...plan.subject,
  ].join(' ')
  if (words === '') return new Map()
  const found = await index.searchVectors(words, plan.documentIds, 40)
  const byLine = new Map<string, number>()
  for (const { chunkId, score } of found) {
    const chunk = index.chunk(chunkId)
    if (!chunk) continue
    for (let line = chunk.source.from; line <= chunk.source.to; line += 1) {
      const key = `${chunk.documentId}:${line}`
      byLine.set(key, Math.max(byLine.get(key) ?? 0, (score - 0.4) / 0.5))
    }
  }
  return new Map(
    texts.flatMap(({ fact }) => {
      const near = byLine.get(`${fact.documentId}:${fact.source.to}`)
      return near === undefined ? [] : [[fact.id, Math.min(1, Math.max(0, near))] as const]
    }),
  )
}

function listEvidence(texts: readonly FactText[], probes: readonly Probe[], plan: Plan): Evidence | null {
  const list = findList(texts, probes, plan)
  if (!list) return null
  const figures = list.members.map(
    (fact): ChosenFigure => ({ role: 'answer', facts: withSupport(fact, texts), disputed: false }),
  )
  return { status: 'answered', form: 'list', title: list.title, figures, cautions: basisCaution(plan, list.members) }
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

function textEvidence(plan: Plan, index: CorpusIndex, documents: readonly DocumentRecord[]): Promise<Evidence> {
  return findPassages(plan, index).then((quotes): Evidence => {
    if (quotes.length > 0) return { status: 'answered', form: 'quotes', quotes }
    const [document] = documents
    return {
      status: 'not_found',
      missing: [{ what: 'text', organization: document?.organization ?? '', year: document?.fiscalYear ?? null }],
      nearest: [],
    }
  })
}

/** Each named unit is answered on its own; what one lacks is said. */
function severalUnits(
  plan: Plan,
  units: readonly string[],
  texts: readonly FactText[],
  probes: readonly Probe[],
  nearness: ReadonlyMap<string, number>,
  documents: readonly DocumentRecord[],
): Evidence {
  const each = units.map((unit) =>
    oneAnswer(
      plan,
      texts.filter(({ fact }) => fact.organization === unit),
      probes,
      nearness,
      documents.filter(({ organization }) => organization === unit),
    ),
  )
  const answered = each.filter(isFigures)
  if (answered.length === 0)
    return each.find((evidence) => evidence.status === 'not_found') ?? { status: 'not_found', missing: [], nearest: [] }
  const figures = answered.flatMap((evidence) => evidence.figures)
  if (plan.operation !== 'list' && answered.length > 1 && !SEVERAL_MEANT.test(plan.question)) {
    return {
      status: 'ambiguous',
      alternatives: alternativesOf(figures.filter(({ role }) => role === 'answer').map(({ facts }) => facts[0])),
    }
  }
  const cautions = answered.flatMap((evidence) => evidence.cautions)
  return {
    status: 'answered',
    form: 'figures',
    title: '',
    figures,
    cautions: [...dedupeCautions(cautions), ...differing(figures)],
  }
}

/** Words by which a question means each of the units it names. */
const SEVERAL_MEANT = /各|分别|哪|相差|差多少|比较|compare|versus|vs|respectively|both|和|与|、|,| and /i

function isFigures(evidence: Evidence): evidence is Extract<Evidence, { form: 'figures' | 'list' }> {
  return evidence.status === 'answered' && (evidence.form === 'figures' || evidence.form === 'list')
}

function dedupeCautions(cautions: readonly Caution[]): Caution[] {
  return cautions.filter(
    (caution, index) => cautions.findIndex((other) => JSON.stringify(other) === JSON.stringify(caution)) === index,
  )
}

function differing(figures: readonly ChosenFigure[]): Caution[] {
  const frames = new Set(
    figures.filter(({ role }) => role === 'answer').map(({ facts: [fact] }) => `${fact.fiscalYear}${fact.basis}`),
  )
  return frames.size > 1 ? [{ kind: 'basesDiffer' }] : []
}

/** The answer from one unit's facts, or across units where the question names none. */
function oneAnswer(
  plan: Plan,
  texts: readonly FactText[],
  probes: readonly Probe[],
  nearness: ReadonlyMap<string, number>,
  documents: readonly DocumentRecord[],
): Evidence {
  const parts = splitByItem(texts, probes)
  if (parts.length > 1) return severalItems(parts, plan, texts, nearness, documents)
  const ranked = rankFacts(texts, probes, plan, nearness)
  const best = ranked[0]
  if (!best || best.recall < LEAST_RECALL || best.score < LEAST_SCORE) return notFound(plan, probes, ranked, documents)
  const tied = differentThings(best, ranked, plan)
  if (tied.length > 1) return { status: 'ambiguous', alternatives: alternativesOf(tied) }
  const { figures, cautions } = selectFigures(best, ranked, plan)
  const answers = figures.filter(({ role }) => role === 'answer').map(({ facts: [fact] }) => fact)
  return {
    status: 'answered',
    form: 'figures',
    title: '',
    figures,
    cautions: [...cautions, ...basisCaution(plan, answers), ...asOfCaution(plan, answers)],
  }
}

/** Two items named ("编制几个人，实有几个人") that no one fact is: each is looked up for itself. */
function splitByItem(texts: readonly FactText[], probes: readonly Probe[]): Probe[][] {
  const items = probes.filter(({ weight }) => weight === 'must')
  if (items.length < 2 || items.length > 4) return [[...probes]]
  const matches = (text: FactText, probe: Probe) => matchLevel(text, probe) >= 2
  if (texts.some((text) => items.every((item) => matches(text, item)))) return [[...probes]]
  const held = items.filter((item) => texts.some((text) => matches(text, item)))
  if (held.length < 2) return [[...probes]]
  return held.map((item) => [item, ...probes.filter(({ weight }) => weight !== 'must')])
}

function severalItems(
  parts: readonly Probe[][],
  plan: Plan,
  texts: readonly FactText[],
  nearness: ReadonlyMap<string, number>,
  documents: readonly DocumentRecord[],
): Evidence {
  const each = parts.map((probes) => oneAnswer(plan, texts, probes, nearness, documents))
  const answered = each.filter(isFigures)
  const figures = answered.flatMap((evidence) => evidence.figures)
  const failed = each.find((evidence) => evidence.status !== 'answered')
  if (figures.length === 0) return failed ?? { status: 'not_found', missing: [], nearest: [] }
  const cautions = answered.flatMap((evidence) => evidence.cautions)
  return { status: 'answered', form: 'figures', title: '', figures, cautions: dedupeCautions(cautions) }
}

/** The best facts where the question's words do not tell them apart: other units, other projects, other years. */
function differentThings(best: RankedFact, ranked: readonly RankedFact[], plan: Plan): Fact[] {
  const near = ranked.filter(({ score }) => score >= best.score - TIE)
  const open = plan.organizations.open
    ? [
        ...new Map(
          ranked
            .filter(({ score, recall }) => score >= best.score - 0.12 && recall >= best.recall - 0.15)
            .map(({ fact }) => [fact.organization, fact]),
        ).values(),
      ]
    : []
  if (open.length > 1)
    return [
      ...new Map(
        ranked
          .filter(({ fact }) => open.some(({ organization }) => organization === fact.organization))
          .reverse()
          .map(({ fact }) => [fact.organization, fact]),
      ).values(),
    ]
      .reverse()
      .slice(0, MOST_ALTERNATIVES)
  const years = [...new Map(near.map(({ fact }) => [`${fact.fiscalYear}`, fact])).values()]
  if (plan.years.length === 0 && plan.asOf.length === 0 && years.length > 1) return years.slice(0, MOST_ALTERNATIVES)
  const projects = [
    ...new Map(near.filter(({ fact }) => fact.project !== null).map(({ fact }) => [fact.project, fact])).values(),
  ]
  const named = best.fact.project !== null && projects.length > 1 && near.every(({ fact }) => fact.project !== null)
  const distinct = named && projects.some((fact) => !sameFigure(fact, best.fact) || plan.amounts.length > 0)
  return distinct ? projects.slice(0, MOST_ALTERNATIVES) : []
}

function alternativesOf(facts: readonly Fact[]): Alternative[] {
  return facts.map((fact) => ({
    organization: fact.organization,
    year: fact.fiscalYear,
    label: fact.project ?? fact.measure.name,
    as: fact.project === null ? 'item' : 'project',
  }))
}

function notFound(
  plan: Plan,
  probes: readonly Probe[],
  ranked: readonly RankedFact[],
  documents: readonly DocumentRecord[],
): Evidence {
  const asked = plan.concepts.find(({ weight }) => weight === 'item')
  const name = asked
    ? /[a-z]/i.test(asked.surface)
      ? (asked.names[0] ?? asked.surface)
      : asked.surface
    : plan.subject.join('') || (probes[0]?.forms[0] ?? plan.question)
  const [document] = documents
  const nearest = ranked
    .slice(0, 1)
    .filter(({ recall }) => recall > 0.3)
    .map(({ fact }): ChosenFigure => ({ role: 'context', facts: [fact], disputed: false }))
  const organization = plan.organizations.named[0] ?? (documents.length === 1 ? (document?.organization ?? '') : '')
  return {
    status: 'not_found',
    missing: [
      {
        what: 'measure',
        organization,
        year: plan.years[0] ?? (documents.length === 1 ? (document?.fiscalYear ?? null) : null),
        name,
      },
    ],
    nearest,
  }
}

/** A budget is never spent money: said whenever the question sounds like spending, and for budgets in general. */
function basisCaution(plan: Plan, facts: readonly Fact[]): Caution[] {
  const budget = facts.find(({ basis, kind }) => basis === 'budget' && (kind === 'level' || kind === 'target'))
  if (!budget) return []
  return [{ kind: 'basis', spentAsked: plan.basis === 'final_accounts', year: budget.fiscalYear }]
}

function asOfCaution(plan: Plan, facts: readonly Fact[]): Caution[] {
  const [year] = plan.asOf
  const [fact] = facts
  return year !== undefined && fact ? [{ kind: 'asOf', year, documentId: fact.documentId }] : []
}
