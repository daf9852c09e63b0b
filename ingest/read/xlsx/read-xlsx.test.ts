import { describe, expect, it } from 'vitest'
import { sampleArchive } from '../office/sample-archive.ts'
import { readerContract } from '../reader.contract.ts'
import { cellsOf, money, readSheets, readWorkbookBytes, shape } from './samples/sample-reading.ts'
import { type SampleSheet, sampleXlsx, sampleXlsxParts, xlsxOfLines } from './samples/sample-xlsx.ts'

readerContract({ name: 'the reader of workbooks', fileOf: xlsxOfLines, read: readWorkbookBytes })

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
    expect(cellsOf(await readWorkbookBytes(sampleXlsx([{ name: 'Sheet1', cells: { E1: day } }], true)))).toEqual({
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
    expect(cellsOf(await readWorkbookBytes(sampleArchive(parts)))).toEqual({ A1: '1', C1: '2', D1: '3', A2: '4' })
  })

  it('makes a grid of a table, with its merged cells, and lines of what stands around it', async () => {
    const sheet: SampleSheet = {
      name: '三公',
      rows: [
        ['公开07表', null, null, null],
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
      'p 公开07表',
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
    const table = [
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
      ['项目', '2032年'],
      ['合计', null],
      ['备注：本表不含捐款。', null],
    ]
    const read = shape(await readSheets({ name: '运行与采购', rows: table }))
    expect(read).toEqual([
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
      'g 项目|2032年',
      'g 合计|',
      'p 备注：本表不含捐款。',
    ])
    // Without a name, the sheet may be a page of a longer document, whose headings stay open.
    expect(shape(await readSheets({ name: 'Page 1', rows: table }))).toEqual(
      read.map((line) => line.replace(/^h1 (.*表)$/, 'p $1')),
    )
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
