import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { Found } from '../answer/assistant.ts'
import { retrieve } from '../answer/retrieve.ts'
import { findOrganizations } from '../answer/who.ts'

/** What a model may choose from: all of it is held. */
export interface Offer {
  readonly organizations: readonly string[]
  readonly years: readonly number[]
  /** Items by key ("m1"): what the passages nearest to the question report comes first. */
  readonly measures: ReadonlyMap<string, string>
}

const PASSAGES = 30
/** Cosine of bge-small between texts that have nothing to do with each other: a question no nearer than that asks for nothing held. Other embedders have other scales. */
const UNRELATED = 0.4
const MOST_MEASURES = 80
/** Of so few documents all items are offered, the nearest first: what is meant may stand in a passage that shares no word with the question. */
const FEW_DOCUMENTS = 3
const MOST_YEARS = 8

/** The items that the question may mean, of the units and years that it or the question before it names; null where there are none. */
export async function offerFor(
  { question, plan }: Found,
  before: string | null,
  index: CorpusIndex,
): Promise<Offer | null> {
  const documents = index.documents()
  const wanted = new Set(plan.documentIds)
  const meant = documents.filter(({ id }) => wanted.has(id))
  const { fused, vectors } = await retrieve(question, index, PASSAGES, plan)
  const [nearest] = vectors
  const asksNothingHeld =
    nearest !== undefined && nearest.score < UNRELATED && index.embedderId?.startsWith('bge') === true
  if (asksNothingHeld) return null
  const rest = meant.length <= FEW_DOCUMENTS ? meant.flatMap(({ id }) => index.facts(id)) : []
  const facts = [...fused.flatMap(({ chunkId }) => factsOf(chunkId, index)), ...rest]
  const names = [...new Set(facts.filter(isAskedFor(plan.kinds)).map(nameOf))].slice(0, MOST_MEASURES)
  if (names.length === 0) return null
  const earlier = before === null ? [] : findOrganizations(before, documents).named
  const held = new Set(meant.flatMap(({ fiscalYear }) => fiscalYear ?? []))
  return {
    organizations: plan.organizations.named.length > 0 ? plan.organizations.named : earlier,
    years: plan.years.length > 0 ? plan.years : [...held].sort().slice(-MOST_YEARS),
    measures: new Map(names.map((name, at) => [`m${at + 1}`, name])),
  }
}

function factsOf(chunkId: string, index: CorpusIndex): Fact[] {
  const chunk = index.chunk(chunkId)
  if (!chunk) return []
  const { from, to } = chunk.source
  return index.facts(chunk.documentId).filter(({ source }) => source.from >= from && source.to <= to)
}

function isAskedFor([kind]: readonly Fact['kind'][]): (fact: Fact) => boolean {
  return (fact) => kind === undefined || fact.kind === kind || fact.kind === 'level' || fact.kind === 'count'
}

/** What a fact is asked for by: its project, or what it measures. */
export function nameOf({ project, measure, kind }: Fact): string {
  return project !== null && kind === 'level' ? project : measure.name
}
