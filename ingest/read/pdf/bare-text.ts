import { loadPdfium } from './library.ts'
import { PdfFile } from './pdf-file.ts'

/** Bytes of a UTF-16 unit. */
const UNIT = 2

/**
 * The text of each page as PDFium gives it in one piece, without places: the least that reading a PDF can cost, by which
 * the reader's time is measured. A page that cannot be opened is "". Throws as readPdf does.
 */
export async function bareText(bytes: Uint8Array, file: string): Promise<string[]> {
  const { call } = await loadPdfium()
  const pdf = new PdfFile(await loadPdfium(), bytes, file)
  try {
    return Array.from({ length: pdf.pageCount }, (_, index) => pdf.open(index + 1, textOf) ?? '')
  } finally {
    pdf.close()
  }

  function textOf(page: number): string {
    const text = call.FPDFText_LoadPage(page)
    if (text === 0) return ''
    const count = call.FPDFText_CountChars(text)
    const buffer = call.pdfium.wasmExports.malloc((count + 1) * UNIT)
    const written = call.FPDFText_GetText(text, 0, count, buffer)
    const plain = Buffer.from(call.pdfium.HEAPU8.buffer, buffer, Math.max(0, written - 1) * UNIT).toString('utf16le')
    call.pdfium.wasmExports.free(buffer)
    call.FPDFText_ClosePage(text)
    return plain
  }
}
