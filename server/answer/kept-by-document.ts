import type { CorpusIndex } from '../../ingest/index/open.ts'

/** Documents whose description is kept: about a megabyte each. */
const MOST_DOCUMENTS = 64

/** Keeps what was made of the documents asked about lately, for one index version at a time. */
export class KeptByDocument<Made> {
  readonly #make: (index: CorpusIndex, documentId: string) => Made
  #version = ''
  readonly #known = new Map<string, Made>()

  constructor(make: (index: CorpusIndex, documentId: string) => Made) {
    this.#make = make
  }

  of(index: CorpusIndex, documentId: string): Made {
    if (index.version !== this.#version) {
      this.#known.clear()
      this.#version = index.version
    }
    const made = this.#known.get(documentId) ?? this.#make(index, documentId)
    this.#known.delete(documentId)
    this.#known.set(documentId, made)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MOST_DOCUMENTS && oldest !== undefined) this.#known.delete(oldest)
    return made
  }
}
