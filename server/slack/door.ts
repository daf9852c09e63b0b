import type { IncomingHttpHeaders } from 'node:http'
import type { Signed } from './signature.ts'

/** Where Slack's requests go in. */
export interface SlackDoor {
  /**
   * Requests over HTTP; null where there is Socket Mode only. `mayCome` throws Problem "signature-invalid" where the headers
   * tell that much already; `receive` where the body is not what they sign, and Problem "request-invalid" where it is
   * none. It gives what Slack is to be answered at once; the question is answered after that.
   */
  readonly http: {
    mayCome(headers: IncomingHttpHeaders): void
    receive(headers: IncomingHttpHeaders, body: Buffer): string
  } | null
  /** Connects where there is Socket Mode, and stays so. */
  start(): void
  /** Takes nothing more, and lets what was asked be answered for `limitMs`. */
  stop(limitMs?: number): Promise<void>
}

/** What of the headers the signature needs. */
export function signedBy(headers: IncomingHttpHeaders): Signed {
  const one = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value : undefined
  }
  return { timestamp: one('x-slack-request-timestamp'), signature: one('x-slack-signature') }
}
