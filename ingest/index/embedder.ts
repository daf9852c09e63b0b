import type { EmbeddingsInterface } from '@langchain/core/embeddings'

/** An embedder with a name under which an index remembers it; vectors of different embedders are never mixed. */
export interface Embedder extends EmbeddingsInterface {
  /** Changes whenever the same text would get another vector: model, version, quantisation. */
  readonly id: string
  readonly dimensions: number
  /** [] where no vector can be had at present: passages are then found by their words alone. */
  embedQuery(text: string): Promise<number[]>
}
