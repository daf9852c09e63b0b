import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** Questions, and the documents they are about. */
export interface GoldFolder {
  readonly gold: string
  readonly docs: string
}

/** The questions shared beside this project, which need not be there. */
export const SHARED: GoldFolder = {
  gold: path('../../shared/gold/questions.jsonl'),
  docs: path('../../shared/documents'),
}

/** The questions on the demo corpus, which always is. */
const DEMO: GoldFolder = { gold: path('./cases/demo.jsonl'), docs: path('./corpus') }

/** What the tree that was committed reached on the shared questions. */
export const BASELINE = path('./baseline.json')

/** Where the report is written unless told otherwise: outside what git holds. */
export const HTML_REPORT = path('../.cache/eval.html')

export function sharedIsHere(): boolean {
  return existsSync(SHARED.gold) && existsSync(SHARED.docs)
}

/** The documents and the questions go together: both the shared ones, or both the demo's. */
export function defaultGold(): GoldFolder {
  return sharedIsHere() ? SHARED : DEMO
}
