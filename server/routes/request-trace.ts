import { randomUUID } from 'node:crypto'
import type { Request } from 'express'

/** What is known of a request beside what it carries. */
export interface Trace {
  readonly requestId: string
  /** Who calls: "key:" and a fingerprint, "page", or "loopback" where no keys are set; null until that is settled. */
  caller: string | null
}

/** Beside the requests, because what Express keeps in `locals` has no type. */
const traces = new WeakMap<Request, Trace>()

/** The trace of a request, begun at the first look. A proxy's well-formed X-Request-Id is kept. */
export function traceOf(request: Request): Trace {
  const known = traces.get(request)
  if (known) return known
  const given = request.get('X-Request-Id')
  const trace: Trace = {
    requestId: given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : newRequestId(),
    caller: null,
  }
  traces.set(request, trace)
  return trace
}

export function newRequestId(): string {
  return randomUUID()
}
