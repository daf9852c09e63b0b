import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

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
]

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

/** One of the drawn samples, broken in one to three ways. */
export function mutatedPdf(random: Random): Uint8Array {
  let bytes: Buffer = BASES[upTo(random, BASES.length)] ?? Buffer.alloc(0)
  const times = 1 + upTo(random, 3)
  for (let time = 0; time < times; time += 1) bytes = DAMAGES[upTo(random, DAMAGES.length)]?.(bytes, random) ?? bytes
  return bytes
}

/** A PDF of objects as they are written, numbered from 1; the first is the catalogue. */
function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const write = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    write(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  write(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function stream(data: Buffer, more = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} ${more} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const FONT = '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'

/** A page of one content stream. */
function onePage(content: Buffer, box = '[0 0 595 842]', more = ''): Uint8Array {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${FONT} /Contents 4 0 R >>`
  return pdfOf([CATALOG, PAGES, page, stream(content, more)])
}

const words = (count: number) => Buffer.from(`BT /F 9 Tf ${'1 0 0 1 50 700 Tm (123.45) Tj '.repeat(count)}ET`)

/** Files written to break a reader, by what they do. Each is made when asked for: some are large. */
export const HOSTILE_PDFS: readonly (readonly [string, () => Uint8Array])[] = [
  ['a page tree that goes round', () => pdfOf([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99 >>'])],
  [
    'a page tree that says it has a thousand million pages',
    () => pdfOf([CATALOG, '<< /Type /Pages /Kids [] /Count 1000000000 >>']),
  ],
  [
    'a page listed a hundred thousand times',
    () => {
      const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${FONT} /Contents 4 0 R >>`
      return pdfOf([
        CATALOG,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
        page,
        stream(words(1)),
      ])
    },
  ],
  ['arrays in arrays', () => onePage(Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)} 0 d`))],
  ['dictionaries in dictionaries', () => pdfOf([`${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`, PAGES])],
  [
    'a stream that inflates to 400 MB',
    () => onePage(deflateSync(Buffer.alloc(400 * 1024 * 1024, ' ')), '[0 0 595 842]', '/Filter /FlateDecode'),
  ],
  [
    'a form that draws itself',
    () => {
      const page =
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>'
      const form = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>'
      return pdfOf([CATALOG, PAGES, page, stream(Buffer.from('/X Do')), stream(Buffer.from('/X Do /X Do'), form)])
    },
  ],
  ['a hundred thousand words on one place', () => onePage(words(100_000))],
  ['lines without number', () => onePage(Buffer.from('0 0 m 500 0 l S 0 0 m 0 500 l S '.repeat(100_000)))],
  [
    'a grid of a hundred thousand lines',
    () =>
      onePage(
        Buffer.from(
          Array.from(
            { length: 50_000 },
            (_, at) => `${at / 100} 0 m ${at / 100} 800 l S 0 ${at / 70} m 595 ${at / 70} l S`,
          ).join('\n'),
        ),
      ),
  ],
  ['a path of a million points', () => onePage(Buffer.from(`0 0 m ${'500 0 l 0 500 l '.repeat(500_000)} S`))],
  ['a page as large as a country', () => onePage(words(20), '[0 0 1e30 1e30]')],
  ['a page of no size', () => onePage(words(20), '[0 0 0 0]')],
  ['a page turned inside out', () => onePage(words(20), '[900 900 -900 -900]')],
  [
    'letters as large as a country',
    () => onePage(Buffer.from(`BT /F 1e12 Tf ${'1e20 0 0 1e20 -1e25 1e25 Tm (123.45) Tj '.repeat(50)}ET`)),
  ],
  [
    'a stream that says it is longer than the file',
    () =>
      pdfOf([
        CATALOG,
        PAGES,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${FONT} /Contents 4 0 R >>`,
        '<< /Length 99999999 >>\nstream\nBT (1.23) Tj ET\nendstream',
      ]),
  ],
  ['nothing but its first line', () => Buffer.from('%PDF-1.7\n')],
  [
    'its first line and noise',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, '\u0001obj<<[(')]),
  ],
]
