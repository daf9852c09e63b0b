import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { z } from 'zod'

/** What a key is answered with in the opening of a WebSocket (RFC 6455, 1.3). */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

export interface FakeSlackSocket {
  /** For apps.connections.open. */
  readonly url: string
  /** Ids of the envelopes that were acknowledged. */
  readonly acknowledged: readonly string[]
  /** How many connections were made. */
  readonly connections: () => number
  /** Delivers a payload in an envelope. */
  deliver(id: string, type: 'events_api' | 'slash_commands' | 'interactive', payload: unknown): void
  /** Ends the connection, as Slack does now and then. */
  drop(): void
  close(): Promise<void>
}

const ackSchema = z.looseObject({ envelope_id: z.string() })

/** For tests: the end of Slack that Socket Mode connects to, on loopback; it says hello and takes acknowledgements. */
export async function startFakeSlackSocket(): Promise<FakeSlackSocket> {
  const acknowledged: string[] = []
  const sockets: Duplex[] = []
  const server = createServer()
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}${GUID}`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    sockets.push(socket)
    let pending = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (part: Buffer) => {
      pending = Buffer.concat([pending, part])
      for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
        pending = pending.subarray(frame.size)
        if (frame.opcode === 8) socket.end(frameOf(frame.payload, 8))
        if (frame.opcode === 9) socket.write(frameOf(frame.payload, 10))
        if (frame.opcode === 1) acknowledged.push(ackSchema.parse(JSON.parse(frame.payload.toString())).envelope_id)
      }
    })
    socket.write(frameOf(Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    url: `ws://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/link`,
    acknowledged,
    connections: () => sockets.length,
    deliver: (envelope_id, type, payload) => {
      const envelope = { envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }
      sockets.at(-1)?.write(frameOf(Buffer.from(JSON.stringify(envelope))))
    },
    drop: () => void sockets.at(-1)?.end(frameOf(Buffer.from([3, 232]), 8)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** A frame as a server sends it: whole, and not masked. */
function frameOf(payload: Buffer, opcode = 1): Buffer {
  const long = payload.length > 125
  const head = Buffer.alloc(long ? 4 : 2)
  head[0] = 0x80 | opcode
  head[1] = long ? 126 : payload.length
  if (long) head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

/** The first frame of what a client sent: masked, and less than 64 KB; null where it is not there yet. */
function readFrame(bytes: Buffer): { readonly opcode: number; readonly payload: Buffer; readonly size: number } | null {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return null
  const long = (second & 0x7f) === 126
  const start = (long ? 4 : 2) + 4
  if (bytes.length < start) return null
  const length = long ? bytes.readUInt16BE(2) : second & 0x7f
  if (bytes.length < start + length) return null
  const mask = bytes.subarray(start - 4, start)
  const payload = Buffer.from(bytes.subarray(start, start + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0)))
  return { opcode: first & 0x0f, payload, size: start + length }
}
