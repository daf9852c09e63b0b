import type { Worker } from 'node:worker_threads'
import type { ParsedDocument } from './domain/parsed-document.ts'
import type { ProblemCode } from './domain/problem.ts'
import { type ReadRequest, type WorkerMessage, workerMessageSchema } from './reader-messages.ts'

/** What came of having a file read by a thread. */
export type Attempt =
  | { readonly kind: 'read'; readonly document: ParsedDocument }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly message: string }
  /** The thread broke or did not come to an end. */
  | { readonly kind: 'broken'; readonly code: ProblemCode; readonly message: string }
  /** This page (from 1) took too long. */
  | { readonly kind: 'stuck'; readonly page: number }

export interface AttemptLimits {
  readonly pageLimitMs: number
  readonly pictureLimitMs: number
  readonly restLimitMs: number
  readonly memoryMb: number
}

/** The thread loads its code before it begins. */
const START_LIMIT_MS = 60_000

/**
 * Has one file read by a thread, and watches that it gets on: page by page where it is `paged`, else as a whole. Afterwards
 * the thread can be used on, unless it is stuck or broken.
 */
export function attempt(
  worker: Worker,
  request: ReadRequest,
  paged: boolean,
  limits: AttemptLimits,
  onPage: (page: number, of: number) => void,
): Promise<Attempt> {
  const { file } = request
  const broken = (message: string, code: ProblemCode = 'reading-failed'): Attempt => ({ kind: 'broken', code, message })
  return new Promise((resolve) => {
    let current = 1
    let late: () => Attempt = () => broken(`${file} could not be read: the reader did not start.`)
    const watch = new Watch(START_LIMIT_MS, () => settle(late()))

    const settle = (outcome: Attempt) => {
      watch.stop()
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    const pageBegun = (page: number, limitMs = limits.pageLimitMs) => {
      current = page
      late = () => ({ kind: 'stuck', page: current })
      watch.restart(limitMs)
    }
    const restBegun = () => {
      late = () => broken(`${file} takes too long to read: it was given up.`)
      watch.restart(limits.restLimitMs)
    }
    const onMessage = (value: unknown) => {
      const message: WorkerMessage = workerMessageSchema.parse(value)
      if (message.kind === 'begun' && paged) pageBegun(1)
      else if (message.kind === 'begun') restBegun()
      else if (message.kind === 'picture') pageBegun(message.page, limits.pictureLimitMs)
      else if (message.kind === 'page') {
        if (message.page < message.of) pageBegun(message.page + 1)
        else restBegun()
        onPage(message.page, message.of)
      } else if (message.kind === 'failed') settle(broken(`${file} could not be read: ${message.message}`))
      else settle(message)
    }
    const onError = (error: Error) =>
      settle(
        isOutOfMemory(error)
          ? broken(`${file} takes more than ${limits.memoryMb} MB of memory to read.`, 'file-too-large')
          : broken(`${file} could not be read: ${error.message}`),
      )
    const onExit = () => settle(broken(`${file} could not be read: the reader ended before it was through.`))

    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(request)
  })
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** Calls once where it is not restarted in time. */
class Watch {
  readonly #onLate: () => void
  #timer: NodeJS.Timeout | undefined
  #restarts = 0

  constructor(limitMs: number, onLate: () => void) {
    this.#onLate = onLate
    this.restart(limitMs)
  }

  restart(limitMs: number): void {
    this.stop()
    const restarts = this.#restarts
    // Where this thread was busy itself, messages that came in time are still waiting to be read.
    this.#timer = setTimeout(() => setImmediate(() => restarts === this.#restarts && this.#onLate()), limitMs)
  }

  stop(): void {
    this.#restarts += 1
    clearTimeout(this.#timer)
  }
}
