import type { CorpusIndex } from '../../ingest/index/open.ts'
import { describeFact, type FactText } from './fact-text.ts'

/** Documents whose described facts are kept: about a megabyte each. */
const MOST_DOCUMENTS = 64

/** Keeps the described facts of the documents asked about lately, for one index version at a time. */
export class FactTexts {
  #version = ''
  readonly #known = new Map<string, readonly FactText[]>()

  of(index: CorpusIndex, documentId: string): readonly FactText[] {
    if (index.version !== this.#version) {
      this.#known.clear()
      this.#version = index.version
    }
    const known = this.#known.get(documentId)
    const texts = known ?? index.facts(documentId).map(describeFact)
    this.#known.delete(documentId)
    this.#known.set(documentId, texts)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MOST_DOCUMENTS && oldest !== undefined) this.#known.delete(oldest)
    return texts
  }
}
