import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'

type Random = () => number

/** The drawn samples, whole: what is broken here is made from them. */
const FOLDER = join(import.meta.dirname, '..', 'golden')
const BASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pdf'))
  .sort()
  .map((name) => readFileSync(join(FOLDER, name)))

const upTo = (random: Random, most: number): number => Math.floor(random() * most)

/** What can go wrong with a PDF on its way, or be done to it. */
const DAMAGES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  (bytes, random) => Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes.subarray(upTo(random, bytes.length))]),
  (bytes, random) => flipped(bytes, random, 1),
  (bytes, random) => flipped(bytes, random, 1 + upTo(random, 2000)),
  (bytes, random) => {
    const [from, length] = [upTo(random, bytes.length), upTo(random, 4000)]
    return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(length), bytes.subarray(from + length)])
  },
  (bytes, random) => {
    const [a, b] = [upTo(random, bytes.length), upTo(random, bytes.length)].sort((x, y) => x - y)
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b)])
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(upTo(random, bytes.length))]),
  // Numbers of the structure: lengths, offsets, counts, boxes, object numbers.
  (bytes, random) => renumbered(bytes, random, () => '9'.repeat(1 + upTo(random, 12))),
  (bytes, random) => renumbered(bytes, random, () => `-${upTo(random, 1000)}`),
  (bytes, random) => renumbered(bytes, random, () => String(upTo(random, 40))),
  (bytes, random) => renamed(bytes, random),
  (bytes, random) => redrawn(bytes, random),
  (bytes, random) => redrawn(bytes, random),
]

/** What may stand where a page's drawing has a number. */
const NUMBERS = ['1e30', '-99999999999999999999', '0', '0.0000001', 'nan', '[', '(', '<<', '/F2', '60000', '-1']

/** What one page draws is unpacked, changed in up to twenty places and packed again. */
function redrawn(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1')
  const streams = [...text.matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)]
  const chosen = streams[upTo(random, streams.length)]
  if (!chosen) return bytes
  const from = chosen.index + chosen[0].length
  let drawing = unpacked(bytes.subarray(from, from + Number(chosen[1])))
  for (let times = 1 + upTo(random, 20); times > 0; times -= 1) {
    const numbers = [...drawing.matchAll(/-?\d+(?:\.\d+)?/g)]
    const number = numbers[upTo(random, numbers.length)]
    const [at, length] = number ? [number.index, number[0].length] : [0, drawing.length]
    drawing = drawing.slice(0, at) + NUMBERS[upTo(random, NUMBERS.length)] + drawing.slice(at + length)
  }
  const packed = deflateSync(Buffer.from(drawing, 'latin1'))
  const head = `/Length ${packed.length}\n/Filter /FlateDecode\n>>\nstream\n`
  const behind = bytes.subarray(from + Number(chosen[1]))
  return Buffer.concat([bytes.subarray(0, chosen.index), Buffer.from(head), packed, behind])
}

/** What a stream unpacks to; nothing where damage came before. */
function unpacked(packed: Buffer): string {
  try {
    return inflateSync(packed).toString('latin1')
  } catch {
    return ''
  }
}

function flipped(bytes: Buffer, random: Random, times: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let time = 0; time < times; time += 1) {
    const at = upTo(random, copy.length)
    copy.writeUInt8((copy[at] ?? 0) ^ (1 << upTo(random, 8)), at)
  }
  return copy
}

/** One number of the file's structure, never of its streams' bytes alone, is put differently. */
function renumbered(bytes: Buffer, random: Random, other: () => string): Buffer {
  const text = bytes.toString('latin1')
  const numbers = [...text.matchAll(/(?<=[ /[(])\d{1,10}(?=[ \]/>\n])/g)]
  const chosen = numbers[upTo(random, numbers.length)]
  if (!chosen) return bytes
  const { index, 0: number } = chosen
  return Buffer.from(text.slice(0, index) + other() + text.slice(index + number.length), 'latin1')
}

/** One name of the structure is another's. */
function renamed(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1')
  const names = [...text.matchAll(/\/[A-Z][A-Za-z]{2,14}/g)]
  const [a, b] = [names[upTo(random, names.length)], names[upTo(random, names.length)]]
  if (!a || !b) return bytes
  return Buffer.from(text.slice(0, a.index) + b[0] + text.slice(a.index + a[0].length), 'latin1')
}

/** One of these files, the drawn samples unless others are given, broken in one to three ways. */
export function mutatedPdf(random: Random, bases: readonly Uint8Array[] = BASES): Uint8Array {
  let bytes: Buffer = Buffer.from(bases[upTo(random, bases.length)] ?? [])
  const times = 1 + upTo(random, 3)
  for (let time = 0; time < times; time += 1) bytes = DAMAGES[upTo(random, DAMAGES.length)]?.(bytes, random) ?? bytes
  return bytes
}
