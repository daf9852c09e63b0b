import { createHmac, timingSafeEqual } from 'node:crypto'

/** How old, or how far ahead, a request of Slack may be, in seconds: Slack's own advice. */
const WINDOW_S = 300

/** What Slack signs a request with, and when, as its headers have it. */
export interface Signed {
  /** X-Slack-Request-Timestamp: seconds since 1970. */
  readonly timestamp: string | undefined
  /** X-Slack-Signature: "v0=" and 64 hex digits. */
  readonly signature: string | undefined
}

/** Whether the headers could be those of a request that was signed just now; the body need not be read for that. */
export function isTimely({ timestamp, signature }: Signed, nowMs: number): boolean {
  if (!/^\d{1,12}$/.test(timestamp ?? '') || !/^v0=[0-9a-f]{64}$/.test(signature ?? '')) return false
  return Math.abs(nowMs / 1000 - Number(timestamp)) <= WINDOW_S
}

/** Whether whoever sent the body knows the secret: HMAC-SHA256 of version, time and the very bytes. */
export function isSigned({ timestamp = '', signature = '' }: Signed, body: Buffer, secret: string): boolean {
  const expected = Buffer.from(signatureOf(timestamp, body, secret))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export function signatureOf(timestamp: string, body: Buffer | string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`
}
