import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { PromptMark } from '../../prompts/prompts.ts'
import type { Proposal } from './proposal.ts'

/** What a model gave for one question that stood; it is verified anew whenever it is used. */
export interface Kept {
  readonly proposal: Proposal | null
  /** Sentences as the model wrote them; [] where none was needed. */
  readonly written: readonly string[]
}

/** What decides what a model is told: another of any of them is another question. */
export interface KeptUnder {
  readonly model: string
  readonly indexVersion: string
  readonly question: string
  readonly before: string | null
  readonly language: string
  readonly prompts: readonly PromptMark[]
}

/** Questions kept. */
const MOST = 2_000

/** What models gave, by question, index and prompts, so that nobody waits or pays for it twice. In memory only. */
export class ReplyCache {
  readonly #kept = new LRUCache<string, Kept>({ max: MOST })

  get(key: KeptUnder): Kept | undefined {
    return this.#kept.get(digest(key))
  }

  keep(key: KeptUnder, kept: Kept): void {
    this.#kept.set(digest(key), kept)
  }
}

function digest({ model, indexVersion, question, before, language, prompts }: KeptUnder): string {
  const parts = [model, indexVersion, question, before, language, prompts.map(({ hash }) => hash)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
