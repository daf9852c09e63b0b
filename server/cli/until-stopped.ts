import type { EventEmitter } from 'node:events'

/** Why a server ends. */
export type StopReason = { readonly kind: 'signal' } | { readonly kind: 'crash'; readonly error: unknown }

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const CRASHES = ['uncaughtException', 'unhandledRejection'] as const

/** After a crash the process ends whatever it still waits for. */
const EXIT_LIMIT_MS = 10_000

/**
 * Settles at the first SIGINT or SIGTERM; a second one ends the process as usual. Settles too at an error that nobody
 * caught; a second one of these ends the process at once.
 */
export function untilStopped(source: Pick<EventEmitter, 'on' | 'off'> = process): Promise<StopReason> {
  return new Promise((resolve) => {
    const listeners: (() => void)[] = []
    const settle = (reason: StopReason) => {
      for (const remove of listeners) remove()
      resolve(reason)
    }
    const onSignal = () => settle({ kind: 'signal' })
    const onCrash = (error: unknown) => {
      settle({ kind: 'crash', error })
      setTimeout(() => process.exit(1), EXIT_LIMIT_MS).unref()
    }
    for (const signal of SIGNALS) {
      source.on(signal, onSignal)
      listeners.push(() => source.off(signal, onSignal))
    }
    for (const crash of CRASHES) {
      source.on(crash, onCrash)
      listeners.push(() => source.off(crash, onCrash))
    }
  })
}
