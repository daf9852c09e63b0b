import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Embedder } from './embedder.ts'
import type { OnIndexProgress } from './index-progress.ts'
import type { LabelledText, VectorCache } from './vector-cache.ts'
import type { VectorIndex } from './vectors.ts'

const TEXTS_AT_ONCE = 16
/** Linking computes on this thread; after so many vectors, whatever else waits has its turn. */
const VECTORS_A_TURN = 32
/** Removed vectors stay in the graph and are stepped over; past this share of it, it is built anew. */
const MOST_REMOVED = 0.3

/** Computes the vectors that the texts of the store still lack. */
export async function embedMissing(cache: VectorCache, embedder: Embedder, onProgress: OnIndexProgress): Promise<void> {
  const missing = cache.missing()
  for (let from = 0; from < missing.length; from += TEXTS_AT_ONCE) {
    onProgress({ step: 'embedding', done: from, total: missing.length })
    const batch = missing.slice(from, from + TEXTS_AT_ONCE)
    const vectors = await embedder.embedDocuments(batch.map(({ text }) => text))
    cache.keep(batch.map(({ sha256 }, index) => ({ sha256, vector: checked(vectors[index], embedder) })))
  }
  onProgress({ step: 'embedding', done: missing.length, total: missing.length })
}

/** The graph of vectors before a change, and the chunks that it held. */
export interface LinkedBefore {
  readonly vectors: VectorIndex
  readonly chunks: readonly LabelledText[]
}

/**
 * A graph of the vectors of these chunks: the one from before with what has changed, or a new one where there is none
 * or too much of it would be removed.
 */
export async function linkVectors(
  before: LinkedBefore | null,
  chunks: readonly LabelledText[],
  create: () => VectorIndex,
  cache: VectorCache,
  onProgress: OnIndexProgress,
): Promise<VectorIndex> {
  const usable = before && removedShare(before, chunks) <= MOST_REMOVED ? before : null
  const vectors = usable?.vectors ?? create()
  const [old, now] = [labels(usable?.chunks ?? []), labels(chunks)]
  for (const label of old) if (!now.has(label)) vectors.remove(label)
  const added = chunks.filter(({ label }) => !old.has(label))
  for (const [index, { label, sha256 }] of added.entries()) {
    if (index % VECTORS_A_TURN === 0) {
      onProgress({ step: 'linking', done: index, total: added.length })
      await nextTurn()
    }
    vectors.add(label, cache.vector(sha256))
  }
  onProgress({ step: 'linking', done: added.length, total: added.length })
  return vectors
}

function removedShare({ vectors, chunks }: LinkedBefore, now: readonly LabelledText[]): number {
  const current = labels(now)
  const staying = chunks.filter(({ label }) => current.has(label)).length
  return vectors.size === 0 ? 0 : (vectors.size - staying) / vectors.size
}

function labels(chunks: readonly LabelledText[]): ReadonlySet<number> {
  return new Set(chunks.map(({ label }) => label))
}

function checked(vector: readonly number[] | undefined, embedder: Embedder): readonly number[] {
  if (vector?.length === embedder.dimensions && vector.every(Number.isFinite)) return vector
  throw new Error(`${embedder.id} gave no vector of ${embedder.dimensions} numbers`)
}
