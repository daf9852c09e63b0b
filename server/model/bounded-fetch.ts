import { ModelFailure } from './model-failure.ts'

/** No reply that is wanted comes near it. */
const MOST_BYTES = 2 * 1024 * 1024

/** `fetch` that reads so much of a reply and no more: a server must not be able to fill the memory. */
export function boundedFetch(mostBytes = MOST_BYTES): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    if (!response.body) return response
    let bytes = 0
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        if (bytes > mostBytes)
          controller.error(new ModelFailure('bad-reply', `the reply is longer than ${mostBytes} bytes`))
        else controller.enqueue(chunk)
      },
    })
    const { status, statusText, headers } = response
    return new Response(response.body.pipeThrough(counted), { status, statusText, headers })
  }
}
