import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Problem } from '../../ingest/domain/problem.ts'
import type { GivenFile, IngestEvent } from '../../ingest/pipeline.ts'
import { type IngestOrder, type IngestReply, ingestReplySchema } from './ingest-messages.ts'

type ReportReply = Extract<IngestReply, { kind: 'report' }>
/** What became of the files of an ingest, by the path each lies at. */
export type ProcessReport = ReportReply['report']

/** Changes the index of a data folder while the server goes on answering. */
export interface Ingester {
  /** Throws Problem "reading-failed" where the process died, and those of `ingestFiles`. */
  ingest(files: readonly GivenFile[], onEvent: (event: IngestEvent) => void): Promise<ProcessReport>
  /** Throws Problem "document-unknown", "index-locked", "folder-unwritable". */
  remove(id: string): Promise<void>
  /** Ends what is under way; the index stays as it was served before. */
  close(): void
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CHILD = fileURLToPath(new URL('./ingest-child.ts', import.meta.url))
/** As `nice` does: where a question and an ingest want the same core, the question gets it. */
const POLITE = 10

/** An ingester that starts a process for each order and lets it have the processor last. */
export class IngestProcess implements Ingester {
  readonly #dataDir: string
  readonly #script: string
  readonly #running = new Set<ChildProcess>()

  /** `script` is what the process runs, for tests. */
  constructor(dataDir: string, script: string = CHILD) {
    this.#dataDir = dataDir
    this.#script = script
  }

  async ingest(files: readonly GivenFile[], onEvent: (event: IngestEvent) => void): Promise<ProcessReport> {
    const reply = await this.#order({ kind: 'ingest', dataDir: this.#dataDir, files: [...files] }, onEvent)
    if (reply.kind !== 'report') throw unexpected(reply)
    return reply.report
  }

  async remove(id: string): Promise<void> {
    const reply = await this.#order({ kind: 'remove', dataDir: this.#dataDir, id }, () => undefined)
    if (reply.kind !== 'removed') throw unexpected(reply)
  }

  close(): void {
    for (const child of this.#running) child.kill('SIGKILL')
  }

  #order(order: IngestOrder, onEvent: (event: IngestEvent) => void): Promise<IngestReply> {
    const child = fork(this.#script, [], {
      cwd: ROOT,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#running.add(child)
    return new Promise<IngestReply>((resolve, reject) => {
      child.once('spawn', () => yieldToOthers(child))
      child.on('message', (message) => {
        const reply = ingestReplySchema.parse(message)
        if (reply.kind === 'event') onEvent(reply.event)
        else resolve(reply)
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        this.#running.delete(child)
        const how = signal ?? `code ${code}`
        reject(new Problem('reading-failed', `The process that reads uploads ended before its time (${how}).`))
      })
      child.send(order)
    })
  }
}

function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, POLITE)
  } catch {
    // Some systems do not allow it; then it takes its share.
  }
}

function unexpected(reply: IngestReply): Problem {
  if (reply.kind === 'problem') return new Problem(reply.code, reply.message)
  return new Problem('internal', `The process that reads uploads said "${reply.kind}" out of turn.`)
}
