import type { Answer } from '../../answer/contract.ts'
import type { Words } from './words.ts'

/** What the prose of an answer refers to. */
export interface ProseContext {
  readonly turn: number
  readonly words: Words
  readonly figures: Answer['figures']
  readonly citations: Answer['citations']
}
