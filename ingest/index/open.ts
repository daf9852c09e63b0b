/** All that a reader of the corpus needs: the one door through which the server comes in. */
export { type ChosenEmbedder, loadEmbedder } from './choose-embedder.ts'
export type { Embedder } from './embedder.ts'
export { IndexDoor, type IndexDoorOptions } from './index-door.ts'
export { type CorpusIndex, openIndex } from './read-index.ts'
export type { CorpusReader, FactFilter, FactPage, ScoredChunk } from './store.ts'
