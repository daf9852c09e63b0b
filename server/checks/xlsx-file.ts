import { crc32, deflateRawSync } from 'node:zlib'

/** A cell of a sheet to be written: words, or words that open an address. */
export type SheetCell = string | { readonly text: string; readonly href: string }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Widths of columns, in characters, where they are not given. */
const USUAL_WIDTH = 24

/**
 * An Excel file of one sheet whose first row is its header. Every cell is text, so that figures stay as they were printed
 * and nothing that a document says is taken for a formula.
 */
export function xlsxFile(name: string, rows: readonly (readonly SheetCell[])[], widths: readonly number[]): Buffer {
  const links = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (typeof cell === 'string' ? [] : [{ cell: `${letter(c)}${r + 1}`, href: cell.href }])),
  )
  return zipped([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml', false]])],
    ['xl/workbook.xml', workbook(name)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        [`${OFFICE}/worksheet`, 'worksheets/sheet1.xml', false],
        [`${OFFICE}/styles`, 'styles.xml', false],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheet(rows, widths, links)],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      relations(links.map(({ href }) => [`${OFFICE}/hyperlink`, href, true] as const)),
    ],
  ])
}

function contentTypes(): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`
}

function workbook(name: string): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

/** Formats of cells: 0 plain and wrapped, 1 of the header, 2 of a link. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font/><font><b/></font><font><u/><color rgb="FF0F5C63"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">${[0, 1, 2].map((font) => `<xf xfId="0" fontId="${font}" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function sheet(
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
  links: readonly { readonly cell: string }[],
): string {
  const columns = (rows[0] ?? []).map(
    (_, c) => `<col min="${c + 1}" max="${c + 1}" width="${widths[c] ?? USUAL_WIDTH}" customWidth="1"/>`,
  )
  const data = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellOf(cell, r, c)).join('')}</row>`)
  const opened = links.map(({ cell }, at) => `<hyperlink ref="${cell}" r:id="rId${at + 1}"/>`)
  const hyperlinks = opened.length > 0 ? `<hyperlinks>${opened.join('')}</hyperlinks>` : ''
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData>${hyperlinks}</worksheet>`
}

function cellOf(cell: SheetCell, row: number, column: number): string {
  const [text, style] = typeof cell === 'string' ? [cell, row === 0 ? 1 : 0] : [cell.text, 2]
  return `<c r="${letter(column)}${row + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

const A = 65

/** The name of one of the first 26 columns. */
function letter(column: number): string {
  return String.fromCharCode(A + column)
}

function relations(targets: readonly (readonly [type: string, target: string, external: boolean])[]): string {
  const all = targets.map(
    ([type, target, external], at) =>
      `<Relationship Id="rId${at + 1}" Type="${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x800
const DEFLATED = 8
/** The first of January 1980, the day that archives begin with: the same report is the same file. */
const DAY_ONE = 33

/** A ZIP archive of these parts. */
function zipped(parts: readonly (readonly [name: string, text: string])[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of parts) {
    const bytes = Buffer.from(text)
    const data = deflateRawSync(bytes)
    const path = Buffer.from(name)
    const said = numbers(
      [2, VERSION],
      [2, UTF8_NAMES],
      [2, DEFLATED],
      [2, 0],
      [2, DAY_ONE],
      [4, crc32(bytes)],
      [4, data.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    )
    const local = Buffer.concat([numbers([4, LOCAL]), said, path, data])
    directory.push(numbers([4, ENTRY], [2, VERSION]), said, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path)
    files.push(local)
    offset += local.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const end = numbers([4, END], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, length], [4, offset], [2, 0])
  return Buffer.concat([...files, ...directory, end])
}

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes)
      buffer.writeUIntLE(value, 0, bytes)
      return buffer
    }),
  )
}
