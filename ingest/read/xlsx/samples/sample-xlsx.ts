import { cellName } from '../../../domain/cell-name.ts'
import { type SamplePart, sampleArchive } from '../../office/sample-archive.ts'
import { sampleRow } from '../../sheet/sample-row.ts'

/** A cell as a workbook stores it; a string is a shared text, a number a figure. */
export type SampleCell =
  | string
  | number
  | null
  | {
      /** "n" for a figure, "str" for a formula's text, "e" for an error, "b", "inlineStr", "d". */
      readonly type?: string
      /** As stored; undefined for none. */
      readonly value?: string
      readonly formula?: string
      /** A number format. */
      readonly format?: string
    }

/** A sheet of a sample; `cells` by name, or `rows` from the first row and column on. */
export interface SampleSheet {
  readonly name: string
  readonly rows?: readonly (readonly SampleCell[])[]
  readonly cells?: Readonly<Record<string, SampleCell>>
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  /** "B" or "B:D". */
  readonly hiddenColumns?: readonly [from: number, to: number][]
  readonly state?: 'hidden' | 'veryHidden'
  /** XML of what is drawn over the cells. */
  readonly drawing?: string
}

const FORMATS = 'http://schemas.openxmlformats.org'
const TYPE = `${FORMATS}/officeDocument/2006/relationships`
const SHEETS = `xmlns="${FORMATS}/spreadsheetml/2006/main" xmlns:r="${TYPE}"`
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** For tests: a workbook of these sheets. */
export function sampleXlsx(sheets: readonly SampleSheet[], from1904 = false): Buffer {
  return sampleArchive(sampleXlsxParts(sheets, from1904))
}

/** The parts of a workbook, so that some may be put in the place of others. */
export function sampleXlsxParts(sheets: readonly SampleSheet[], from1904 = false): SamplePart[] {
  const strings = new Numbered()
  const formats = new Numbered()
  const parts = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet, strings, formats),
  }))
  const drawn = sheets.flatMap(({ drawing }, at) => (drawing === undefined ? [] : drawingParts(drawing, at + 1)))
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('strings', 'sharedStrings', 'sharedStrings.xml'),
    relation('styles', 'styles', '/xl/styles.xml'),
  ]
  return [
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    { name: '_rels/.rels', content: relationships([relation('main', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${SHEETS}>${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relationships(relations) },
    ...parts,
    ...drawn,
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst ${SHEETS}>${strings.values.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    { name: 'xl/styles.xml', content: stylesXml(formats.values) },
  ]
}

/** Texts that are named by their numbers, each once. */
class Numbered {
  readonly values: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(value: string): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    this.#numbers.set(value, this.values.length)
    return this.values.push(value) - 1
  }
}

function sheetXml(sheet: SampleSheet, strings: Numbered, formats: Numbered): string {
  const { merges = [], hiddenRows = [], hiddenColumns = [], drawing } = sheet
  const rows = rowsOf(sheet)
  for (const row of hiddenRows) if (!rows.has(row)) rows.set(row, [])
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const hidden = hiddenRows.includes(row) ? ' hidden="1"' : ''
      return `<row r="${row}"${hidden}>${cells.map(([name, cell]) => cellXml(name, cell, strings, formats)).join('')}</row>`
    })
  const columns = hiddenColumns.map(([from, to]) => `<col min="${from}" max="${to}" hidden="1"/>`).join('')
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet ${SHEETS}>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${data.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}${drawing === undefined ? '' : '<drawing r:id="d"/>'}</worksheet>`
}

function rowsOf({ rows = [], cells = {} }: SampleSheet): Map<number, [string, SampleCell][]> {
  const found = new Map<number, [string, SampleCell][]>()
  const put = (row: number, name: string, cell: SampleCell) => {
    const own = found.get(row)
    if (own) own.push([name, cell])
    else found.set(row, [[name, cell]])
  }
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell !== null) put(at + 1, cellName({ row: at + 1, column: column + 1 }), cell)
    })
  })
  for (const [name, cell] of Object.entries(cells)) put(Number(name.replace(/\D/g, '')), name, cell)
  return found
}

function cellXml(name: string, cell: SampleCell, strings: Numbered, formats: Numbered): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${strings.numberOf(cell)}</v></c>`
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  const { type = 'n', value, formula, format } = cell
  const style = format === undefined ? '' : ` s="${formats.numberOf(format) + 1}"`
  const inside =
    type === 'inlineStr' ? `<is>${value ?? ''}</is>` : value === undefined ? '' : `<v>${escaped(value)}</v>`
  return `<c r="${name}"${style} t="${type}">${formula === undefined ? '' : `<f>${escaped(formula)}</f>`}${inside}</c>`
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.map((format, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`)
  return `<styleSheet ${SHEETS}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
    .join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="0%"/></dxf></dxfs></styleSheet>`
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${CONTENT}.${type}+xml"/>`
  const parts = [
    override('workbook', 'sheet.main'),
    ...Array.from({ length: sheets }, (_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')),
    override('sharedStrings', 'sharedStrings'),
    override('styles', 'styles'),
  ]
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  return `<Types xmlns="${FORMATS}/package/2006/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

function drawingParts(drawing: string, sheet: number): SamplePart[] {
  return [
    {
      name: `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      content: relationships([relation('d', 'drawing', `../drawings/drawing${sheet}.xml`)]),
    },
    { name: `xl/drawings/drawing${sheet}.xml`, content: drawing },
  ]
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`
}

function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="${FORMATS}/package/2006/relationships">${relations.join('')}</Relationships>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

/** For tests: lines of a text as a sheet would have them: rows of tabs and pipes as cells, marks taken off. */
export function xlsxOfLines(lines: readonly string[]): Uint8Array {
  return sampleXlsx([{ name: 'Sheet1', rows: lines.map((line) => sampleRow(line)) }])
}
