import { describe, expect, it } from 'vitest'
import { sampleArchive } from '../office/sample-archive.ts'
import { cellsOf, money, readSheets, readWorkbookBytes, shape, told } from './samples/sample-reading.ts'
import { type SampleSheet, sampleXlsx, sampleXlsxParts } from './samples/sample-xlsx.ts'

describe('what a workbook hides', () => {
  const rows = [
    ['项目', '金额', '测算'],
    ['水费', money(1), money(7)],
    ['电费', money(2), money(8)],
    ['合计', money(3), money(15)],
  ]

  it('is left out, and told by row, column and sheet', async () => {
    const { blocks, warnings, ...rest } = await readSheets(
      { name: 'Sheet1', rows, hiddenRows: [3], hiddenColumns: [[3, 9]] },
      { name: '底稿', rows, state: 'veryHidden' },
      { name: '空', state: 'hidden' },
    )
    expect(shape({ blocks, warnings, ...rest })).toEqual(['g 项目|金额', 'g 水费|1.00', 'g 合计|3.00'])
    expect(told(warnings)).toEqual([
      'Sheet1!C1 column-hidden: Hidden, and left unread: column C (3 cells).',
      'Sheet1!A3 row-hidden: Hidden, and left unread: row 3 (3 cells).',
      '底稿! sheet-hidden: This sheet is hidden and left out (12 cells).',
    ])
  })

  it('does not hide the rest of merged cells, nor part the rows around it', async () => {
    const sheet: SampleSheet = {
      name: 'Sheet1',
      rows: [
        ['类别', '项目', '金额'],
        ['运行', '水费', money(1)],
        [null, '电费', money(2)],
        ['其他', '邮费', money(4)],
      ],
      merges: ['A2:A3'],
      hiddenRows: [2, 5],
    }
    const transcript = await readSheets(sheet)
    expect(shape(transcript)).toEqual(['g 类别|项目|金额', 'g 运行|电费|2.00', 'g 其他|邮费|4.00'])
    expect(cellsOf(transcript)).toMatchObject({ A2: '运行' })
  })

  it('covers what stands below merged cells', async () => {
    const transcript = await readSheets({
      name: 'Sheet1',
      rows: [
        ['项目', '旧', '金额'],
        ['水费', null, money(1)],
      ],
      merges: ['A1:B1'],
    })
    expect(shape(transcript)).toEqual(['g 项目|金额', 'g 水费|1.00'])
  })

  it('may be a figure that its format does not show', async () => {
    const { lines, warnings } = await readSheets({
      name: 'Sheet1',
      rows: [['水费', { value: '-5', format: '0.00;;' }]],
    })
    expect(lines).toEqual(['水费'])
    expect(told(warnings)).toEqual(['Sheet1!B1 cell-hidden: A number format hides 1 figure, left unread: B1.'])
  })
})

describe('what cannot be told of a workbook', () => {
  it('is named by cell: formulas without a result, errors', async () => {
    const formula = { formula: 'SUM(B1:B9)' }
    const { lines, warnings } = await readSheets({
      name: '表',
      rows: [
        ['水费', formula, { type: 'e', value: '#REF!' }],
        ...Array.from({ length: 12 }, () => ['电费', formula]),
        [
          { type: 'str', formula: 'A1', value: '' },
          { type: 'str', formula: 'A1' },
        ],
        [{ type: 'str', formula: '_xlfn.DISPIMG("ID_1",1)', value: '=DISPIMG("ID_1",1)' }],
      ],
    })
    expect(lines).toContain('#REF!')
    expect(told(warnings)).toEqual([
      '表!B1 formula-without-result: The file stores no result of 14 formulas; left unread: B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, and 4 more. Open it in Excel or LibreOffice and save it.',
      '表!C1 cell-error: C1: 1 error in place of what should stand there.',
      '表!A15 picture-unread: Left unread: 1 picture set into A15.',
    ])
  })

  it('is named: pictures, text boxes, charts', async () => {
    const picture = '<wsDr><pic/><pic/></wsDr>'
    const box = '<wsDr><sp><txBody><p><r><t>单位：</t></r><r><t>万元</t></r></p></txBody></sp><sp><txBody/></sp></wsDr>'
    const chart = sampleXlsxParts([{ name: '表', rows: [['水费', 1]] }, { name: '图' }]).map((part) =>
      part.name.endsWith('workbook.xml.rels')
        ? { ...part, content: String(part.content).replace(/worksheet(?=" Target="worksheets\/sheet2)/, 'chartsheet') }
        : part,
    )
    const { warnings } = await readSheets(
      { name: '扫描', drawing: picture },
      { name: '表', rows: [['水费', 1]], drawing: picture.replace('<pic/>', '') },
      { name: '框', rows: [['水费', 1]], drawing: box },
    )
    expect(told([...warnings, ...(await readWorkbookBytes(sampleArchive(chart))).warnings])).toEqual([
      '扫描! sheet-pictures-only: This sheet holds 2 pictures and no cells; nothing on it was read.',
      '表! picture-unread: This sheet holds 1 picture beside its cells, left unread.',
      '框! text-box-unread: A text box on this sheet is not read: 单位：万元',
      '图! sheet-unread: This sheet is a chart or a macro and has no cells; it is left out.',
    ])
  })

  it.each<[string, Buffer, string]>([
    ['no sheet', sampleXlsx([]), 'file-empty'],
    ['nothing on its sheets', sampleXlsx([{ name: '空' }]), 'file-empty'],
    ['nothing but what is hidden', sampleXlsx([{ name: '空', rows: [['水费']], state: 'hidden' }]), 'file-empty'],
    ['nothing but pictures', sampleXlsx([{ name: '扫描', drawing: '<wsDr><pic/></wsDr>' }]), 'office-pictures-only'],
    [
      'a sheet that is missing',
      sampleArchive(sampleXlsxParts([{ name: '一' }]).filter(({ name }) => !name.endsWith('sheet1.xml'))),
      'office-damaged',
    ],
    ['a text that is missing', sampleXlsx([{ name: '一', rows: [[{ type: 's', value: '7' }]] }]), 'office-damaged'],
    ['a cell in another row', sampleXlsx([{ name: '一', cells: { A1: 1, XFE1: 1 } }]), 'office-damaged'],
    ['a row beyond the last', sampleXlsx([{ name: '一', cells: { A1048577: 1 } }]), 'office-damaged'],
    ['a table over too many fields', sampleXlsx([{ name: '一', cells: diagonal(1_500) }]), 'file-too-large'],
    [
      'more texts than there is room for',
      sampleXlsx([{ name: '一', rows: Array.from({ length: 700 }, () => ['水'.repeat(30_000)]) }]),
      'file-too-large',
    ],
    [
      'merged cells over merged cells',
      sampleXlsx([{ name: '一', cells: { A1: 1, A1048576: 1 }, merges: ['A1:A1048576', 'A1:B1048576', 'B1:B99'] }]),
      'file-too-large',
    ],
  ])('is refused where it is all: %s', async (_, bytes, code) => {
    await expect(readWorkbookBytes(bytes)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('sample.xlsx'),
    })
  })
})

/** Cells from the top left to the bottom right, each in a column of its own beside the first. */
function diagonal(size: number): Record<string, number> {
  const columns = Array.from({ length: size }, (_, at) => {
    const [high, low] = [Math.floor(at / 676), at % 676]
    return `${String.fromCharCode(65 + high)}${String.fromCharCode(65 + Math.floor(low / 26))}${String.fromCharCode(65 + (low % 26))}`
  })
  return Object.fromEntries(
    columns.flatMap((column, at) => [
      [`A${at + 1}`, 1],
      [`${column}${at + 1}`, 1],
    ]),
  )
}
