import type { Response } from 'express'

/** Server-Sent Events on one response. */
export interface EventStream {
  /** Sends an event with JSON for its data; nothing once nobody listens any more. */
  send(event: string, data: unknown): void
  end(): void
  /** Aborted when whoever listened has gone away. */
  readonly gone: AbortSignal
}

/** Begins a stream of events. From now on errors are events too: the status has been sent. */
export function openEventStream(response: Response): EventStream {
  const gone = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Proxies that collect replies would hold the events back.
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  return {
    send: (event, data) => {
      if (!response.writableEnded && !gone.signal.aborted)
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    end: () => {
      response.end()
    },
    gone: gone.signal,
  }
}
