import { gzipSync } from 'node:zlib'
import { badQuestion } from './sample-bad-questions.ts'
import type { Chance } from './sample-random.ts'

/** A body with what its head says of it. */
export interface BadBody {
  readonly type: string
  readonly bytes: Buffer
  /** Further lines of the head. */
  readonly head?: readonly string[]
}

const GOOD = JSON.stringify({ question: '公务接待费预算是多少？', language: 'zh', mode: 'offline' })
const json = (bytes: Buffer | string): BadBody => ({ type: 'application/json', bytes: Buffer.from(bytes) })

function shuffled(chance: Chance, text: string): Buffer {
  const bytes = [...Buffer.from(text)]
  for (let at = bytes.length - 1; at > 0; at -= 1) {
    const other = chance.number(at + 1)
    const [one = 0, two = 0] = [bytes[at], bytes[other]]
    bytes[at] = two
    bytes[other] = one
  }
  return Buffer.from(bytes)
}

function nested(chance: Chance): string {
  const depth = 1 + chance.number(30_000)
  const [open, close] = chance.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"question":', '}'],
  ])
  const inner = open.repeat(Math.min(depth, Math.floor(60_000 / open.length)))
  const closed = chance.number(2) === 0 ? close.repeat(Math.floor(inner.length / open.length)) : ''
  return chance.number(2) === 0 ? `${inner}1${closed}` : `{"question":"?","extra":${inner}1${closed}}`
}

/** A value where a text belongs. */
const WRONG = [
  '0',
  '-1e999',
  'null',
  'true',
  '[]',
  '{}',
  '[["?"]]',
  '{"toString":1}',
  '""',
  '"   "',
  'NaN',
  '1e400',
] as const
const FIELDS = [
  'question',
  'language',
  'mode',
  'conversationId',
  '__proto__',
  'constructor',
  '',
  'a.b',
  '\\u0000',
] as const

function wrongFields(chance: Chance): string {
  const fields = Array.from({ length: 1 + chance.number(4) }, () => `"${chance.pick(FIELDS)}":${chance.pick(WRONG)}`)
  return `{${fields.join(',')}}`
}

function misencoded(chance: Chance): BadBody {
  const utf16 = Buffer.from(GOOD, 'utf16le')
  return chance.pick<BadBody>([
    json(utf16),
    json(utf16.swap16()),
    json(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])),
    json(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(GOOD)])),
    json(Buffer.concat([Buffer.from('{"question":"'), Buffer.from([0xed, 0xa0, 0x80, 0xc0, 0xaf]), Buffer.from('"}')])),
    json(Buffer.concat([Buffer.from('{"question":"'), Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]), Buffer.from('"}')])),
    { type: 'application/json; charset=utf-16', bytes: utf16 },
    { type: 'application/json; charset=gb18030', bytes: Buffer.from(GOOD) },
    { type: 'application/json; charset="', bytes: Buffer.from(GOOD) },
    { type: 'application/json', bytes: gzipSync('0'.repeat(1_000_000)), head: ['Content-Encoding: gzip'] },
    { type: 'application/json', bytes: chance.bytes(100), head: ['Content-Encoding: br, deflate'] },
  ])
}

const MEDIA_TYPES = [
  'text/plain',
  'text/html',
  'application/xml',
  'multipart/form-data; boundary=x',
  '*/*',
  'json',
  ';',
  '',
] as const

const BODIES: readonly [(chance: Chance) => BadBody, ...((chance: Chance) => BadBody)[]] = [
  (chance) => json(Buffer.from(GOOD).subarray(0, chance.number(Buffer.byteLength(GOOD)))),
  (chance) => json(shuffled(chance, GOOD)),
  (chance) => json(chance.bytes(chance.number(2000))),
  (chance) => {
    const bytes = Buffer.from(GOOD)
    for (let flips = 1 + chance.number(4); flips > 0; flips -= 1)
      bytes[chance.number(bytes.length)] = chance.number(256)
    return json(bytes)
  },
  (chance) => json(nested(chance)),
  (chance) => json(wrongFields(chance)),
  (chance) => json(JSON.stringify({ question: badQuestion(chance).repeat(2) })),
  (chance) => json(JSON.stringify({ question: '?', conversationId: badQuestion(chance) })),
  (chance) => json(`{"question":"${badQuestion(chance)}"}`),
  (chance) => json('x'.repeat(60_000 + chance.number(80_000))),
  (chance) => ({ type: chance.pick(MEDIA_TYPES), bytes: Buffer.from(GOOD) }),
  misencoded,
]

/** For tests: a body that asks nothing. Now and then one that does, by chance. */
export function badBody(chance: Chance): BadBody {
  return chance.pick(BODIES)(chance)
}

/** For tests: a body that is as it should be, around a question that is not. */
export function badlyAsked(chance: Chance): BadBody {
  return json(JSON.stringify({ question: badQuestion(chance) }))
}
