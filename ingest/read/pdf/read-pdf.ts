import type { Warning } from '../../domain/document.ts'
import type { PagePlace } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'
import type { Transcript } from '../transcript.ts'
import { assemble } from './assemble.ts'
import type { PageDrawing } from './drawing.ts'
import { loadPdfium } from './library.ts'
import { type ReadPage, readPage } from './page.ts'
import { withoutFurniture } from './page-furniture.ts'
import { PdfFile } from './pdf-file.ts'
import { withUnruledTables } from './unruled-pages.ts'

/** Who watches the reading of a long file, and what it may leave out. */
export interface PageWatch {
  /** Told when a page has been read; 1-based. */
  readonly onPage?: (page: number, of: number) => void
  /** Pages that were given up on before: left out, with a warning each. */
  readonly skip?: ReadonlySet<number>
}

/**
 * Reads a PDF. Throws Problem "pdf-protected" where it asks for a password, "pdf-damaged", "file-empty" where it has no
 * page or none with anything on it, "pdf-pictures-only" where no page has text.
 */
export async function readPdf(bytes: Uint8Array, file: string, watch: PageWatch = {}): Promise<Transcript<PagePlace>> {
  const pdf = new PdfFile(await loadPdfium(), bytes, file)
  try {
    if (pdf.pageCount > MOST_PAGES)
      throw new Problem('file-too-large', `${file} has ${pdf.pageCount} pages; the limit is ${MOST_PAGES}.`)
    const { pages, warnings } = readPages(pdf, watch)
    refuseWithoutText(pages, file)
    return { ...assemble(withUnruledTables(withoutFurniture(pages.map(({ read }) => read)))), warnings }
  } finally {
    pdf.close()
  }
}

/** More than any disclosure has: those of whole provinces stay below a thousand. */
const MOST_PAGES = 3_000

interface SeenPage {
  readonly read: ReadPage
  readonly pictured: boolean
}

function readPages(pdf: PdfFile, watch: PageWatch): { readonly pages: SeenPage[]; readonly warnings: Warning[] } {
  const pages: SeenPage[] = []
  const warnings: Warning[] = []
  let before = 0
  for (let number = 1; number <= pdf.pageCount; number += 1) {
    const drawing = watch.skip?.has(number) ? null : pdf.page(number)
    const warn = (code: string, message: string) => warnings.push({ code, message, line: null, page: number })
    if (!drawing) warn('page-unread', `Page ${number} could not be read and is left out.`)
    else {
      const print = fingerprint(drawing)
      const copy = print !== 0 && print === before
      before = print
      if (copy) warn('page-repeated', `Page ${number} is the page before it once more and is left out.`)
      else pages.push({ read: readPage(drawing), pictured: drawing.pictured })
      if (drawing.hidden) warn('page-hidden-text', `Page ${number} is a picture with a hidden text; its text was read.`)
      else if (drawing.pictured && drawing.glyphs.length === 0)
        warn('page-picture', `Page ${number} is a picture without text; nothing on it was read.`)
    }
    watch.onPage?.(number, pdf.pageCount)
  }
  return { pages, warnings }
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

function refuseWithoutText(pages: readonly SeenPage[], file: string): void {
  if (pages.some(({ read }) => read.parts.length > 0)) return
  if (pages.some(({ pictured }) => pictured))
    throw new Problem('pdf-pictures-only', `${file} holds pictures only: none of its pages has text that can be read.`)
  throw new Problem('file-empty', `${file} has no page with text on it.`)
}
