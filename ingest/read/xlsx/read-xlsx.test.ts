import { describe, expect, it } from 'vitest'
import { paragraphText } from '../../domain/block.ts'
import type { Warning } from '../../domain/document.ts'
import { sampleArchive } from '../office/sample-archive.ts'
import { readFileContent } from '../reader.ts'
import type { Transcript } from '../transcript.ts'
import { type SampleSheet, sampleXlsx, sampleXlsxParts } from './sample-xlsx.ts'

async function read(bytes: Uint8Array): Promise<Transcript> {
  const content = await readFileContent(bytes, 'sample.xlsx')
  if (content.places === null) throw new Error('read as a text')
  return content
}

const readSheets = (...sheets: readonly SampleSheet[]) => read(sampleXlsx(sheets))

/** Blocks in short: "h1 …" a heading, "p …" a paragraph, "g a|b" a row of a grid, merged cells as "a<2x1>". */
function shape({ blocks }: Transcript): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`h${block.level} ${block.text}`]
    if (block.kind === 'paragraph') return [`p ${paragraphText(block)}`]
    const cell = ({ text, span }: (typeof block.rows)[number][number]) =>
      span ? `${text}<${span.rows}x${span.columns}>` : text
    return block.rows.map((row) => `g ${row.map(cell).join('|')}`)
  })
}

const cellsOf = ({ lines, places }: Transcript) =>
  Object.fromEntries(lines.map((line, at) => [places[at]?.kind === 'cell' ? places[at].cell : '', line]))
const told = (warnings: readonly Warning[]) =>
  warnings.map(({ code, message, sheet, cell }) => `${sheet}!${cell ?? ''} ${code}: ${message}`)
const money = (value: number) => ({ value: String(value), format: '#,##0.00' })

describe('a workbook', () => {
  it('says what is printed, cell by cell, each at its place', async () => {
    const { lines, places } = await readSheets(
      {
        name: '一',
        cells: { B2: '公务接待费', C2: money(1234.5), C3: money(0), C4: { value: '0', format: '0.00;;;' } },
      },
      { name: '二', cells: { AA7: ' 1,204.50 ' } },
    )
    expect(lines).toEqual(['一', '公务接待费', '1,234.50', '0.00', '1,204.50'])
    expect(places).toEqual([
      { kind: 'cell', sheet: '一', cell: 'A1' },
      { kind: 'cell', sheet: '一', cell: 'B2' },
      { kind: 'cell', sheet: '一', cell: 'C2' },
      { kind: 'cell', sheet: '一', cell: 'C3' },
      { kind: 'cell', sheet: '二', cell: 'AA7' },
    ])
  })

  it('reads every kind of cell', async () => {
    const day = { value: '45000', format: 'yyyy"年"m"月"d"日"' }
    const found = cellsOf(
      await readSheets({
        name: 'Sheet1',
        cells: {
          A1: { type: 'inlineStr', value: '<r><t>公务</t></r><r><t>接待费</t></r><rPh><t>gongwu</t></rPh>' },
          B1: { type: 'str', value: '甲_x000D_乙', formula: 'A1' },
          C1: { type: 'b', value: '1' },
          D1: { type: 'd', value: '2032-01-20' },
          E1: day,
          F1: { value: '0.30000000000000004' },
          G1: { value: '1264.5', formula: 'SUM(A1:A9)', format: '0.00' },
          H1: { value: '水' },
          I1: { type: 's' },
        },
      }),
    )
    expect(found).toEqual({
      A1: '公务接待费',
      B1: '甲乙',
      C1: 'TRUE',
      D1: '2032-01-20',
      E1: '2023年3月15日',
      F1: '0.3',
      G1: '1264.50',
      H1: '水',
    })
    expect(cellsOf(await read(sampleXlsx([{ name: 'Sheet1', cells: { E1: day } }], true)))).toEqual({
      E1: '2027年3月16日',
    })
  })

  it('knows where cells stand that do not say it', async () => {
    const parts = sampleXlsxParts([{ name: 'Sheet1' }]).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content:
              '<worksheet><sheetData><row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData></worksheet>',
          }
        : part,
    )
    expect(cellsOf(await read(sampleArchive(parts)))).toEqual({ A1: '1', C1: '2', D1: '3', A2: '4' })
  })

  it('makes a grid of a table, with its merged cells, and lines of what stands around it', async () => {
    const sheet: SampleSheet = {
      name: '三公',
      rows: [
        ['表七', null, null, null],
        ['一般公共预算“三公”经费支出表', null, null, null],
        ['编制单位：青石县水务局', null, null, '单位：万元'],
        ['合计', '公务用车', null, '公务\n接待费'],
        [null, '购置费', '运行费', null],
        [money(12.4), null, money(9.3), money(3.1)],
        ['注：本表不含项目支出。', null, null, null],
      ],
      merges: ['A2:D2', 'A4:A5', 'B4:C4', 'D4:D5', 'A7:D7'],
    }
    expect(shape(await readSheets(sheet))).toEqual([
      'p 表七',
      'h1 一般公共预算“三公”经费支出表',
      'g 编制单位：青石县水务局|||单位：万元',
      'g 合计<2x1>|公务用车<1x2>||公务接待费<2x1>',
      'g |购置费|运行费|',
      'g 12.40||9.30|3.10',
      'p 注：本表不含项目支出。',
    ])
  })

  it('opens a sheet without a title by its name, unless that says nothing', async () => {
    const rows = [
      ['项目', '金额'],
      ['水费', money(1)],
    ]
    expect(shape(await readSheets({ name: '机关运行经费', rows }, { name: 'Sheet2', rows }))).toEqual([
      'h1 机关运行经费',
      'g 项目|金额',
      'g 水费|1.00',
      'g 项目|金额',
      'g 水费|1.00',
    ])
  })

  it('tells several tables of a sheet apart, and leaves names without figures in theirs', async () => {
    const rows = [
      ['机关运行经费支出表', null],
      ['项目', '金额'],
      ['一、商品和服务支出', null],
      ['办公费', money(5.2)],
      [null, null],
      ['水费', money(1)],
      ['政府采购预算表', null],
      ['单位：元', null],
      ['品目', '预算数'],
      ['计算机', money(9000)],
      ['第二部分 说明', null],
      ['全年预算安排 9,006.20 元。', null],
      ['编制部门：青石县水务局', '单位：万元'],
      ['项目', '2032年'],
      ['电费', money(2)],
    ]
    expect(shape(await readSheets({ name: 'Sheet1', rows }))).toEqual([
      'h1 机关运行经费支出表',
      'g 项目|金额',
      'g 一、商品和服务支出|',
      'g 办公费|5.20',
      'g 水费|1.00',
      'h1 政府采购预算表',
      'p 单位：元',
      'g 品目|预算数',
      'g 计算机|9,000.00',
      'h1 第二部分 说明',
      'p 全年预算安排 9,006.20 元。',
      'g 编制部门：青石县水务局|单位：万元',
      'g 项目|2032年',
      'g 电费|2.00',
    ])
  })

  it('reads sheets of prose line by line, and undoes their wraps', async () => {
    const rows = [
      ['2032年部门预算情况说明'],
      ['一、关于收支预算总体情况的说明以及与上年预算的比较'],
      ['2032年收入总预算 1,264.50 万元，比上年预算增加 60.00 万元，主要原因是新开工了'],
      ['两项水利工程。\n\n二、其他\n无。'],
    ]
    expect(shape(await readSheets({ name: '说明', rows }))).toEqual([
      'h1 2032年部门预算情况说明',
      'h2 一、关于收支预算总体情况的说明以及与上年预算的比较',
      'p 2032年收入总预算 1,264.50 万元，比上年预算增加 60.00 万元，主要原因是新开工了两项水利工程。',
      'h2 二、其他',
      'p 无。',
    ])
  })

  it('reads cover and contents as lines, not as tables', async () => {
    expect(
      shape(
        await readSheets(
          { name: '封面', cells: { B2: '2032年部门预算', B4: '单位名称：', C4: '青石县水务局' } },
          {
            name: 'Sheet2',
            rows: [
              ['目 录', null],
              ['表一', '部门收支总表'],
              ['1', '部门收入总表'],
            ],
          },
        ),
      ),
    ).toEqual(['p 2032年部门预算', 'p 单位名称： 青石县水务局', 'p 目 录', 'p 表一 部门收支总表', 'p 1 部门收入总表'])
  })
})

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
      ],
    })
    expect(lines).toContain('#REF!')
    expect(told(warnings)).toEqual([
      '表!B1 formula-without-result: The file stores no result of 14 formulas; left unread: B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, and 4 more. Open it in Excel or LibreOffice and save it.',
      '表!C1 cell-error: C1: 1 error in place of what should stand there.',
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
    expect(told([...warnings, ...(await read(sampleArchive(chart))).warnings])).toEqual([
      '扫描! sheet-pictures-only: This sheet holds 2 pictures and no cells; nothing on it was read.',
      '表! picture-unread: This sheet holds 1 picture beside its cells, left unread.',
      '框! text-box-unread: A text box on this sheet is not read: 单位：万元',
      '图! sheet-unread: This sheet holds a chart and no cells; it is left out.',
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
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringContaining('sample.xlsx') })
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
