import { expect, it } from 'vitest'
import { readEvents } from './event-reader.ts'

const TEXT =
  ': still here\n\nevent: status\ndata: {"stage":"searching"}\n\nevent: delta\r\ndata: 三\r\ndata: 公\r\n\r\ndata: x\n\n'
const EVENTS = [
  { name: 'status', data: '{"stage":"searching"}' },
  { name: 'delta', data: '三\n公' },
  { name: 'message', data: 'x' },
]

function streamed(bytes: Uint8Array<ArrayBuffer>, step: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      for (let at = 0; at < bytes.length; at += step) controller.enqueue(bytes.slice(at, at + step))
      controller.close()
    },
  })
}

// Pieces of one byte cut signs and line ends apart.
it.each([1, 2, 7, 1000])('reads events that come in pieces of %i bytes', async (step) => {
  const events = []
  for await (const event of readEvents(streamed(new TextEncoder().encode(TEXT), step))) events.push(event)
  expect(events).toEqual(EVENTS)
})

it('takes line separators of Unicode for part of the text', async () => {
  const events = []
  for await (const event of readEvents(streamed(new TextEncoder().encode('data: 预算\u2028数\u2029段\n\n'), 5)))
    events.push(event)
  expect(events).toEqual([{ name: 'message', data: '预算\u2028数\u2029段' }])
})

it('lets go of a stream that nobody reads to its end', async () => {
  let gone = false
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('data: x\n\n')),
    cancel: () => {
      gone = true
    },
  })
  for await (const event of readEvents(body)) {
    expect(event.data).toBe('x')
    break
  }
  expect(gone).toBe(true)
})
