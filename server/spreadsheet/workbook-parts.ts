import { cellName } from '../../ingest/domain/cell-name.ts'

/** A cell of a sheet to be written: words, words that open an address, or a number to be reckoned with. */
export type SheetCell = string | { readonly text: string; readonly href: string } | SheetNumber

/** As it is printed, "6.20", "-3": it is shown with the decimals that it has here. */
export interface SheetNumber {
  readonly number: string
}

/** A file of a workbook: its path in the archive, and its text. */
export type WorkbookPart = readonly [path: string, text: string]

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Widths of columns, in characters, where they are not given. */
const USUAL_WIDTH = 24
/** Excel opens no file whose names of sheets or whose texts are longer. */
const LONGEST_NAME = 31
const LONGEST_TEXT = 32_767

/**
 * An Excel workbook of one sheet whose first row is its header; runs on the server and in browsers. Cells are texts, so that
 * figures stay as they were printed and nothing that a document says is taken for a formula, unless they are given as
 * numbers.
 */
export function workbookParts(
  name: string,
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
): readonly WorkbookPart[] {
  const links = rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      typeof cell !== 'string' && 'href' in cell ? [{ cell: nameOf(r, c), href: cell.href }] : [],
    ),
  )
  return [
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
  ]
}

function contentTypes(): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`
}

function workbook(name: string): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

function sheetName(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\]|^'|'$/g, ' ').slice(0, LONGEST_NAME)
  return allowed.trim() === '' ? 'Sheet1' : allowed
}

/** Formats of cells: plain and wrapped, of the header, of a link; then numbers with 0, 1, 2 … decimals. */
const [HEADER, LINK, FIRST_NUMBER] = [1, 2, 3]
const MOST_DECIMALS = 8
const DECIMALS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals)
/** Below it the numbers of formats are Excel's own. */
const OWN_FORMATS = 164
const ALIGNED = '<alignment vertical="top" wrapText="1"/></xf>'
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${DECIMALS.length}">${DECIMALS.map((decimals) => `<numFmt numFmtId="${OWN_FORMATS + decimals}" formatCode="${(0).toFixed(decimals)}"/>`).join('')}</numFmts><fonts count="3"><font/><font><b/></font><font><u/><color rgb="FF0F5C63"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FIRST_NUMBER + DECIMALS.length}">${[0, HEADER, LINK].map((font) => `<xf xfId="0" fontId="${font}" applyFont="1" applyAlignment="1">${ALIGNED}`).join('')}${DECIMALS.map((decimals) => `<xf xfId="0" fontId="0" numFmtId="${OWN_FORMATS + decimals}" applyNumberFormat="1" applyAlignment="1">${ALIGNED}`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

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
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>${cols}<sheetData>${data.join('')}</sheetData>${hyperlinks}</worksheet>`
}

/** Excel reckons with fifteen digits; a longer number stays a text, so that none is lost. */
const MOST_DIGITS = 15

function cellOf(cell: SheetCell, row: number, column: number): string {
  const at = nameOf(row, column)
  if (typeof cell !== 'string' && 'number' in cell) {
    const [, decimals = ''] = /^-?\d+(?:\.(\d+))?$/.exec(cell.number) ?? []
    const isExact = /^-?\d+(?:\.\d+)?$/.test(cell.number) && cell.number.replace(/\D/g, '').length <= MOST_DIGITS
    if (isExact && decimals.length <= MOST_DECIMALS)
      return `<c r="${at}" s="${FIRST_NUMBER + decimals.length}"><v>${cell.number}</v></c>`
    return textCell(at, 0, cell.number)
  }
  return typeof cell === 'string' ? textCell(at, row === 0 ? HEADER : 0, cell) : textCell(at, LINK, cell.text)
}

function textCell(at: string, style: number, text: string): string {
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`
}

/** Rows and columns from 0. */
function nameOf(row: number, column: number): string {
  return cellName({ row: row + 1, column: column + 1 })
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
