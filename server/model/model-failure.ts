/** Why nothing usable came from a model. */
export type FailureReason =
  /** The time was over, or whoever asked has gone away. */
  | 'timeout'
  | 'unreachable'
  | 'rate-limited'
  | 'server-error'
  /** The key is not accepted. */
  | 'forbidden'
  /** The server does not take the request, or knows no such model. */
  | 'bad-request'
  /** The server does not know this way of asking for JSON. */
  | 'format-unsupported'
  /** What came back is no reply, or not what was asked for. */
  | 'bad-reply'
  /** Too many calls are under way. */
  | 'busy'
  /** So many calls failed that none is made for a while. */
  | 'resting'

/** A call of a model that gave nothing usable. Never shown to people: the answer falls back to the deterministic one. */
export class ModelFailure extends Error {
  readonly reason: FailureReason
  /** What the server asked for by Retry-After, in milliseconds; null where it said nothing. */
  readonly retryAfterMs: number | null

  constructor(reason: FailureReason, detail: string, options: { cause?: unknown; retryAfterMs?: number | null } = {}) {
    super(detail, { cause: options.cause })
    this.name = 'ModelFailure'
    this.reason = reason
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}
