import { retrieve } from '../server/answer/retrieve.ts'
import { openAsker } from '../server/assemble.ts'
import type { Place } from './places.ts'
import type { Finder } from './retrieval.ts'
import { plainSettings } from './server-under-test.ts'

/** An ingested data folder, opened to be searched as the assistant searches it. */
export interface SearchableIndex {
  readonly find: Finder
  /** The embedder at work; null where searching by meaning is off. */
  readonly embedderId: string | null
}

/** Opens the index of a data folder while `use` runs. */
export async function whileSearching<T>(dataDir: string, use: (index: SearchableIndex) => Promise<T>): Promise<T> {
  const { door, close } = await openAsker(plainSettings(dataDir))
  try {
    const index = await door.current()
    const files = new Map(index.documents().map(({ id, file }) => [id, file]))
    const places = (found: readonly { readonly chunkId: string }[]): Place[] =>
      found.flatMap(({ chunkId }) => {
        const chunk = index.chunk(chunkId)
        if (chunk === null) return []
        return [{ file: files.get(chunk.documentId) ?? '', from: chunk.source.from, to: chunk.source.to }]
      })
    const find: Finder = async (question, k) => {
      const { vectors, terms, fused } = await retrieve(question, index, k)
      return { vectors: places(vectors), terms: places(terms), fused: places(fused) }
    }
    return await use({ find, embedderId: index.embedderId })
  } finally {
    close()
  }
}
