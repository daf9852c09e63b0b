/** A piece of text on a page: where its baseline begins, in points from the bottom left corner, as PDF counts. */
export interface PrintedText {
  readonly text: string
  readonly x: number
  readonly y: number
}

const SIZE = 10
/** A4, upright. */
const [WIDTH, HEIGHT] = [595, 842]

/** For tests: a small PDF of pages that print these texts, ten points high. A page of null is one without any text. */
export function samplePdf(pages: readonly (readonly PrintedText[])[]): Buffer {
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const codeOf = new Map(characters.map((character, index) => [character, hex(index + 1)]))
  const contents = pages.map((texts) =>
    texts
      .map(({ text, x, y }) => {
        const codes = [...text].map((character) => codeOf.get(character) ?? '').join('')
        return `BT /F1 ${SIZE} Tf ${x} ${y} Td <${codes}> Tj ET`
      })
      .join('\n'),
  )
  // 1 catalogue, 2 pages, 3 to 5 the font and its map to Unicode, then two objects a page.
  const pageIds = pages.map((_, index) => 7 + index * 2)
  const widths = characters.map((character) => (character.charCodeAt(0) < 256 ? 500 : 1000)).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [1 [${widths}]] >>`,
    '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    stream(unicodeMap(codeOf)),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
      stream(content),
    ]),
  ]
  return assembled(objects)
}

/** For tests: a page of rows of cells, each column 100 points wide, below one another from the top. */
export function printedRows(rows: readonly (readonly string[])[], top = 780): PrintedText[] {
  return rows.flatMap((cells, row) => cells.map((text, column) => ({ text, x: 50 + column * 130, y: top - row * 20 })))
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}

function unicodeMap(codeOf: ReadonlyMap<string, string>): string {
  const pairs = [...codeOf].map(([character, code]) => `<${code}> <${utf16(character)}>`)
  // A section of the map holds at most a hundred pairs.
  const sections = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, at) =>
    pairs.slice(at * 100, at * 100 + 100),
  )
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...sections.map((section) => `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n')
}

function utf16(character: string): string {
  return [...Buffer.from(character, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function assembled(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + trailer, 'latin1')
}
