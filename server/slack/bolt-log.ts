import type { Logger } from 'pino'

type Log = Pick<Logger, 'error' | 'warn' | 'info'>

/** Bolt's log in ours. What it says for debugging holds whole messages, and is left out whatever the level. */
export function boltLog(log: Log) {
  const line = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.info({ from: 'slack' }, line(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: 'slack' }, line(parts)),
    error: (...parts: unknown[]) => log.error({ from: 'slack' }, line(parts)),
    setLevel: () => undefined,
    setName: () => undefined,
  }
}
