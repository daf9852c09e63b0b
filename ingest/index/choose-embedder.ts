import { BgeEmbeddings } from './bge-embeddings.ts'
import type { Embedder } from './embedder.ts'
import { LexicalEmbeddings } from './lexical-embeddings.ts'

export interface ChosenEmbedder {
  readonly embedder: Embedder
  /** Why the fallback was taken; null where the model is at work. */
  readonly fallbackReason: string | null
}

/** The model where it can be loaded, else the lexical fallback with the reason, so that it can be told. */
export async function loadEmbedder(
  load: () => Promise<Embedder> = () => BgeEmbeddings.load(),
): Promise<ChosenEmbedder> {
  try {
    return { embedder: await load(), fallbackReason: null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { embedder: new LexicalEmbeddings(), fallbackReason: reason.split('\n')[0] ?? reason }
  }
}
