// Writes PDFs by hand, object by object, for files that no program would make.

/** A PDF of objects as they are written, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const write = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    write(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  write(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** A stream of these bytes as they are, with more entries of its dictionary. */
export function stream(data: Buffer, more = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} ${more} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

/** The first object of a file whose second is its page tree. */
export const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
/** A page tree of one page, the third object. */
export const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
/** Resources with one font, /F, that needs no file. */
export const FONT = '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'

/** The dictionary of a page whose content is the fourth object. */
export function pageOf(entries: string = FONT, box = '[0 0 595 842]'): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${entries} /Contents 4 0 R >>`
}

/** A page of one content stream. */
export function onePage(content: Buffer, box = '[0 0 595 842]', more = ''): Uint8Array {
  return pdfOf([CATALOG, PAGES, pageOf(FONT, box), stream(content, more)])
}

/** So many figures, all at one place. */
export const words = (count: number): Buffer =>
  Buffer.from(`BT /F 9 Tf ${'1 0 0 1 50 700 Tm (123.45) Tj '.repeat(count)}ET`)
