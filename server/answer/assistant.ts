import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { PromptMark } from '../../prompts/prompts.ts'
import type { Draft } from './draft-shape.ts'
import type { Evidence } from './evidence.ts'
import type { Plan } from './plan.ts'

/** An answer on its way: what was asked, what was found, and its draft, of which every figure has been verified. */
export interface Found {
  readonly question: string
  /** The full question of a follow-up or of a loosely worded one; null where the question stands by itself. */
  readonly understood: string | null
  readonly plan: Plan
  readonly evidence: Evidence
  readonly draft: Draft
}

/** What is being done for whoever waits. */
export type Stage = 'searching' | 'planning' | 'explaining'

/** Whoever waits for an answer. */
export interface Listener {
  status(stage: Stage): void
  /** Text of the answer, in order, each only once it is verified; together they are the text of the answer. */
  delta(text: string): void
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal
}

export const NOBODY: Listener = { status: () => undefined, delta: () => undefined }

/** What an assistant may use. */
export interface Desk {
  readonly index: CorpusIndex
  /** The full question before this one in its conversation; null where there is none. */
  readonly before: string | null
  /** When the question came, as `performance.now()` tells it: the time that a model may take counts from there. */
  readonly started: number
  readonly status: Listener['status']
  /** Shows a verified piece of the draft's text, slots and all, before the rest of it is written. */
  readonly tell: (text: string, found: Found) => void
  readonly signal: AbortSignal | undefined
  /** Runs a plan like any other. */
  readonly find: (question: string, plan: Plan) => Promise<Found>
}

/** What became of an answer with the help of a language model. */
export interface Assisted {
  readonly found: Found
  /** The model that was asked; null where none was. */
  readonly model: string | null
  /** Whether its plan or its words are in the answer. */
  readonly helped: boolean
  /** Whether something was asked of it that is not in the answer. */
  readonly fellBack: boolean
  readonly trace: Trace | null
}

/** How a model was asked. */
export interface Trace {
  readonly prompts: readonly PromptMark[]
  /** Sentences of the model that were shown, and that were not, by why. */
  readonly sentences: { readonly kept: number; readonly refused: Readonly<Record<string, number>> }
}

/** Helps where words alone do not reach. It may choose what is looked up and word what was found; it has no figures to give. */
export interface Assistant {
  assist(found: Found, desk: Desk): Promise<Assisted>
}
