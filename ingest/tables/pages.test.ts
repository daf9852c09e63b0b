import { describe, expect, it } from 'vitest'
import type { Block } from '../domain/block.ts'
import { buildTables } from './build.ts'

/** Pages of cells parted by bars, each below its lines of caption. */
function tablesOf(...pages: readonly (readonly [caption: readonly string[], rows: readonly string[]])[]) {
  let line = 0
  const blocks = pages.flatMap(([caption, rows]): Block[] => [
    ...caption.map((text): Block => ({ kind: 'paragraph', spans: [{ text, line: ++line }] })),
    { kind: 'grid', rows: rows.map((row) => row.split('|').map((text) => ({ text, line: ++line }))) },
  ])
  return buildTables(blocks, 'd', ['青石县水务局']).map(({ table }) => table.rows.map(({ label }) => label))
}

const CAPTION = ['公开03表', '支出决算表', '单位：万元']
const HEADER = '科目编码|科目名称|本年支出合计'
const FIRST = [HEADER, '|合计|9.00', '213|农林水支出|9.00']

describe('a caption printed again on the next page', () => {
  it('goes on with the table where the header comes again', () => {
    const whole = [['合计', '农林水支出', '水利']]
    expect(tablesOf([CAPTION, FIRST], [CAPTION, [HEADER, '21303|水利|9.00']])).toEqual(whole)
    const said = ['公开03表', '支出决算表（续表）', '单位：万元']
    expect(tablesOf([CAPTION, FIRST], [said, [HEADER, '21303|水利|9.00']])).toEqual(whole)
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['another title', ['公开03表', '收入决算表', '单位：万元'], [HEADER, '21303|水利|9.00']],
    ['another header', CAPTION, ['科目编码|科目名称|基本支出|项目支出', '21303|水利|4.00|5.00']],
    ['a total of its own', CAPTION, [HEADER, '|合计|7.00', '208|社会保障和就业支出|7.00']],
  ])('opens another table with %s', (_, caption, rows) => {
    expect(tablesOf([CAPTION, FIRST], [caption, rows])).toHaveLength(2)
  })

  it('opens the form of another project', () => {
    const form = (project: string) => [
      `预算单位|青石县水务局|项目名称|${project}`,
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|长度|12公里',
    ]
    const caption = ['项目支出绩效目标表']
    expect(tablesOf([caption, form('修渠')], [caption, form('清淤')])).toHaveLength(2)
  })
})
