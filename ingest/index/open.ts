/** All that a reader of the corpus needs: the one door through which the server comes in. */
export { loadEmbedder } from './choose-embedder.ts'
export type { Embedder } from './embedder.ts'
export { IndexDoor } from './index-door.ts'
export { originalOf } from './originals.ts'
export { type CorpusIndex, openIndex } from './read-index.ts'
export type { CorpusReader, FactFilter, ScoredChunk } from './store.ts'
