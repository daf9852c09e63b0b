import type { CorpusIndex, ScoredChunk } from '../../ingest/index/open.ts'
import { makePlan } from './make-plan.ts'
import { chineseName, type Plan } from './plan.ts'

/** How many passages each half puts forward. */
const CANDIDATES = 40
/**
 * Constant of reciprocal rank fusion (Cormack et al., SIGIR 2009), which takes 60 for rankings of a thousand. These are
 * of 40: with 60, a passage that both halves put in the middle would come before the best of either.
 */
const RRF = 5

/** The passages found for a question, best first, by each half alone and by both. */
export interface Retrieved {
  readonly terms: readonly ScoredChunk[]
  readonly vectors: readonly ScoredChunk[]
  readonly fused: readonly ScoredChunk[]
}

/** The `k` best passages of each ranking, among the documents that the plan means; each half has at most 40. */
export async function retrieve(
  question: string,
  index: Pick<CorpusIndex, 'documents' | 'searchTerms' | 'searchVectors'>,
  k: number,
  plan: Plan = makePlan(question, index.documents()),
): Promise<Retrieved> {
  const terms = index.searchTerms(termsOf(plan), plan.documentIds, CANDIDATES)
  const vectors = await index.searchVectors(plan.wording, plan.documentIds, CANDIDATES)
  const fused = fuse([terms, vectors])
  return { terms: terms.slice(0, k), vectors: vectors.slice(0, k), fused: fused.slice(0, k) }
}

/** The words looked for: the official names of what is asked, and the question's own words. */
function termsOf(plan: Plan): string {
  return [...plan.concepts.map(chineseName), ...plan.subject, plan.wording].join(' ').trim() || plan.question
}

/** Reciprocal rank fusion: what both halves find early comes first; ties by id. */
function fuse(rankings: readonly (readonly ScoredChunk[])[]): ScoredChunk[] {
  const scores = new Map<string, number>()
  for (const ranking of rankings) {
    ranking.forEach(({ chunkId }, rank) => {
      scores.set(chunkId, (scores.get(chunkId) ?? 0) + 1 / (RRF + rank))
    })
  }
  return [...scores]
    .map(([chunkId, score]) => ({ chunkId, score }))
    .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1))
}
