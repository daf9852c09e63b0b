import type { PagePlace } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'
import type { Transcript } from '../transcript.ts'
import { assemble } from './assemble.ts'
import { loadPdfium } from './library.ts'
import { withoutFurniture } from './page-furniture.ts'
import { PdfFile } from './pdf-file.ts'
import { type PageWatch, readPages, type SeenPage } from './read-pages.ts'
import { withUnruledTables } from './unruled-pages.ts'

/**
 * Reads a PDF, its text and the pages that are pictures of text. Throws Problem "pdf-protected" where it asks for a
 * password, "pdf-damaged", "file-empty" where it has no page or none with anything on it, "pdf-pictures-only" where it has
 * pictures only and no text is recognised in them.
 */
export async function readPdf(bytes: Uint8Array, file: string, watch: PageWatch = {}): Promise<Transcript<PagePlace>> {
  const pdf = new PdfFile(await loadPdfium(), bytes, file)
  try {
    if (pdf.pageCount > MOST_PAGES)
      throw new Problem('file-too-large', `${file} has ${pdf.pageCount} pages; the limit is ${MOST_PAGES}.`)
    const { pages, warnings } = await readPages(pdf, watch)
    refuseWithoutText(pages, file)
    return { ...assemble(withUnruledTables(withoutFurniture(pages.map(({ read }) => read)))), warnings }
  } finally {
    pdf.close()
  }
}

/** More than any disclosure has: those of whole provinces stay below a thousand. */
const MOST_PAGES = 3_000

function refuseWithoutText(pages: readonly SeenPage[], file: string): void {
  if (pages.some(({ read }) => read.parts.length > 0)) return
  if (pages.some(({ vast }) => vast))
    throw new Problem('pdf-pictures-only', `${file} holds a picture with more dots than any scan; it is not read.`)
  if (pages.some(({ pictured }) => pictured))
    throw new Problem('pdf-pictures-only', `${file} holds pictures only, and no text is recognised in them.`)
  throw new Problem('file-empty', `${file} has no page with text on it.`)
}
