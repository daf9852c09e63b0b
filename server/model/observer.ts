import type { Purpose } from './chat.ts'
import type { Usage } from './endpoint.ts'
import type { FailureReason } from './model-failure.ts'

/** What became of one request to a model, retries and all. */
export interface ModelCall {
  readonly purpose: Purpose
  readonly outcome: 'ok' | FailureReason
  readonly seconds: number
  /** Of the tries together; null where the server does not count. */
  readonly usage: Usage | null
}

/** Is told what models are asked for and what it costs. */
export interface ModelObserver {
  called(call: ModelCall): void
}

export const UNOBSERVED: ModelObserver = { called: () => undefined }
