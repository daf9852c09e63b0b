import { Problem } from '../../domain/problem.ts'
import { holds, type PageDrawing } from './drawing.ts'
import { readGlyphs } from './glyphs.ts'
import type { Pdfium } from './library.ts'
import { type PageRaster, pageRaster } from './page-raster.ts'
import { readStrokes } from './strokes.ts'
import { turnedUpright } from './turned.ts'
import { pageView } from './view.ts'

/** Error numbers of FPDF_GetLastError (fpdfview.h). */
const ERROR_PASSWORD = 4
const ERROR_SECURITY = 5

/** An open PDF; it takes memory until it is closed. */
export class PdfFile {
  readonly pageCount: number
  readonly #pdfium: Pdfium
  readonly #document: number
  readonly #bytes: number

  /** Throws Problem "pdf-protected" or "pdf-damaged". */
  constructor(pdfium: Pdfium, bytes: Uint8Array, file: string) {
    const { call } = pdfium
    this.#pdfium = pdfium
    this.#bytes = call.pdfium.wasmExports.malloc(bytes.length)
    call.pdfium.HEAPU8.set(bytes, this.#bytes)
    this.#document = call.FPDF_LoadMemDocument(this.#bytes, bytes.length, '')
    if (this.#document === 0) {
      const error = call.FPDF_GetLastError()
      call.pdfium.wasmExports.free(this.#bytes)
      throw error === ERROR_PASSWORD || error === ERROR_SECURITY
        ? new Problem('pdf-protected', `${file} is protected by a password; save it without one and ingest it again.`)
        : new Problem(
            'pdf-damaged',
            `${file} is damaged: it cannot be opened as a PDF. Fetch it again from its source.`,
          )
    }
    this.pageCount = call.FPDF_GetPageCount(this.#document)
  }

  /** What a page (1-based) shows; null where the page cannot be opened. */
  page(number: number): PageDrawing | null {
    return this.open(number, (page) => {
      const view = pageView(this.#pdfium, page)
      const { strokes, fills, pictured, vast } = readStrokes(this.#pdfium, page, view)
      const isShaded = (x: number, y: number) => pictured !== null || fills.some((box) => holds(box, x, y))
      const { glyphs, hidden } = readGlyphs(this.#pdfium, page, view, isShaded)
      const { width, height } = view
      // Hidden text was recognised by whoever scanned the page: nobody knows how well.
      const confidence = hidden ? () => 0 : null
      return turnedUpright({
        number,
        width,
        height,
        glyphs,
        strokes,
        pictured,
        vast,
        hidden,
        shown: (box) => box,
        confidence,
      })
    })
  }

  /** A page (1-based) as a picture whose own has so many dots an inch; null where it cannot be drawn. */
  raster(number: number, pictured: number): PageRaster | null {
    return this.open(number, (page) => pageRaster(this.#pdfium, page, pageView(this.#pdfium, page), pictured))
  }

  /** What `look` finds in a page (1-based), which is open while it looks; null where the page cannot be opened. */
  open<Found>(number: number, look: (page: number) => Found): Found | null {
    const { call } = this.#pdfium
    const page = call.FPDF_LoadPage(this.#document, number - 1)
    if (page === 0) return null
    try {
      return look(page)
    } finally {
      call.FPDF_ClosePage(page)
    }
  }

  close(): void {
    const { call } = this.#pdfium
    call.FPDF_CloseDocument(this.#document)
    call.pdfium.wasmExports.free(this.#bytes)
  }
}
