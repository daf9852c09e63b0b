import { type BadBody, badBody, badlyAsked } from './sample-bad-bodies.ts'
import { type Chance, chance } from './sample-random.ts'

/** What is written to a connection to `POST /api/ask`, byte for byte. */
export interface Malformed {
  readonly kind: 'question' | 'body' | 'head' | 'slow'
  /** Written one after another with a pause between. */
  readonly pieces: readonly Buffer[]
  /** Whether it is a request to its end; else the server may wait for more, until the client closes its side. */
  readonly whole: boolean
}

const HOST = 'Host: 127.0.0.1'
const BODY = '{"question":"?"}'
const SMUGGLED = `GET /healthz HTTP/1.1\r\n${HOST}\r\n\r\n`

function post(body: BadBody): Buffer {
  const head = [
    'POST /api/ask HTTP/1.1',
    HOST,
    'Connection: close',
    `Content-Type: ${body.type}`,
    `Content-Length: ${body.bytes.length}`,
    ...(body.head ?? []),
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body.bytes])
}

/** Lines of a head that another server may read otherwise than this one; where two disagree, requests are smuggled. */
const HEAD_LINES = [
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 16, 16',
  'Content-Length: 0x10',
  'Content-Length: 99999999999999999999',
  'Content-Length : 16',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: identity, chunked',
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding:\tchunked',
  ' folded: line',
  'no colon',
  ': no name',
  'Bad\u0000Name: x',
  'Name: \u0000',
  'Host: evil.example',
  'Origin: null',
  'Expect: 100-continue',
  'Expect: nonsense',
  'Upgrade: websocket',
  'Connection: Upgrade, close',
  'Content-Type: text/plain',
  'X-Request-Id: \u00ff\u00fe',
  'X-Forwarded-For: 127.0.0.1, evil',
  `Cookie: ${'x'.repeat(17_000)}`,
  Array.from({ length: 3000 }, (_, at) => `H${at}: x`).join('\r\n'),
] as const
const REQUEST_LINES = [
  'POST /api/ask HTTP/1.1',
  'POST /api/ask HTTP/1.1',
  'POST /api/ask HTTP/1.1',
  'POST /api/ask HTTP/1.0',
  'POST /api/ask HTTP/9.9',
  'POST /api/ask',
  'POST  /api/ask  HTTP/1.1',
  'POST http://evil.example/api/ask HTTP/1.1',
  'POST //api//ask HTTP/1.1',
  'POST /api/%61sk HTTP/1.1',
  'POST /api/ask/../../etc/passwd HTTP/1.1',
  'POST /api/ask%00 HTTP/1.1',
  'POST /%E0%A4%A HTTP/1.1',
  `POST /api/ask?${'a=b&'.repeat(3000)} HTTP/1.1`,
  `POST /${'a/'.repeat(9000)} HTTP/1.1`,
  'OPTIONS * HTTP/1.1',
  'PROPFIND /api/ask HTTP/1.1',
  'GET /api/ask HTTP/1.1',
  'CONNECT evil.example:443 HTTP/1.1',
  'INVENTED /api/ask HTTP/1.1',
  'PRI * HTTP/2.0',
] as const
const TAILS = [
  BODY,
  '',
  `${BODY}${SMUGGLED}`,
  `0\r\n\r\n${SMUGGLED}`,
  `10\r\n${BODY}\r\n0\r\n\r\n`,
  'zz\r\n',
  'ffffffff\r\nx',
] as const

function badHead(chance: Chance): Buffer {
  const lines: string[] = [chance.pick(REQUEST_LINES), HOST]
  if (chance.number(4) > 0) lines.push('Content-Type: application/json')
  if (chance.number(3) > 0) lines.push(`Content-Length: ${chance.number(40)}`)
  for (let more = 1 + chance.number(3); more > 0; more -= 1) lines.push(chance.pick(HEAD_LINES))
  const newline = chance.number(8) === 0 ? '\n' : '\r\n'
  return Buffer.from(`${lines.join(newline)}${newline}${newline}${chance.pick(TAILS)}`, 'latin1')
}

/** A request in pieces, now and then cut off before its end. */
function slow(chance: Chance): Malformed {
  const whole = chance.number(2) === 0 ? post(badlyAsked(chance)) : post(badBody(chance))
  const end = chance.number(3) === 0 ? chance.number(whole.length) : whole.length
  const cuts = Array.from({ length: 4 }, () => chance.number(end)).sort((a, b) => a - b)
  const pieces = [0, ...cuts].map((from, at) => whole.subarray(from, cuts[at] ?? end))
  return { kind: 'slow', pieces, whole: end === whole.length }
}

/** For tests: requests that are wrong in some way, or ask what nobody means; the same ones for the same seed. */
export function malformed(seed: number, count: number): readonly Malformed[] {
  const by = chance(seed)
  return Array.from({ length: count }, (): Malformed => {
    const kind = by.pick(['question', 'question', 'question', 'body', 'body', 'body', 'head', 'head', 'slow'] as const)
    if (kind === 'question') return { kind, pieces: [post(badlyAsked(by))], whole: true }
    if (kind === 'body') return { kind, pieces: [post(badBody(by))], whole: true }
    return kind === 'head' ? { kind, pieces: [badHead(by)], whole: false } : slow(by)
  })
}
