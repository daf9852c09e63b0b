import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { CorpusIndex, ScoredChunk } from '../../ingest/index/open.ts'
import type { Plan } from './plan.ts'

const CANDIDATES = 30
const MOST_QUOTES = 2
/** Constant of reciprocal rank fusion (Cormack et al., SIGIR 2009). */
const RRF = 60

/** Passages that answer a question in words: by terms and by meaning, fused; best first. */
export async function findPassages(plan: Plan, index: CorpusIndex): Promise<Chunk[]> {
  const query =
    [
      ...plan.concepts.map(({ names, surface }) => (/[a-z]/.test(surface) ? (names[0] ?? surface) : surface)),
      ...plan.subject,
    ].join(' ') || plan.question
  const byTerms = index.searchTerms(query, plan.documentIds, CANDIDATES)
  const byMeaning = await index.searchVectors(plan.question, plan.documentIds, CANDIDATES)
  return fuse([byTerms, byMeaning])
    .slice(0, MOST_QUOTES)
    .flatMap((id) => index.chunk(id) ?? [])
}

function fuse(rankings: readonly (readonly ScoredChunk[])[]): string[] {
  const scores = new Map<string, number>()
  for (const ranking of rankings)
    ranking.forEach(({ chunkId }, rank) => scores.set(chunkId, (scores.get(chunkId) ?? 0) + 1 / (RRF + rank)))
  return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id)
}
