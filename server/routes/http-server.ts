import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'
import { PROBLEMS, Problem, type ProblemCode } from '../../ingest/domain/problem.ts'
import { PROBLEM_MEDIA_TYPE, problemDetails } from './problem-response.ts'
import { newRequestId } from './request-trace.ts'

/** How long requests in flight may go on once the server was told to stop. */
const SHUTDOWN_LIMIT_MS = 10_000

export interface Listening {
  /** Where it is reached: "http://127.0.0.1:3000". */
  readonly address: string
  /** Takes no more requests, lets those in flight finish for `limitMs`, then cuts them off. */
  readonly stop: (limitMs?: number) => Promise<void>
}

/** Listens at the address; throws Problem "setting-invalid" where that is not possible. */
export async function listen(
  app: RequestListener,
  host: string,
  port: number,
  log: Pick<Logger, 'info'>,
): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      // Of uploads; what else comes has less, see bodyTimeLimit.
      requestTimeout: 900_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
      // Without a Host header the guards decide, and answer with problem details.
      requireHostHeader: false,
    },
    app,
  )
  // Node would refuse an unknown "Expect" without a word; HTTP lets a server pass it over.
  server.on('checkExpectation', app)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseMalformed(error, socket, log))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(host, port, cause)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const boundPort = typeof address === 'object' && address ? address.port : port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    stop: (limitMs = SHUTDOWN_LIMIT_MS) => stop(server, limitMs),
  }
}

function cannotListen(host: string, port: number, cause: NodeJS.ErrnoException): Problem {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT ${port} on ${host} is taken by another program; choose another with --port.`,
    EACCES: `PORT ${port} may not be used by this account; choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
    ENOTFOUND: `HOST ${host} is not known.`,
  }
  return new Problem(
    'setting-invalid',
    reasons[cause.code ?? ''] ?? `HOST ${host} and PORT ${port} cannot be listened on: ${cause.message}`,
    { cause },
  )
}

async function stop(server: Server, limitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // Connections kept alive become idle one by one as their requests end.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const limit = setTimeout(() => server.closeAllConnections(), limitMs)
  await closed
  clearInterval(idle)
  clearTimeout(limit)
}

/** What is no HTTP never reaches the routes; it is answered here, in the same shape. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket, log: Pick<Logger, 'info'>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code: ProblemCode = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'timeout' : 'request-invalid'
  const status = code === 'timeout' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const requestId = newRequestId()
  log.info({ requestId, status, reason: error.code }, 'no request')
  const body = JSON.stringify({ ...problemDetails(new Problem(code, PROBLEMS[code]), requestId), status })
  socket.end(
    `HTTP/1.1 ${status} ${status === 408 ? 'Request Timeout' : 'Bad Request'}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
      `X-Request-Id: ${requestId}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
