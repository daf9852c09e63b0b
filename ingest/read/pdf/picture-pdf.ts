import { deflateSync } from 'node:zlib'
import type { Raster } from '../scan/raster.ts'
import { loadPdfium } from './library.ts'
import { PdfFile } from './pdf-file.ts'

/** A picture that fills a page: its dots, or a JPEG file of them. */
export interface PagePicture {
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly data: { readonly grey: Uint8Array } | { readonly jpeg: Uint8Array }
}

const POINTS_AN_INCH = 72

/** For tests and measurements: the pages of a PDF (1-based, in that order) as pictures of so many dots an inch. */
export async function pagePictures(bytes: Uint8Array, dpi: number, pages?: readonly number[]): Promise<Raster[]> {
  const pdf = new PdfFile(await loadPdfium(), bytes, 'sample.pdf')
  try {
    const numbers = pages ?? Array.from({ length: pdf.pageCount }, (_, at) => at + 1)
    return numbers.flatMap((number) => pdf.raster(number, dpi)?.raster ?? [])
  } finally {
    pdf.close()
  }
}

/** For tests and measurements: a PDF whose pages are pictures and nothing else, as a scanner makes it. */
export function picturePdf(pictures: readonly PagePicture[]): Buffer {
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`),
    ...pictures.flatMap((picture, at) => pageObjects(picture, 3 + at * 3)),
  ]
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets = objects.map((object, at) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0)
    parts.push(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = parts.reduce((sum, part) => sum + part.length, 0)
  const size = objects.length + 1
  const trailer = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}${trailer}`)])
}

/** The page, what it draws, and its picture. */
function pageObjects({ width, height, dpi, data }: PagePicture, first: number): Buffer[] {
  const [across, down] = [(width * POINTS_AN_INCH) / dpi, (height * POINTS_AN_INCH) / dpi]
  const [filter, body] = 'jpeg' in data ? ['DCTDecode', data.jpeg] : ['FlateDecode', deflateSync(data.grey)]
  const content = `q ${across} 0 0 ${down} 0 0 cm /I Do Q`
  return [
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Resources << /XObject << /I ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    ),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /${filter} /Length ${body.length} >>\nstream\n`,
      ),
      body,
      Buffer.from('\nendstream'),
    ]),
  ]
}
