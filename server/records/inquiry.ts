import { Problem } from '../../ingest/domain/problem.ts'
import type { Asker } from '../answer/ask.ts'
import type { Listener } from '../answer/assistant.ts'
import type { Answer, AskRequest } from '../answer/contract.ts'
import type { AskedQuestion, AuditLog } from './audit-log.ts'
import type { Metrics } from './metrics.ts'
import { withinTime } from './time-limit.ts'

/** What a question is asked with, whichever way it came in. */
export interface InquiryParts {
  readonly asker: Asker
  /** How long a question may take before it is answered with Problem "timeout". */
  readonly askTimeLimitMs: number
  readonly audit: Pick<AuditLog, 'note'>
  readonly metrics: Pick<Metrics, 'asked'>
}

/** Who asks, as the audit log names them; null where no keys are set. */
interface Inquirer {
  readonly requestId: string
  readonly caller: string | null
}

/** Asks a question within its time and writes down what became of it: in the audit log and in the metrics. */
export async function inquire(
  { asker, askTimeLimitMs, audit, metrics }: InquiryParts,
  { requestId, caller }: Inquirer,
  asked: AskRequest,
  listener: Listener,
): Promise<Answer> {
  const began = performance.now()
  const note = (outcome: AskedQuestion['outcome']) => {
    const ms = Math.round((performance.now() - began) * 10) / 10
    metrics.asked(typeof outcome === 'string' ? outcome : outcome.status, ms / 1000)
    audit.note({ requestId, caller: caller ?? 'loopback', question: asked.question, outcome, ms })
  }
  try {
    const answer = await withinTime(asker.ask(asked, listener), askTimeLimitMs)
    note(answer)
    return answer
  } catch (error) {
    note(error instanceof Problem ? error.code : 'internal')
    throw error
  }
}
