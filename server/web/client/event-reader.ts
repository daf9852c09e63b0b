/** An event of a stream of Server-Sent Events. */
export interface ServerEvent {
  readonly name: string
  readonly data: string
}

/** The events of a body, each as soon as it is whole; comments are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const pieces = `${rest}${part.value}`.split(/\r?\n\r?\n/)
      rest = pieces.pop() ?? ''
      yield* pieces.map(parseEvent).filter((event) => event !== null)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function parseEvent(text: string): ServerEvent | null {
  // Other signs that end a line, such as U+2028, are part of the text.
  const fields = text.split(/\r?\n/).map((line) => /^(event|data): ?(.*)$/s.exec(line))
  const data = fields.flatMap((field) => (field?.[1] === 'data' ? [field[2] ?? ''] : []))
  if (data.length === 0) return null
  return { name: fields.find((field) => field?.[1] === 'event')?.[2] ?? 'message', data: data.join('\n') }
}
