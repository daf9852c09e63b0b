import { describe, expect, it } from 'vitest'
import { readSequences } from './sequence.ts'

/** The cells of each table found, a row a line, parted by bars. */
function tablesIn(text: string): string[] {
  const tables = readSequences(text.split('\n'), new Set())
  return [...tables.values()].map(({ grid }) =>
    grid.rows.map((row) => row.map((cell) => cell.text).join('|')).join('\n'),
  )
}

const SPACED = `一般公共预算支出决算表
部门：青石县水务局    金额单位：万元
科目代码 科目名称 年初结转 本年收入 本年支出 年末结转
合计 基本支出 项目支出
栏次 1 2 3 4 5 6
合计 10.00 1,290.00 1,280.00 900.00 380.00 20.00
213 农林水支出 10.00 1,190.00 1,180.00 800.00 380.00 20.00
2130301 行政运行 0.00 800.00 800.00 800.00 0.00 0.00
2130306 水利工程运行与维护 10.00 390.00 380.00 0.00 380.00 20.00
221 住房保障支出 0.00 100.00 100.00 100.00 0.00 0.00
注：本表反映支出。`

describe('rows with single spaces between their cells', () => {
  it('stand under the header that their sums prove', () => {
    expect(tablesIn(SPACED)).toEqual([
      `科目代码|科目名称|年初结转|本年收入|本年支出|||年末结转
||||合计|基本支出|项目支出|
|合计|10.00|1,290.00|1,280.00|900.00|380.00|20.00
213|农林水支出|10.00|1,190.00|1,180.00|800.00|380.00|20.00
2130301|行政运行|0.00|800.00|800.00|800.00|0.00|0.00
2130306|水利工程运行与维护|10.00|390.00|380.00|0.00|380.00|20.00
221|住房保障支出|0.00|100.00|100.00|100.00|0.00|0.00`,
    ])
  })

  it('tell the lines they stand on, and how far each word of the header goes', () => {
    const [[from, table] = [0, null]] = readSequences(SPACED.split('\n'), new Set())
    expect([from, table?.from, table?.to]).toEqual([2, 2, 10])
    expect(table?.grid.rows[0]?.[4]).toEqual({ text: '本年支出', line: 3, span: { rows: 1, columns: 3 } })
    expect(table?.grid.rows.at(-1)?.map(({ line }) => line)).toEqual([10, 10, 10, 10, 10, 10, 10, 10])
  })

  it('are left where no sum proves over which column a word goes', () => {
    const unproven = SPACED.replace('合计 基本支出 项目支出', '其中 基本支出 项目支出')
    expect(tablesIn(unproven)).toEqual([])
  })

  it('are left where the sums hold under no header', () => {
    expect(tablesIn(SPACED.replaceAll(' 380.00 20.00', ' 480.00 20.00'))).toEqual([])
  })

  it('are passed over one by one where a blank cell is lost', () => {
    const [table] = tablesIn(SPACED.replace('2130301 行政运行 0.00 800.00', '2130301 行政运行 800.00'))
    expect(table).not.toContain('行政运行')
    expect(table).toContain('2130306|水利工程运行与维护|10.00')
  })

  it('of one half go to the half whose ordinals they carry on', () => {
    const [table] = tablesIn(`收入 支出
项目 行次 年初预算数 决算数 项目 行次 年初预算数 决算数
一、财政拨款收入 1 90.00 95.00 一、农林水支出 21 80.00 81.00
二、事业收入 2 10.00 11.00 二、住房保障支出 22 20.00 21.00
三、其他收入 3 0.00 0.00
三、其他支出 23 0.00 1.00
本年收入合计 10 100.00 106.00 本年支出合计 30 100.00 103.00`)
    expect(table?.split('\n').slice(4, 6)).toEqual(['三、其他收入|3|0.00|0.00||||', '||||三、其他支出|23|0.00|1.00'])
  })
})

const STACKED = `单位：万元
功能分类科目
2030年预算数
2031年预算数
科目编码
科目名称
小计
基本支出
项目支出
合计
1,200.00
1,280.00
900.00
380.00
213
农林水支出
1,100.00
1,180.00
800.00
380.00
2130301
行政运行
780.00
800.00
800.00
0.00
221
住房保障支出
100.00
100.00
100.00
0.00`

describe('a cell a line', () => {
  it('stands under the header that its sums prove', () => {
    expect(tablesIn(STACKED)).toEqual([
      `功能分类科目||2030年预算数|2031年预算数||
科目编码|科目名称||小计|基本支出|项目支出
|合计|1,200.00|1,280.00|900.00|380.00
213|农林水支出|1,100.00|1,180.00|800.00|380.00
2130301|行政运行|780.00|800.00|800.00|0.00
221|住房保障支出|100.00|100.00|100.00|0.00`,
    ])
  })

  it('goes on over a page that repeats the header', () => {
    const head = STACKED.split('\n').slice(1, 9).join('\n')
    const [table] = tablesIn(STACKED.replace('\n221\n', `\n${head}\n221\n`))
    expect(table).toBe(tablesIn(STACKED)[0])
  })

  it('is left where a figure more or less stands in every row', () => {
    expect(tablesIn(STACKED.replace(/\n(780|1,100|1,200|100)\.00/g, ''))).toEqual([])
  })
})

describe('what is no table', () => {
  it.each([
    ['a list of names', '一、部门概况\n二、部门预算表\n三、情况说明\n四、名词解释'],
    ['prose', '2031年收入 预算 合计 100.00 万元，比上年 增加 3.00 万元。\n其中 基本支出 60.00 万元。'],
    ['a count of posts', '行政编制\n12\n事业编制\n30'],
    ['nothing', ''],
  ])('is left: %s', (_, text) => {
    expect(tablesIn(text)).toEqual([])
  })
})
