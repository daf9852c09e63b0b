import type { Warning } from '../../domain/document.ts'
import { said, type WarningName } from '../../domain/warning.ts'
import { scanPage } from '../scan/page-scan.ts'
import { loadRecogniser } from '../scan/recogniser.ts'
import type { PageDrawing } from './drawing.ts'
import { type ReadPage, readPage } from './page.ts'
import type { PdfFile } from './pdf-file.ts'

/** Who watches the reading of a long file, and what it may leave out. */
export interface PageWatch {
  /** Told when a page has been read; 1-based. */
  readonly onPage?: (page: number, of: number) => void
  /** Told when a page turns out to be a picture, which takes longer to read. */
  readonly onPicture?: (page: number) => void
  /** Pages that were given up on before: left out, with a warning each. */
  readonly skip?: ReadonlySet<number>
}

export interface SeenPage {
  readonly read: ReadPage
  readonly pictured: boolean
  /** See {@link PageDrawing}. */
  readonly vast: boolean
}

/** Reads the pages of a PDF one after another, with a warning for each that was not read in full. */
export async function readPages(
  pdf: PdfFile,
  watch: PageWatch,
): Promise<{ readonly pages: SeenPage[]; readonly warnings: Warning[] }> {
  const pages: SeenPage[] = []
  const warnings: Warning[] = []
  let before = 0
  for (let number = 1; number <= pdf.pageCount; number += 1) {
    const drawing = watch.skip?.has(number) ? null : await drawingOf(pdf, number, watch)
    const warn = (name: WarningName) => warnings.push({ ...said(name, { page: number }), line: null, page: number })
    if (!drawing) warn('pageUnread')
    else {
      const print = fingerprint(drawing)
      const copy = print !== 0 && print === before
      before = print
      if (copy) warn('pageRepeated')
      else pages.push({ read: readPage(drawing), pictured: drawing.pictured !== null, vast: drawing.vast })
      if (drawing.hidden) warn('pageHiddenText')
      else if (drawing.vast) warn('pageVast')
      else if (drawing.pictured !== null && drawing.glyphs.length === 0) warn('pagePicture')
    }
    watch.onPage?.(number, pdf.pageCount)
  }
  return { pages, warnings }
}

/** A picture with no more characters beside it is the page itself: its number may be drawn as text. */
const FEW_GLYPHS = 12

/** What a page shows; where that is a picture of text, what is recognised in it. */
async function drawingOf(pdf: PdfFile, number: number, watch: PageWatch): Promise<PageDrawing | null> {
  const drawing = pdf.page(number)
  if (!drawing || drawing.pictured === null || !isPictureOnly(drawing)) return drawing
  watch.onPicture?.(number)
  const drawn = pdf.raster(number, drawing.pictured)
  if (!drawn) return drawing
  const scanned = scanPage(drawn.raster, drawn.dpi, await loadRecogniser())
  return { ...drawing, ...scanned }
}

function isPictureOnly({ vast, hidden, glyphs }: PageDrawing): boolean {
  return !vast && !hidden && glyphs.length <= FEW_GLYPHS
}

/** A page drawn twice has the same characters at the same places. 0 for a page with little on it. */
function fingerprint({ glyphs }: PageDrawing): number {
  if (glyphs.length < LEAST_GLYPHS) return 0
  let hash = 1
  for (const { text, left, top } of glyphs) {
    for (const part of [text.charCodeAt(0), Math.round(left), Math.round(top)]) hash = Math.imul(hash, 31) + part
  }
  return hash | 1
}

const LEAST_GLYPHS = 100
