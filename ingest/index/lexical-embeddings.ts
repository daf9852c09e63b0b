import { Embeddings } from '@langchain/core/embeddings'
import type { Embedder } from './embedder.ts'

const DIMENSIONS = 512

/**
 * The declared fallback where the model cannot be had: single characters and pairs of them, hashed into 512 places.
 * Knows no meaning, only spelling; the same text always gets the same vector, on every machine.
 */
export class LexicalEmbeddings extends Embeddings implements Embedder {
  readonly id = 'lexical-bigrams@1'
  readonly dimensions = DIMENSIONS

  constructor() {
    super({})
  }

  override embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(lexicalVector(text))
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.resolve(texts.map(lexicalVector))
  }
}

function lexicalVector(text: string): number[] {
  const counts = Array.from({ length: DIMENSIONS }, () => 0)
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
  for (const [index, character] of characters.entries()) {
    // A pair says more than a character, of which there are few and common ones.
    addHashed(counts, character, 1)
    addHashed(counts, `${character}${characters[index + 1] ?? ''}`, 2)
  }
  if (characters.length === 0) counts[0] = 1
  const norm = Math.hypot(...counts)
  return counts.map((count) => count / norm)
}

/** Half of the features count downwards, so that those which collide by chance cancel out on average. */
function addHashed(counts: number[], feature: string, weight: number): void {
  const hash = fnv1a(feature)
  const place = hash % DIMENSIONS
  counts[place] = (counts[place] ?? 0) + (hash >= 0x80000000 ? -weight : weight)
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
