import { deflateSync } from 'node:zlib'
import { UNRULED_THREE_PUBLIC } from './sample-basic.ts'
import { Canvas } from './sample-canvas.ts'
import type { SamplePage, SampleTable } from './sample-description.ts'
import { money } from './sample-figures.ts'
import { drawPage, renderSample } from './sample-render.ts'

/** Rows of a page of the long file. */
const ROWS = 20

/**
 * A budget of many pages: one table of projects, its header on each page, the figures of each page its own. Row r
 * (0-based, counted through) is "项目" and r + 1, with r + 1 万元 of basic and (r + 1) / 100 万元 of other money.
 */
export async function longPdf(pages: number): Promise<Uint8Array> {
  const canvas = new Canvas()
  for (let page = 0; page < pages; page += 1) drawPage(canvas, longPage(page))
  return canvas.end()
}

function longPage(page: number): SamplePage {
  const amounts = Array.from({ length: ROWS }, (_, row) => page * ROWS + row + 1)
  const table: SampleTable = {
    title: '2027年项目支出预算明细表',
    unit: '万元',
    keeper: '编制部门：青禾县林草事务局',
    columns: [
      { width: 60, align: 'center' },
      { width: 180, align: 'left' },
      { width: 80, align: 'right' },
      { width: 80, align: 'right' },
      { width: 80, align: 'right' },
    ],
    header: [['序号', '项目名称', '合计', '基本支出', '其他资金']],
    rows: amounts.map((n) => [`${n}`, `项目${n}`, money(n * 101), money(n * 100), money(n)]),
    rulings: 'filled',
    rowHeight: 26,
  }
  return { layout: 'portrait', foot: `- ${page + 1} -`, items: [{ kind: 'table', table, caption: page === 0 }] }
}

/** A file that opens with a password only. */
export async function protectedPdf(password: string): Promise<Uint8Array> {
  const canvas = new Canvas({ userPassword: password, pdfVersion: '1.7' })
  for (const page of UNRULED_THREE_PUBLIC.pages) drawPage(canvas, page)
  return canvas.end()
}

/** A file that anybody may open, with a second password for those who may change it: it is read as any other. */
export async function lockedForChangesPdf(password: string): Promise<Uint8Array> {
  const canvas = new Canvas({ ownerPassword: password, pdfVersion: '1.7', permissions: { copying: false } })
  for (const page of UNRULED_THREE_PUBLIC.pages) drawPage(canvas, page)
  return canvas.end()
}

/** Pages without a single character; with `lines`, an unfilled form. */
export async function blankPdf(pages: number, lines = false): Promise<Uint8Array> {
  const canvas = new Canvas()
  for (let page = 0; page < pages; page += 1) {
    canvas.begin({ layout: 'portrait', items: [] })
    for (let y = 100; lines && y <= 400; y += 30) canvas.line(60, y, 535, y)
  }
  return canvas.end()
}

/** Pages of pictures, as a scanner makes them. */
export async function picturesPdf(pages: number): Promise<Uint8Array> {
  const canvas = new Canvas()
  const png = greyPng(120, 170)
  for (let page = 0; page < pages; page += 1) {
    canvas.begin({ layout: 'portrait', items: [] })
    canvas.picture(png, 0, 0, canvas.width)
  }
  return canvas.end()
}

/** Pictures between pages of text: page 1 has text, page 2 is a picture, page 3 has text. */
export async function partlyPicturesPdf(): Promise<Uint8Array> {
  const canvas = new Canvas()
  const [page] = UNRULED_THREE_PUBLIC.pages
  if (!page) throw new Error('the sample has no page')
  drawPage(canvas, page)
  canvas.begin({ layout: 'portrait', items: [] })
  canvas.picture(greyPng(120, 170), 0, 0, canvas.width)
  drawPage(canvas, { layout: 'portrait', items: [{ kind: 'prose', text: '2027年公务接待费3.16万元。' }] })
  return canvas.end()
}

/** How a file was damaged. */
export type Damage =
  /** Its second half is missing. */
  | 'cut'
  /** It ends before its index of objects. */
  | 'no-index'
  /** The index of objects points to wrong places. */
  | 'wrong-index'
  /** The packed words of its pages do not unpack. */
  | 'garbled'
  /** Nothing but the first line. */
  | 'head-only'
  /** The first line, then noise. */
  | 'noise'

/** A file with one kind of damage; viewers mend `no-index` and `wrong-index`. */
export async function damagedPdf(damage: Damage): Promise<Uint8Array> {
  const { bytes } = await renderSample(UNRULED_THREE_PUBLIC)
  const text = Buffer.from(bytes).toString('latin1')
  const index = text.lastIndexOf('\nxref\n')
  switch (damage) {
    case 'cut':
      return bytes.slice(0, bytes.length >> 1)
    case 'no-index':
      return bytes.slice(0, index)
    case 'wrong-index':
      return Buffer.from(
        `${text.slice(0, index)}${text.slice(index).replace(/\d{10} 00000 n/g, '0000000007 00000 n')}`,
        'latin1',
      )
    case 'garbled':
      return Buffer.from(
        text.replace(
          /stream\n[\s\S]*?\nendstream/g,
          (stream) => `stream\n${'#'.repeat(stream.length - 17)}\nendstream`,
        ),
        'latin1',
      )
    case 'head-only':
      return bytes.slice(0, 9)
    case 'noise':
      return Uint8Array.from(bytes, (byte, at) => (at < 9 ? byte : (at * 7919 + (at >> 3) * 104_729) & 0xff))
  }
}

/** A grey picture with darker stripes, as PNG. */
function greyPng(width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, () => (y % 8 < 2 ? 90 : 230)),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.from(rows.flat()))
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))])
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
