import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Embedder } from './embedder.ts'
import type { OnIndexProgress } from './index-progress.ts'
import type { LabelledText, VectorCache } from './vector-cache.ts'
import type { VectorIndex } from './vectors.ts'

const TEXTS_AT_ONCE = 16
/** Linking computes on this thread; after so many vectors, whatever else waits has its turn. */
const VECTORS_A_TURN = 32

/** Computes the vectors that the texts of chunks with a label from `first` on still lack. */
export async function embedMissing(
  cache: VectorCache,
  embedder: Embedder,
  first: number,
  onProgress: OnIndexProgress,
): Promise<void> {
  const missing = cache.missing(first)
  for (let from = 0; from < missing.length; from += TEXTS_AT_ONCE) {
    onProgress({ step: 'embedding', done: from, total: missing.length })
    const batch = missing.slice(from, from + TEXTS_AT_ONCE)
    const vectors = await embedder.embedDocuments(batch.map(({ text }) => text))
    cache.keep(batch.map(({ sha256 }, index) => ({ sha256, vector: checked(vectors[index], embedder) })))
  }
  onProgress({ step: 'embedding', done: missing.length, total: missing.length })
}

/** Puts the vectors of these chunks into a graph. */
export async function linkVectors(
  vectors: VectorIndex,
  chunks: readonly LabelledText[],
  cache: VectorCache,
  onLinked: (done: number) => void,
): Promise<void> {
  for (const [index, { label, sha256 }] of chunks.entries()) {
    if (index % VECTORS_A_TURN === 0) {
      onLinked(index)
      await nextTurn()
    }
    vectors.add(label, cache.vector(sha256))
  }
}

function checked(vector: readonly number[] | undefined, embedder: Embedder): readonly number[] {
  if (vector?.length === embedder.dimensions && vector.every(Number.isFinite)) return vector
  throw new Error(`${embedder.id} gave no vector of ${embedder.dimensions} numbers`)
}
