import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ProblemCode } from '../../ingest/domain/problem.ts'
import type { Answer } from '../answer/contract.ts'
import type { Settings } from '../config.ts'
import { LineFile } from './line-file.ts'

/** A question that was asked, and what became of it. */
export interface AskedQuestion {
  readonly requestId: string
  /** Never a key: "key:" and its fingerprint, "page" or "loopback". */
  readonly caller: string
  readonly question: string
  /** The answer, or the code of the problem in its place. */
  readonly outcome: Answer | ProblemCode
  readonly ms: number
}

export interface AuditLog {
  /** Returns at once and never throws, whatever the disk does. */
  note(asked: AskedQuestion): void
  /** Waits for what was noted to be written, at most two seconds: a disk that hangs must not hold up the end. */
  close(): Promise<void>
}

const CLOSE_LIMIT_MS = 2_000

/** Where the lines of a data folder go. */
export function auditPath(dataDir: string): string {
  return join(dataDir, 'audit', 'questions.jsonl')
}

/** A line of JSON for each question, appended to a file of the data folder as the setting says. */
export function createAuditLog(
  { dataDir, auditLog }: Pick<Settings, 'dataDir' | 'auditLog'>,
  log: Pick<Logger, 'warn'>,
): AuditLog {
  if (auditLog === 'off') return { note: () => {}, close: async () => {} }
  const file = new LineFile(auditPath(dataDir), log)
  return {
    note: (asked) => file.append(JSON.stringify(auditLine(asked, auditLog === 'on', new Date()))),
    close: async () => {
      let timer: NodeJS.Timeout | undefined
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, CLOSE_LIMIT_MS)
      })
      await Promise.race([file.flushed(), limit])
      clearTimeout(timer)
    },
  }
}

function auditLine({ requestId, caller, question, outcome, ms }: AskedQuestion, withText: boolean, now: Date): object {
  return {
    time: now.toISOString(),
    requestId,
    caller,
    ...(withText ? { question } : {}),
    status: typeof outcome === 'string' ? outcome : outcome.status,
    figures: typeof outcome === 'string' ? [] : auditedFigures(outcome),
    ms,
  }
}

/** The figures shown, each with the documents it was taken from. */
function auditedFigures({ figures, citations }: Answer): object[] {
  const documentOf = new Map(citations.map(({ id, documentId }) => [id, documentId]))
  return figures.map(({ role, value, unit, citations: cited }) => ({
    role,
    value,
    unit,
    documents: [...new Set(cited.flatMap((id) => documentOf.get(id) ?? []))],
  }))
}
