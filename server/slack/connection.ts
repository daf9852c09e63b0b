import type { Logger } from 'pino'

/** The longest wait between two tries to connect. */
const LONGEST_WAIT_MS = 60_000

/** A connection that can be made again. */
export interface Connecting {
  /** Settles once it is made; rejects where that is not possible. */
  readonly connect: () => Promise<void>
  readonly disconnect: () => Promise<void>
  /** Settles when the connection that is made next ends. */
  readonly untilClosed: () => Promise<void>
  /** The wait before the second try; each later one is twice as long, until one succeeds. */
  readonly firstWaitMs: number
  readonly log: Pick<Logger, 'error' | 'info'>
}

/**
 * Keeps a connection up until it is stopped. Bolt would do so itself, but where it gives up (the network is away for some
 * seconds, a token is revoked) it does by an error that nobody can catch and that would end the server.
 */
export class Connection {
  readonly #way: Connecting
  #stopped = false
  #wake: () => void = () => undefined

  constructor(way: Connecting) {
    this.#way = way
  }

  /** Settles when it was stopped; never rejects. */
  async keep(): Promise<void> {
    const { firstWaitMs } = this.#way
    let wait = firstWaitMs
    while (!this.#stopped) {
      const held = await this.#hold()
      if (this.#stopped) return
      wait = held ? firstWaitMs : Math.min(wait * 2, LONGEST_WAIT_MS)
      await this.#pause(wait)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await this.#way.disconnect()
  }

  /** Connects and waits for the end; tells whether there was a connection at all. */
  async #hold(): Promise<boolean> {
    const { connect, disconnect, untilClosed, log } = this.#way
    try {
      const closed = untilClosed()
      await connect()
      log.info('connected to Slack')
      // Stopped in the meantime, when there was nothing to disconnect yet.
      if (this.#stopped) await disconnect()
      else await closed
      return true
    } catch (error) {
      if (!this.#stopped) log.error({ err: error }, 'Slack cannot be reached by Socket Mode')
      return false
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
