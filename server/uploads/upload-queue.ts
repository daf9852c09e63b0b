import { Problem } from '../../ingest/domain/problem.ts'
import type { GivenFile, IngestEvent } from '../../ingest/pipeline.ts'
import type { Ingester, ProcessReport } from './ingest-process.ts'

/** Where an upload is; `file` is its name, null where it is about none of its files. */
export interface UploadStatus {
  readonly stage: 'waiting' | 'reading' | 'indexing'
  readonly file: string | null
  readonly done: number
  readonly total: number
}

/** Files that came together. */
interface Upload {
  readonly files: readonly GivenFile[]
  readonly onStatus: (status: UploadStatus) => void
  readonly resolve: (report: ProcessReport) => void
  readonly reject: (error: unknown) => void
}

/** More files than this are not read in one build: the first of them would wait for the last. */
const MOST_AT_ONCE = 64
/** Files that may wait; whoever comes then is told to come again. */
const MOST_WAITING = 500

/**
 * Puts uploads into the index one build after another; those that came while one was under way go into the next together,
 * so that fifty at once take a build or two. What breaks the process that reads breaks its own upload only.
 */
export class UploadQueue {
  readonly #ingester: Ingester
  #waiting: Upload[] = []
  #turn: Promise<void> = Promise.resolve()

  constructor(ingester: Ingester) {
    this.#ingester = ingester
  }

  /**
   * What became of the files; `onStatus` is told where they are. Throws Problem "uploads-full" where too many wait, and
   * those of an {@link Ingester}.
   */
  add(files: readonly GivenFile[], onStatus: (status: UploadStatus) => void): Promise<ProcessReport> {
    const ahead = this.#waiting.reduce((sum, upload) => sum + upload.files.length, 0)
    if (ahead + files.length > MOST_WAITING)
      throw new Problem('uploads-full', `${ahead} files wait to be read already; come again in a minute.`)
    onStatus({ stage: 'waiting', file: null, done: 0, total: ahead + files.length })
    return new Promise((resolve, reject) => {
      this.#waiting.push({ files, onStatus, resolve, reject })
      void this.#inTurn(() => this.#readWaiting())
    })
  }

  /** Takes a document out of the index, in its turn. Throws the Problems of an {@link Ingester}. */
  remove(id: string): Promise<void> {
    return this.#inTurn(() => this.#ingester.remove(id))
  }

  /** Ends what is under way. */
  close(): void {
    this.#waiting = []
    this.#ingester.close()
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #readWaiting(): Promise<void> {
    const uploads = this.#takeWaiting()
    if (uploads.length === 0) return
    if (await this.#read(uploads)) return
    for (const upload of uploads) await this.#read([upload])
  }

  #takeWaiting(): Upload[] {
    let files = 0
    const many = this.#waiting.findIndex((upload, at) => {
      files += upload.files.length
      return at > 0 && files > MOST_AT_ONCE
    })
    return this.#waiting.splice(0, many < 0 ? this.#waiting.length : many)
  }

  /** Whether every upload has its report or its error; not so where several were broken off together. */
  async #read(uploads: readonly Upload[]): Promise<boolean> {
    try {
      const files = uploads.flatMap((upload) => upload.files)
      const report = await this.#ingester.ingest(files, (event) => tell(uploads, event))
      for (const upload of uploads) upload.resolve(reportOf(upload, report))
    } catch (error) {
      if (uploads.length > 1 && error instanceof Problem && error.code === 'reading-failed') return false
      for (const upload of uploads) upload.reject(error)
    }
    return true
  }
}

function tell(uploads: readonly Upload[], { stage, path, file, done, total }: IngestEvent): void {
  const shared = stage === 'embed' || stage === 'write'
  for (const { files, onStatus } of uploads) {
    if (shared) onStatus({ stage: 'indexing', file: null, done, total })
    else if (files.some((own) => own.path === path))
      onStatus({ stage: 'reading', file, ...pagesOf(stage, done, total) })
  }
}

/** Where the whole of a file begins, no page of it is read. */
function pagesOf(stage: IngestEvent['stage'], done: number, total: number): Pick<UploadStatus, 'done' | 'total'> {
  return stage === 'read' ? { done, total } : { done: 0, total: 0 }
}

function reportOf({ files }: Upload, { documents, refused, version }: ProcessReport): ProcessReport {
  const own = new Set(files.map(({ path }) => path))
  return {
    documents: documents.filter(({ path }) => own.has(path)),
    refused: refused.filter(({ path }) => own.has(path)),
    version,
  }
}
