import type { GoldQuestion } from './gold.ts'
import { type Place, placesOf, rankOfEvidence } from './places.ts'
import type { Sources } from './sources.ts'

/** Passages are looked at down to this rank. */
const DEEPEST = 10

/** The rankings that are compared: each half of the retrieval alone, and both together. */
export const RANKINGS = ['vectors', 'terms', 'fused'] as const
export type Ranking = (typeof RANKINGS)[number]

/** Finds the `k` best passages for a question, in each ranking. */
export type Finder = (question: string, k: number) => Promise<Readonly<Record<Ranking, readonly Place[]>>>

/** For one question, the rank in each ranking of the first passage that stands where the evidence does. */
export interface EvidenceRanks extends Readonly<Record<Ranking, number | null>> {
  readonly id: string
  readonly kind: GoldQuestion['kind']
}

/** How well a ranking does over some questions: shares with evidence among the first, and mean reciprocal rank. */
export interface Quality {
  readonly hit1: number
  readonly hit4: number
  readonly hit10: number
  /** A question without evidence among the first ten counts 0. */
  readonly mrr: number
}

/** Looks up every question whose evidence stands in a text that is held. */
export async function rankEvidence(
  questions: readonly GoldQuestion[],
  find: Finder,
  sources: Sources,
): Promise<EvidenceRanks[]> {
  const ranks: EvidenceRanks[] = []
  for (const { id, kind, question, evidence = [] } of questions) {
    const places = placesOf(evidence, sources)
    if (places.length === 0) continue
    const { vectors, terms, fused } = await find(question, DEEPEST)
    ranks.push({
      id,
      kind,
      vectors: rankOfEvidence(vectors, places),
      terms: rankOfEvidence(terms, places),
      fused: rankOfEvidence(fused, places),
    })
  }
  return ranks
}

/** Zeros where no question was looked up. */
export function qualityOf(ranks: readonly (number | null)[]): Quality {
  const mean = (worth: (rank: number) => number): number =>
    ranks.reduce((sum: number, rank) => sum + (rank === null ? 0 : worth(rank)), 0) / Math.max(1, ranks.length)
  const within = (k: number) => mean((rank) => (rank <= k ? 1 : 0))
  return { hit1: within(1), hit4: within(4), hit10: within(10), mrr: mean((rank) => 1 / rank) }
}

/** The groups of questions the report tells apart, those without questions left out. */
export function groupsOf(ranks: readonly EvidenceRanks[]): { name: string; ranks: EvidenceRanks[] }[] {
  const ofKinds = (...kinds: GoldQuestion['kind'][]) => ranks.filter(({ kind }) => kinds.includes(kind))
  return [
    { name: 'all with evidence', ranks: [...ranks] },
    { name: 'text + narrative', ranks: ofKinds('text', 'narrative') },
    { name: 'text', ranks: ofKinds('text') },
    { name: 'narrative', ranks: ofKinds('narrative') },
  ].filter((group) => group.ranks.length > 0)
}
