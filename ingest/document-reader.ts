import { Worker } from 'node:worker_threads'
import type { ParsedDocument } from './domain/parsed-document.ts'
import { Problem } from './domain/problem.ts'
import { said } from './domain/warning.ts'
import { formatOf } from './read/reader.ts'
import { type Attempt, attempt } from './read-attempt.ts'
import { readDocument } from './read-document.ts'

/** Reads the files of an ingest, one after another. */
export interface DocumentReader {
  /**
   * Reads one file into all that the index keeps of it; `onPage` is told of each page of a PDF, from 1. Throws a Problem
   * where it cannot be read or holds no figure.
   */
  read(bytes: Uint8Array, file: string, onPage?: (page: number, of: number) => void): Promise<ParsedDocument>
  /** Gives back what reading takes; a file that is being read is given up. */
  close(): Promise<void>
}

export interface WorkerReaderOptions {
  /** How long a page may take; default 20 seconds. */
  readonly pageLimitMs?: number
  /** How long a page may take that is a picture; default two minutes. */
  readonly pictureLimitMs?: number
  /** How long all that follows the last page may take, or the whole of a file without pages; default five minutes. */
  readonly restLimitMs?: number
  /** What the JavaScript of a reading may take of memory; default 2048 MB. What PDFium takes is not in it, nor buffers. */
  readonly memoryMb?: number
  /** What the worker runs; for tests. */
  readonly script?: URL
}

const PAGE_LIMIT_MS = 20_000
const PICTURE_LIMIT_MS = 120_000
const REST_LIMIT_MS = 300_000
const MEMORY_MB = 2048
/** A file of which more pages than this cannot be read in time is not worth waiting for. */
const MOST_SLOW_PAGES = 5
/** A document of more lines than this, some two hundred pages, is a long one. */
const LONG_LINES = 20_000

/**
 * Reads files in a thread of their own, so that the process goes on answering, and outlives a file that would take all
 * time or memory: a page that takes too long is left out with a warning, a file that breaks the thread is refused. The
 * thread is started with the first such file. Plain texts are read at once, where they are.
 */
export class WorkerReader implements DocumentReader {
  readonly #options: Required<WorkerReaderOptions>
  #worker: Worker | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: WorkerReaderOptions = {}) {
    this.#options = {
      pageLimitMs: options.pageLimitMs ?? PAGE_LIMIT_MS,
      pictureLimitMs: options.pictureLimitMs ?? PICTURE_LIMIT_MS,
      restLimitMs: options.restLimitMs ?? REST_LIMIT_MS,
      memoryMb: options.memoryMb ?? MEMORY_MB,
      script: options.script ?? new URL('./reader-thread.js', import.meta.url),
    }
  }

  async read(
    bytes: Uint8Array,
    file: string,
    onPage: (page: number, of: number) => void = () => undefined,
  ): Promise<ParsedDocument> {
    if (formatOf(bytes) === 'text') return readDocument(bytes, file)
    const reading = this.#turn.then(() => this.#readInThread(bytes, file, onPage))
    this.#turn = reading.catch(() => undefined)
    return reading
  }

  async close(): Promise<void> {
    await this.#end()
  }

  async #readInThread(bytes: Uint8Array, file: string, onPage: (page: number, of: number) => void) {
    const slow: number[] = []
    for (;;) {
      const outcome = await this.#attempt(bytes, file, slow, onPage)
      if (outcome.kind === 'read') {
        // What a long document took is given back before it is indexed, which takes as much again.
        if (outcome.document.lines.length > LONG_LINES) await this.#end()
        return withSlowPages(outcome.document, slow)
      }
      // Whatever went wrong, the thread may be in any state.
      if (outcome.kind !== 'refused') await this.#end()
      if (outcome.kind !== 'stuck') throw new Problem(outcome.code, outcome.message)
      if (slow.length === MOST_SLOW_PAGES || slow.includes(outcome.page))
        throw new Problem('reading-failed', `${file} takes too long to read: it was given up at page ${outcome.page}.`)
      slow.push(outcome.page)
    }
  }

  async #attempt(
    bytes: Uint8Array,
    file: string,
    skip: readonly number[],
    onPage: (page: number, of: number) => void,
  ): Promise<Attempt> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    worker.ref()
    try {
      const request = { bytes, file, skip: [...skip] }
      return await attempt(worker, request, formatOf(bytes) === 'pdf', this.#options, onPage)
    } finally {
      worker.unref()
    }
  }

  #start(): Worker {
    const { script, memoryMb } = this.#options
    return new Worker(script, {
      // What this process was started with is none of the thread's business.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

/** The document with a warning for each page that was left out because it took too long. */
function withSlowPages(document: ParsedDocument, slow: readonly number[]): ParsedDocument {
  if (slow.length === 0) return document
  const others = document.record.warnings.filter(({ page }) => page === null || !slow.includes(page))
  const warnings = slow.map((page) => ({
    ...said('pageTimeout', { page }),
    line: null,
    page,
  }))
  return { ...document, record: { ...document.record, warnings: [...warnings, ...others] } }
}
