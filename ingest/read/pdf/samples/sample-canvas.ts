import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Box, Ink, SamplePage } from './sample-description.ts'

const require = createRequire(import.meta.url)
/** Fixed, lest the same description make another file tomorrow. */
const DRAWN_ON = new Date('2026-01-05T08:00:00Z')
/** Short and long side of A4. */
const [SHORT, LONG] = [595, 842]
/** What a cropped page hides on the left, above, on the right, below; and where its sheet begins. */
const CROP = { left: 48, top: 60, right: 31, bottom: 22 }
const CORNER = { x: 100, y: -50 }

/** Something to be drawn, with the place that tells its turn. */
interface Stroke {
  readonly left: number
  readonly top: number
  readonly draw: () => void
}

/** Sheets to draw on, in coordinates of the page as it is shown: from the top left corner, right and down. */
export class Canvas {
  readonly #pdf: PDFKit.PDFDocument
  readonly #chunks: Buffer[] = []
  readonly #ended: Promise<void>
  #strokes: Stroke[] = []
  #page: SamplePage | null = null
  #forms = 0
  #pages = 0

  constructor(options: PDFKit.PDFDocumentOptions = {}) {
    const info = { Producer: 'sample-draw', Creator: 'sample-draw', CreationDate: DRAWN_ON, ModDate: DRAWN_ON }
    this.#pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info, ...options })
    this.#pdf.registerFont('song', fontFile())
    this.#ended = new Promise((resolve, reject) => {
      this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
      this.#pdf.on('end', resolve)
      this.#pdf.on('error', reject)
    })
  }

  /** 1-based number of the page at hand. */
  get page(): number {
    return this.#pages
  }

  get width(): number {
    return this.#page?.layout === 'landscape' ? LONG : SHORT
  }

  get height(): number {
    return this.#page?.layout === 'landscape' ? SHORT : LONG
  }

  /** Begins a page; the one before is drawn now. */
  begin(page: SamplePage): void {
    this.#flush()
    this.#page = page
    this.#pages += 1
    const [across, down] = page.turned ? [this.height, this.width] : [this.width, this.height]
    const beyond = page.cropped ? CROP : { left: 0, top: 0, right: 0, bottom: 0 }
    const size: [number, number] = [across + beyond.left + beyond.right, down + beyond.top + beyond.bottom]
    this.#pdf.addPage({ size, margin: 0 })
    if (page.cropped) this.#crop(size, [across, down])
    if (page.turned) {
      Object.assign(this.#pdf.page.dictionary.data, { Rotate: 90 })
      this.#pdf.transform(0, -1, 1, 0, 0, down)
    }
  }

  #crop([width, height]: [number, number], [across, down]: [number, number]): void {
    const [left, bottom] = [CORNER.x + CROP.left, CORNER.y + CROP.bottom]
    Object.assign(this.#pdf.page.dictionary.data, {
      MediaBox: [CORNER.x, CORNER.y, CORNER.x + width, CORNER.y + height],
      CropBox: [left, bottom, left + across, bottom + down],
    })
    this.#pdf.translate(CORNER.x + CROP.left, CROP.top - CORNER.y)
  }

  /** Width of a line of words in points. */
  measure(text: string, ink: Ink = {}): number {
    return this.#runs(text, ink).reduce((width, run) => width + run.width, 0)
  }

  /** Draws a line of words with its left end on a base line; gives the box that holds it. */
  text(text: string, left: number, base: number, ink: Ink = {}, how: 'shown' | 'invisible' | 'white' = 'shown'): Box {
    const size = ink.size ?? 10
    let at = left
    for (const run of this.#runs(text, ink)) {
      const x = at
      at += run.width
      if (run.text.trim() === '') continue
      this.#add(x, base, () => this.#write(run.text, run.font, x, base, ink, how))
      if (ink.twice) this.#add(x, base, () => this.#write(run.text, run.font, x + 0.3, base, ink, how))
    }
    return [left, base - size * 0.88, at, base + size * 0.12]
  }

  /** A straight line. */
  line(x1: number, y1: number, x2: number, y2: number): void {
    this.#add(x1, y1, () => this.#pdf.lineWidth(0.6).moveTo(x1, y1).lineTo(x2, y2).stroke())
  }

  /** A rectangle: filled ones are how some programs print lines, grey ones how they shade cells. */
  rectangle(left: number, top: number, width: number, height: number, how: 'filled' | 'grey' | 'stroked'): void {
    this.#add(left, top, () => {
      const path = this.#pdf.lineWidth(0.6).rect(left, top, width, height)
      if (how === 'stroked') path.stroke()
      else path.fill(how === 'grey' ? '#dddddd' : 'black')
    })
  }

  /** A picture in PNG. */
  picture(png: Buffer, left: number, top: number, width: number): void {
    this.#add(left, top, () => this.#pdf.image(png, left, top, { width }))
  }

  /** Draws the last page and gives the file. */
  async end(): Promise<Uint8Array> {
    this.#flush()
    this.#pdf.end()
    await this.#ended
    return new Uint8Array(Buffer.concat(this.#chunks))
  }

  #add(left: number, top: number, draw: () => void): void {
    this.#strokes.push({ left, top, draw })
  }

  #flush(): void {
    if (!this.#page) return
    const strokes = ordered(this.#strokes, this.#page.order ?? 'reading')
    const draw = () => {
      for (const stroke of strokes) stroke.draw()
    }
    if (this.#page.inForm) this.#inForm(draw)
    else draw()
    this.#strokes = []
  }

  /** What is drawn goes into a stream of its own, which the page then names. */
  #inForm(draw: () => void): void {
    const { page } = this.#pdf
    this.#forms += 1
    const name = `Form${this.#forms}`
    const bounds = [-1000, -1000, 2000, 2000]
    const resources = { Font: page.fonts }
    const form = this.#pdf.ref({ Type: 'XObject', Subtype: 'Form', FormType: 1, BBox: bounds, Resources: resources })
    const { content } = page
    page.content = form
    draw()
    page.content = content
    form.end(undefined)
    const named: unknown = page.xobjects
    if (typeof named === 'object' && named !== null) Object.assign(named, { [name]: form })
    this.#pdf.addContent(`/${name} Do`)
  }

  #write(text: string, font: string, x: number, base: number, ink: Ink, how: 'shown' | 'invisible' | 'white'): void {
    this.#pdf.save()
    if (how === 'invisible') this.#pdf.addContent('3 Tr')
    this.#pdf.fillColor(how === 'white' ? 'white' : 'black')
    this.#pdf.font(font, ink.size ?? 10)
    this.#pdf.text(text, x, base, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: ink.spacing ?? 0,
    })
    this.#pdf.restore()
  }

  /** A word that the font cannot print would be read back as another. */
  #refuseMissing(text: string): void {
    const { font }: { font?: unknown } = Object(Reflect.get(this.#pdf.font('song'), '_font'))
    if (!hasGlyphs(font)) throw new Error('pdfkit no longer tells of its glyphs')
    const missing = [...text].find((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    if (missing) throw new Error(`the font has no glyph for ${missing}`)
  }

  #runs(text: string, ink: Ink): { text: string; font: string; width: number }[] {
    const { latin } = ink
    const runs = latin ? (text.match(/[ -~]+|[^ -~]+/g) ?? []) : [text]
    return runs
      .flatMap((run) => (ink.split && /^[\d,.%-]+$/.test(run) ? (run.match(/\D*\d+|\D+/g) ?? []) : [run]))
      .map((run) => {
        const font = latin && /^[ -~]+$/.test(run) ? latin : 'song'
        if (font === 'song') this.#refuseMissing(run)
        const width = this.#pdf.font(font, ink.size ?? 10).widthOfString(run) + (ink.spacing ?? 0) * run.length
        return { text: run, font, width }
      })
  }
}

function hasGlyphs(font: unknown): font is { hasGlyphForCodePoint(code: number): boolean } {
  return typeof font === 'object' && font !== null && 'hasGlyphForCodePoint' in font
}

let font: Buffer | null = null

function fontFile(): Buffer {
  font ??= readFileSync(require.resolve('@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'))
  return font
}

function ordered(strokes: readonly Stroke[], order: NonNullable<SamplePage['order']>): Stroke[] {
  switch (order) {
    case 'reading':
      return [...strokes]
    case 'reversed':
      return [...strokes].reverse()
    case 'columns':
      return [...strokes].sort((a, b) => a.left - b.left || a.top - b.top)
  }
}
