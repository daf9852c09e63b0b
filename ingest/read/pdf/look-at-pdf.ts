import { loadPdfium } from './library.ts'
import { PdfFile } from './pdf-file.ts'
import { type PagePicture, pagePicture } from './picture.ts'
import { type PlainText, plainText } from './plain-text.ts'
import { pageView } from './view.ts'

/** A page for people to hold what was read of it against. */
export interface PageLook extends PlainText {
  /** 1-based. */
  readonly number: number
  /** In points, as it is shown. */
  readonly width: number
  readonly height: number
  /** Null where it cannot be drawn. */
  readonly picture: PagePicture | null
}

/** Fine enough to read the smallest print of a budget table. */
const DPI = 110

/** The pages of a PDF with their pictures and plain text; one that cannot be opened is left out. Throws as readPdf does. */
export async function lookAtPdf(bytes: Uint8Array, file: string): Promise<PageLook[]> {
  const pdfium = await loadPdfium()
  const pdf = new PdfFile(pdfium, bytes, file)
  try {
    return Array.from({ length: pdf.pageCount }, (_, index) => index + 1).flatMap((number) => {
      const look = pdf.open(number, (page) => {
        const view = pageView(pdfium, page)
        const picture = pagePicture(pdfium, page, view, DPI)
        return { number, width: view.width, height: view.height, picture, ...plainText(pdfium, page, view) }
      })
      return look ?? []
    })
  } finally {
    pdf.close()
  }
}
