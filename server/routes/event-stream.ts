import type { Request, Response } from 'express'

/** Proxies close connections on which nothing happens. */
const HEARTBEAT_MS = 15_000

/** A stream of Server-Sent Events; what is sent after the client went away is dropped. */
export class EventStream {
  readonly #response: Response
  readonly #heartbeat: NodeJS.Timeout
  readonly #gone = new AbortController()

  /** Sends the headers; from now on errors are events. */
  constructor(response: Response) {
    this.#response = response
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies that collect replies would hold the events back.
      'X-Accel-Buffering': 'no',
    })
    response.flushHeaders()
    this.#heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
    response.on('close', () => {
      clearInterval(this.#heartbeat)
      if (!response.writableFinished) this.#gone.abort()
    })
  }

  /** Aborted when the client has gone away before the end. */
  get gone(): AbortSignal {
    return this.#gone.signal
  }

  /** Sends an event; `data` becomes JSON, which has no line ends. */
  send(event: string, data: unknown): void {
    if (this.#response.writable) this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  end(): void {
    clearInterval(this.#heartbeat)
    this.#response.end()
  }
}

/** Whether a client asks for events rather than for one answer. */
export function wantsEvents(request: Request): boolean {
  return /\btext\/event-stream\b/i.test(request.headers.accept ?? '')
}
