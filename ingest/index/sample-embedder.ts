import type { Embedder } from './embedder.ts'
import { LexicalEmbeddings } from './lexical-embeddings.ts'

/** An embedder for tests that remembers what it was asked, and can be made to fail. */
export class SampleEmbedder implements Embedder {
  readonly id: string
  readonly dimensions = 512
  readonly embedded: string[] = []
  /** Called before each batch of documents. */
  beforeBatch: () => void | Promise<void> = () => undefined
  private readonly lexical = new LexicalEmbeddings()

  constructor(id = 'sample@1') {
    this.id = id
  }

  embedQuery(text: string): Promise<number[]> {
    return this.lexical.embedQuery(text)
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    await this.beforeBatch()
    this.embedded.push(...texts)
    return this.lexical.embedDocuments(texts)
  }
}
