import type { SamplePart } from '../../office/sample-archive.ts'
import { sampleArchive } from '../../office/sample-archive.ts'
import { sampleXlsxParts } from './sample-xlsx.ts'

/** A workbook of one sheet whose parts are these. */
function workbook(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const whole = sampleXlsxParts([{ name: 'Sheet1', rows: [['水']] }])
  return sampleArchive(whole.map((part): SamplePart => ({ ...part, content: parts[part.name] ?? part.content })))
}

const SHEET = 'xl/worksheets/sheet1.xml'
const sheet = (data: string, rest = '') => workbook({ [SHEET]: sheetXml(data, rest) })
const sheetXml = (data: string, rest = '') => `<worksheet><sheetData>${data}</sheetData>${rest}</worksheet>`
const rows = (count: number, row: (number: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join('')
const cell = (number: number) => `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`
const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')

/** For tests: workbooks made to take all time or memory, or to reach for what is not theirs. */
export const HOSTILE_XLSX: readonly (readonly [string, () => Buffer])[] = [
  [
    'billion laughs',
    () =>
      workbook({
        [SHEET]: `<!DOCTYPE w [<!ENTITY e0 "lol">${entities}]>${sheetXml('<row><c t="str"><v>&e20;</v></c></row>')}`,
      }),
  ],
  [
    'an outer entity',
    () =>
      workbook({
        [SHEET]: `<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetXml('<row><c t="str"><v>&e;</v></c></row>')}`,
      }),
  ],
  [
    'one text a hundred thousand times',
    () =>
      workbook({
        'xl/sharedStrings.xml': `<sst><si><t>${'水务局'.repeat(10_000)}</t></si></sst>`,
        [SHEET]: sheetXml(rows(100_000, (at) => `<row r="${at}"><c r="A${at}" t="s"><v>0</v></c></row>`)),
      }),
  ],
  ['more cells than there is room for', () => sheet(rows(510_000, cell))],
  [
    'merged cells over each other',
    () => sheet(rows(500, cell), `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)}</mergeCells>`),
  ],
  [
    'merged cells over all of the sheet',
    () => sheet(rows(9, cell), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  ],
  ['elements within elements', () => workbook({ [SHEET]: '<worksheet>'.repeat(300_000) })],
  ['a part that says nothing but the same', () => workbook({ [SHEET]: Buffer.alloc(64 * 1024 * 1024, ' ') })],
  ['an endless attribute', () => workbook({ [SHEET]: `<worksheet a="${rows(900_000, String)}"/>` })],
  [
    'sheets that point to each other',
    () =>
      workbook({
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="worksheet" Target="workbook.xml"/></Relationships>',
      }),
  ],
  [
    'parts out of the archive',
    () =>
      workbook({
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="worksheet" Target="../../../../etc/passwd"/></Relationships>',
      }),
  ],
]

/** For tests: as above, larger: minutes for a reader that does not look out. */
export const HEAVY_XLSX: readonly (readonly [string, () => Buffer])[] = [
  [
    'a million rows that are only set',
    () =>
      sheet(
        rows(
          1_048_576,
          (at) =>
            `<row r="${at}" spans="1:5" s="1" ht="14.25" customHeight="1" hidden="${at % 2}"><c r="A${at}" s="1"/></row>`,
        ),
      ),
  ],
  [
    'figures to the limit',
    () =>
      sheet(
        rows(
          49_000,
          (at) =>
            `<row r="${at}"><c r="A${at}" t="str"><v>水费${String.fromCharCode(0x4e00 + (at % 20_000))}</v></c>${'BCDE'
              .split('')
              .map((column) => `<c r="${column}${at}"><v>${at}.5</v></c>`)
              .join('')}</row>`,
        ),
      ),
  ],
  [
    'a million styles',
    () =>
      workbook({
        'xl/styles.xml': `<styleSheet><cellXfs>${rows(1_000_000, (at) => `<xf numFmtId="${at}"/>`)}</cellXfs></styleSheet>`,
      }),
  ],
  [
    'a million texts',
    () => workbook({ 'xl/sharedStrings.xml': `<sst>${rows(1_000_001, (at) => `<si><t>${at}</t></si>`)}</sst>` }),
  ],
]
