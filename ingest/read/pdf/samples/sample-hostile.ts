import { deflateSync } from 'node:zlib'
import { CATALOG, FONT, onePage, PAGES, pageOf, pdfOf, stream, words } from './sample-objects.ts'

/** What a file does, and the file. */
export type HostilePdf = readonly [string, () => Uint8Array]

/** Files written to break a reader, by what they do. Each is made when asked for. */
export const HOSTILE_PDFS: readonly HostilePdf[] = [
  ['a page tree that goes round', () => pdfOf([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99 >>'])],
  [
    'a page tree that says it has a thousand million pages',
    () => pdfOf([CATALOG, '<< /Type /Pages /Kids [] /Count 1000000000 >>']),
  ],
  ['arrays in arrays', () => onePage(Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)} 0 d`))],
  ['dictionaries in dictionaries', () => pdfOf([`${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`, PAGES])],
  ['a page as large as a country', () => onePage(words(20), '[0 0 1e30 1e30]')],
  ['a page of no size', () => onePage(words(20), '[0 0 0 0]')],
  ['a page turned inside out', () => onePage(words(20), '[900 900 -900 -900]')],
  [
    'letters as large as a country',
    () => onePage(Buffer.from(`BT /F 1e12 Tf ${'1e20 0 0 1e20 -1e25 1e25 Tm (123.45) Tj '.repeat(50)}ET`)),
  ],
  [
    'a stream that says it is longer than the file',
    () => pdfOf([CATALOG, PAGES, pageOf(), '<< /Length 99999999 >>\nstream\nBT (1.23) Tj ET\nendstream']),
  ],
  ['nothing but its first line', () => Buffer.from('%PDF-1.7\n')],
  [
    'its first line and noise',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, '\u0001obj<<[(')]),
  ],
  ['a page tree whose page is the catalogue', () => pdfOf([CATALOG, '<< /Type /Pages /Kids [1 0 R] /Count 1 >>'])],
  [
    'forms in forms',
    () => {
      const forms = Array.from({ length: 2_000 }, (_, at) =>
        stream(Buffer.from('/X Do'), `${FORM} /Resources << /XObject << /X ${at + 6} 0 R >> >>`),
      )
      const page = pageOf('/Resources << /XObject << /X 5 0 R >> >>')
      return pdfOf([CATALOG, PAGES, page, stream(Buffer.from('/X Do')), ...forms, stream(words(1), FORM)])
    },
  ],
  ['arrays in arrays of a page', () => pdfOf([CATALOG, PAGES, pageOf(`/A ${nested(50_000)}`), stream(words(20))])],
  ['no numbers for its places', () => onePage(placed('nan inf - 1e999 -1e999 --5'))],
  ['letters beyond all numbers', () => onePage(placed('99999999999999999999 0 0 1 1e38 -1e38'))],
  ['letters of no size', () => onePage(placed('0 0 0 0 50 700'))],
  ['a page of no numbers', () => onePage(words(20), '[nan inf -inf 1e999]')],
  ['a page that names no font', () => pdfOf([CATALOG, PAGES, pageOf(''), stream(words(20))])],
  ['a page whose font is itself', () => pdfOf([CATALOG, PAGES, pageOf(ownFont(3)), stream(words(20))])],
  [
    'letters that draw themselves',
    () => pdfOf([CATALOG, PAGES, pageOf(ownFont(5)), stream(words(20)), TYPE3, stream(words(2))]),
  ],
  ['letters of a range without end', () => withMeaning('1 beginbfrange\n<0000> <FFFFFFFF> <0030>\nendbfrange')],
  ['letters that mean nothing', () => withMeaning('1 beginbfchar\n<31> <D800>\n<32> <FFFF>\n<33> <>\nendbfchar )) >>')],
  ['a picture as large as a country', () => withPicture('/Width 2000000000 /Height 2000000000')],
  ['a picture of negative size', () => withPicture('/Width -5 /Height -5')],
  [
    'an index that goes round',
    () => Buffer.concat([onePage(words(20)), Buffer.from('\ntrailer\n<< /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF')]),
  ],
  [
    'a lock without a key',
    () =>
      Buffer.concat([
        onePage(words(20)),
        Buffer.from('\ntrailer\n<< /Root 1 0 R /Encrypt << /Filter /Standard /V 99 /Length -8 >> >>'),
      ]),
  ],
  [
    'a stream packed a thousand times',
    () => onePage(deflateSync(words(20)), '[0 0 595 842]', `/Filter [${'/FlateDecode '.repeat(1000)}]`),
  ],
]

/** More of them, that are large or ask for much: a second or more each. */
export const HEAVY_PDFS: readonly HostilePdf[] = [
  [
    'a page listed a hundred thousand times',
    () => {
      const tree = `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`
      return pdfOf([CATALOG, tree, pageOf(), stream(words(1))])
    },
  ],
  [
    'a stream that inflates to 300 MB',
    () => onePage(deflateSync(Buffer.alloc(300 * 1024 * 1024, ' ')), '[0 0 595 842]', '/Filter /FlateDecode'),
  ],
  [
    'a form that draws itself',
    () => {
      const own = '/Resources << /XObject << /X 5 0 R >> >>'
      const form = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${own}`
      return pdfOf([
        CATALOG,
        PAGES,
        pageOf(own),
        stream(Buffer.from('/X Do')),
        stream(Buffer.from('/X Do /X Do'), form),
      ])
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
  [
    'page trees in page trees',
    () => {
      const depth = 20_000
      const trees = Array.from({ length: depth }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`)
      return pdfOf([CATALOG, ...trees, `<< /Type /Page /Parent ${depth + 1} 0 R /MediaBox [0 0 595 842] ${FONT} >>`])
    },
  ],
  ['a page of a million contents', () => pdfOf([CATALOG, PAGES, pageOf(`/Contents [${'5 0 R '.repeat(1_000_000)}]`)])],
  [
    'letters that mean a hundred thousand',
    () => withMeaning(`1 beginbfchar\n<31> <${'0031'.repeat(100_000)}>\nendbfchar`),
  ],
  [
    'a small stream that grows twice',
    () =>
      onePage(
        deflateSync(deflateSync(Buffer.alloc(300 * 1024 * 1024, ' '))),
        '[0 0 595 842]',
        '/Filter [/FlateDecode /FlateDecode]',
      ),
  ],
]

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]'
/** A font whose letters are drawn by the sixth object. */
const TYPE3 =
  '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 46 /LastChar 57 /Widths [9 9] ' +
  '/Encoding << /Differences [49 /a /a /a /a /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const placed = (matrix: string): Buffer => Buffer.from(`BT /F 9 Tf ${`${matrix} Tm (123.45) Tj `.repeat(50)}ET`)

function ownFont(object: number): string {
  return `/Resources << /Font << /F ${object} 0 R >> >>`
}

/** A page in a font with this table of what its letters mean. */
function withMeaning(table: string): Uint8Array {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>'
  return pdfOf([CATALOG, PAGES, pageOf(ownFont(5)), stream(words(50)), font, stream(Buffer.from(table))])
}

function withPicture(size: string): Uint8Array {
  const content = Buffer.concat([words(20), Buffer.from(' q 500 0 0 500 0 0 cm /X Do Q')])
  const picture = stream(
    Buffer.alloc(100),
    `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`,
  )
  return pdfOf([CATALOG, PAGES, pageOf(`${FONT.slice(0, -2)} /XObject << /X 5 0 R >> >>`), stream(content), picture])
}
