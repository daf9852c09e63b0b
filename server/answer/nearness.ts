import { sameFigure } from '../../ingest/domain/sameness.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { Candidates } from './candidates.ts'
import { chineseName, type Plan } from './plan.ts'
import { rankFacts } from './rank.ts'

/** Words that bear out this much of the question, this far ahead of any other figure, leave nothing for the vectors to settle. */
const PLAIN_RECALL = 0.7
const PLAIN_LEAD = 0.08
const CANDIDATES = 40
/** Cosine of bge-small between texts that have nothing to do with each other, and the span above it. */
const UNRELATED = 0.4
const SPAN = 0.5

/** Whether the words alone settle which fact is meant, so that meaning need not be asked. */
function isPlain({ scored }: Candidates): boolean {
  const ranked = rankFacts(scored, new Map())
  const [best] = ranked
  // Where no fact has the words that it must have, nearness cannot bring one.
  if (!best) return true
  if (best.recall < PLAIN_RECALL) return false
  const rival = ranked.find(({ fact }) => !sameFigure(fact, best.fact))
  return !rival || rival.score < best.score - PLAIN_LEAD
}

/** How near in meaning the rows and sentences of facts are to the question, 0 to 1 by fact id; asked only where words do not settle it. */
export async function factNearness(
  plan: Plan,
  index: CorpusIndex,
  candidates: Candidates,
): Promise<ReadonlyMap<string, number>> {
  const words = [...plan.concepts.map(chineseName), ...plan.subject].join(' ')
  if (words === '' || isPlain(candidates)) return new Map()
  const found = await index.searchVectors(words, plan.documentIds, CANDIDATES)
  const byLine = new Map<string, number>()
  for (const { chunkId, score } of found) {
    const chunk = index.chunk(chunkId)
    if (!chunk) continue
    for (let line = chunk.source.from; line <= chunk.source.to; line += 1) {
      const key = `${chunk.documentId}:${line}`
      byLine.set(key, Math.max(byLine.get(key) ?? 0, (score - UNRELATED) / SPAN))
    }
  }
  return new Map(
    candidates.texts.flatMap(({ fact }) => {
      const near = byLine.get(`${fact.documentId}:${fact.source.to}`)
      return near === undefined ? [] : [[fact.id, Math.min(1, Math.max(0, near))] as const]
    }),
  )
}
