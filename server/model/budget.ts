/** How much time is left for something that may be given up at any moment. */
export interface Budget {
  /** Aborted when the time is over, or whoever asked has gone away. */
  readonly signal: AbortSignal
  /** Milliseconds until the time is over; 0 once it is, or nobody waits any more. */
  left(): number
}

/** A budget that begins now; `caller` ends it early. */
export function budgetOf(ms: number, caller?: AbortSignal): Budget {
  const end = performance.now() + ms
  const timeout = AbortSignal.timeout(Math.max(0, Math.ceil(ms)))
  const signal = caller ? AbortSignal.any([timeout, caller]) : timeout
  return { signal, left: () => (signal.aborted ? 0 : Math.max(0, end - performance.now())) }
}
