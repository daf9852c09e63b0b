import type { Request } from 'express'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Answer } from '../answer/contract.ts'
import type { AskedQuestion } from '../records/audit-log.ts'
import type { Parts } from './parts.ts'
import { traceOf } from './request-trace.ts'

/** Waits for an answer and writes down what became of the question: in the audit log and in the metrics. */
export async function recorded(
  { audit, metrics }: Pick<Parts, 'audit' | 'metrics'>,
  request: Request,
  question: string,
  work: Promise<Answer>,
): Promise<Answer> {
  const began = performance.now()
  const { requestId, caller } = traceOf(request)
  const note = (outcome: AskedQuestion['outcome']) => {
    const ms = Math.round((performance.now() - began) * 10) / 10
    metrics.asked(typeof outcome === 'string' ? outcome : outcome.status, ms / 1000)
    audit.note({ requestId, caller: caller ?? 'loopback', question, outcome, ms })
  }
  try {
    const answer = await work
    note(answer)
    return answer
  } catch (error) {
    note(error instanceof Problem ? error.code : 'internal')
    throw error
  }
}
