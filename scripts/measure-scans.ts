import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { squeeze } from '../ingest/domain/name.ts'
import { type Parse, parseDocument } from '../ingest/parse.ts'
import { type PagePicture, picturePdf } from '../ingest/read/pdf/picture-pdf.ts'
import { rotated } from '../ingest/read/scan/raster.ts'

// Reads PDFs as they are and as pictures of their pages, and tells how many amounts of tables come out alike. Pages without
// any are left out, unless all are asked for.

const { values: how, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    dpi: { type: 'string', default: '200' },
    skew: { type: 'string', default: '0' },
    noise: { type: 'string', default: '0' },
    jpeg: { type: 'string' },
    show: { type: 'string', default: '0' },
    all: { type: 'boolean', default: false },
  },
})
const dpi = Number(how.dpi)
/** More than a disclosure has. */
const MOST_PAGES = 3000
const run = promisify(execFile)

/** The pages as poppler draws them, slanting and noisy where that is asked for. */
async function scanned(file: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'budget-chat-scan-'))
  const jpeg = how.jpeg === undefined ? [] : ['-jpeg', '-jpegopt', `quality=${how.jpeg}`]
  try {
    await run('pdftoppm', ['-r', how.dpi, '-gray', ...jpeg, file, join(folder, 'page')])
    const names = (await readdir(folder)).sort()
    return picturePdf(
      await Promise.all(names.map(async (name, at) => pictureOf(await readFile(join(folder, name)), at))),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

function pictureOf(bytes: Buffer, page: number): PagePicture {
  if (how.jpeg !== undefined) return { ...jpegSize(bytes), dpi, data: { jpeg: bytes } }
  const head = /^P5\s(\d+)\s(\d+)\s\d+\s/.exec(bytes.toString('latin1', 0, 100))
  if (!head) throw new Error('pdftoppm gave something else than a greymap.')
  const [width, height] = [Number(head[1]), Number(head[2])]
  const straight = { width, height, grey: new Uint8Array(bytes.subarray(head[0].length)) }
  const skew = (Number(how.skew) * Math.PI * (page % 2 === 0 ? 1 : -1)) / 180
  const { grey } = skew === 0 ? straight : rotated(straight, skew)
  return { width, height, dpi, data: { grey: noisy(grey, Number(how.noise)) } }
}

/** The size that a JPEG file tells in its frame header. */
function jpegSize(bytes: Buffer): { readonly width: number; readonly height: number } {
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    if (marker >= 0xffc0 && marker <= 0xffc2)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  throw new Error('pdftoppm gave a JPEG file without a frame.')
}

/** Shades that differ from the true ones by so much on average, the same on every run. */
function noisy(grey: Uint8Array, deviation: number): Uint8Array {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  if (deviation === 0) return grey
  // Four even numbers added up are as good as normal; their deviation is the root of a third.
  const bell = () => (random() + random() + random() + random() - 2) * Math.sqrt(3)
  return grey.map((shade) => Math.max(0, Math.min(255, Math.round(shade + bell() * deviation))))
}

interface Amount {
  /** Page, code or name of the row, names of the column, and figure. */
  readonly key: string
  readonly page: number
  readonly verified: boolean
}

function amountsOf({ tables, places, facts }: Parse): Amount[] {
  const verified = new Set(
    facts.flatMap(({ origin, image, source }) => (origin === 'cell' && image?.proof ? [source.from] : [])),
  )
  return tables.flatMap(({ cells, rows, columns }) =>
    cells.flatMap(({ row, column, text, source }) => {
      const place = places?.[source.from - 1]
      const isAmount = columns[column]?.kind === 'amount' && /^-?\d[\d,]*(?:\.\d+)?%?$/.test(squeeze(text))
      if (!isAmount || place?.kind !== 'page') return []
      const name = rows[row]?.code ?? plain(rows[row]?.label ?? '')
      const path = columns[column]?.path.map(plain).join('/') ?? ''
      const key = `p${place.page} ${name} ${path} ${squeeze(text).replace(/,/g, '')}`
      return [{ key, page: place.page, verified: verified.has(source.from) }]
    }),
  )
}

/** Brackets and signs alike, of whatever script. */
function plain(text: string): string {
  return squeeze(text).normalize('NFKC')
}

let [all, right, wrongVerified, rightVerified] = [0, 0, 0, 0]
for (const file of files) {
  const [bytes, name] = [await readFile(file), basename(file)]
  const wanted = amountsOf(await parseDocument(bytes, name))
  const pictures = await scanned(file)
  const seconds: number[] = []
  let last = performance.now()
  const pages = new Set(wanted.map(({ page }) => page))
  const skip = new Set(
    Array.from({ length: MOST_PAGES }, (_, at) => at + 1).filter((page) => !how.all && !pages.has(page)),
  )
  const onPage = (page: number) => {
    if (!skip.has(page)) seconds.push((performance.now() - last) / 1000)
    last = performance.now()
  }
  const open = wanted.map(({ key }) => key)
  const read = amountsOf(await parseDocument(pictures, name, { onPage, skip }))
  const wrong = read.filter(({ key }) => {
    const at = open.indexOf(key)
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  const lies = wrong.filter(({ verified }) => verified)
  const sure = read.filter(({ verified }) => verified).length - lies.length
  const mean = seconds.reduce((sum, one) => sum + one, 0) / Math.max(1, seconds.length)
  const share = ((100 * (wanted.length - open.length)) / Math.max(1, wanted.length)).toFixed(2)
  console.log(
    `${name}: ${wanted.length - open.length} of ${wanted.length} amounts right (${share}%), ${sure} of them verified; ${wrong.length} wrong, ${lies.length} of them verified; ${mean.toFixed(1)} s a page, ${Math.max(...seconds).toFixed(1)} s at most`,
  )
  const most = Number(how.show)
  for (const key of open.slice(0, most)) console.log(`  - ${key}`)
  for (const { key, verified } of [...lies, ...wrong].slice(0, most))
    console.log(`  + ${key}${verified ? ' VERIFIED' : ''}`)
  all += wanted.length
  right += wanted.length - open.length
  wrongVerified += lies.length
  rightVerified += sure
}
console.log(
  `ALL ${right} of ${all} (${((100 * right) / Math.max(1, all)).toFixed(2)}%), ${rightVerified} verified; wrong and verified: ${wrongVerified}`,
)
