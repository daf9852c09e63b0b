import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse.ts'

/** "名*2": a cell over two columns; "名↓2": over two rows. */
function cellOf(text: string): string {
  const [word = '', across = '1', down = '1'] = text.split(/[*↓]/)
  const [columns, rows] = text.includes('↓') ? ['1', across] : [across, down]
  return `<td colspan="${columns}" rowspan="${rows}">${word}</td>`
}

/** The facts of a table of a made-up web page: "name | parents | facet | value unit year". */
function factsOf(heading: string, ...rows: readonly string[]): Promise<readonly string[]> {
  const cells = rows.map((row) => `<tr>${row.split('|').map(cellOf).join('')}</tr>`).join('')
  const page = `<!doctype html><meta charset="utf-8"><p>青石县水务局 2032 年单位预算</p><p>${heading}</p><p>单位：万元</p><table>${cells}</table>`
  return parseDocument(Buffer.from(page), 'a.html').then(({ facts }) =>
    facts.map(({ measure, parents, facet, amount, fiscalYear, project }) =>
      [
        measure.name,
        parents.join('>'),
        facet.join('/'),
        `${amount.value}${amount.unit}`,
        fiscalYear,
        ...(project === null ? [] : ['project']),
      ].join('|'),
    ),
  )
}

describe('facts of tables', () => {
  it('are of a half of the table whose head narrows none of its items', async () => {
    const facts = await factsOf(
      '一般公共预算基本支出表',
      '人员经费*3|公用经费*3',
      '科目编码|科目名称|金额|科目编码|科目名称|金额',
      '301|工资福利支出|9.00|302|商品和服务支出|2.00',
      '30101|基本工资|9.00|30217|公务接待费|2.00',
    )
    expect(facts).toContain('公务接待费|商品和服务支出||2.00万元|2032')
    expect(facts).toContain('基本工资|工资福利支出||9.00万元|2032')
  })

  it('are of last year where nothing but that heads their column', async () => {
    const facts = await factsOf(
      '“三公”经费及培训费支出表',
      '单位名称↓2|上年*2|当年*2',
      '公务接待费|培训费|公务接待费|培训费',
      '青石县水务局|1.50|2.20|1.20|2.60',
    )
    expect(facts).toContain('培训费|||2.20万元|2031')
    expect(facts).toContain('培训费|||2.60万元|2032')
  })

  it('are of the projects that rows name, not of what is said of them', async () => {
    const facts = await factsOf(
      '专项业务经费支出表',
      '单位（项目）名称|项目简介|项目金额|一般公共预算|事业收入',
      '合计||70.00|60.00|10.00',
      '修渠|疏浚干渠|60.00|60.00|',
      '巡查|雇用护渠员|10.00||10.00',
    )
    expect(facts).toContain('修渠|||60.00万元|2032|project')
    expect(facts).toContain('项目支出|||70.00万元|2032')
    expect(facts).toContain('项目支出||事业收入|10.00万元|2032')
  })

  it('are contained in the merged cells beside their rows', async () => {
    const facts = await factsOf(
      '项目支出表',
      '项目类别|项目名称|合计',
      '水利工程↓2|修渠|60.00',
      '清淤|8.00',
      '管理|巡查|10.00',
    )
    expect(facts).toContain('清淤|水利工程||8.00万元|2032|project')
    expect(facts).toContain('巡查|管理||10.00万元|2032|project')
  })

  it('are of whole accounts beside the accounts they are made of', async () => {
    const facts = await factsOf(
      '一般公共预算基本支出表',
      '类级科目|类级金额|款级编码|款级科目名称|预算数',
      '302商品和服务支出↓2|6.00↓2|30201|办公费|4.00',
      '30217|公务接待费|2.00',
    )
    expect(facts).toContain('商品和服务支出|||6.00万元|2032')
    expect(facts).toContain('公务接待费|商品和服务支出||2.00万元|2032')
  })

  it('are counted in what their names say', async () => {
    const facts = await factsOf(
      '“三公”经费统计表',
      '项目|统计数',
      '国内公务接待批次（个）|12',
      '国内公务接待人次（人）|90',
      '公务用车保有量（辆）|3',
      '因公出国（境）团组数（个）|1',
    )
    expect(facts).toEqual([
      '国内公务接待批次|||12批次|2032',
      '国内公务接待人次|||90人次|2032',
      '公务用车保有量|||3辆|2032',
      '因公出国（境）团组数|||1个|2032',
    ])
  })

  it('tell the money of a form, its columns headed in short', async () => {
    const facts = await factsOf(
      '项目支出绩效自评表',
      '项目名称|修渠*6',
      '项目资金（万元）||年初预算|全年预算|全年执行|分值|得分',
      '|年度资金总额|20.00|25.80|23.68|10|9.18',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '产出|数量|修渠长度|≥12公里|13公里|20|20',
    )
    expect(facts).toContain('年初预算数|年度资金总额||20.00万元|2032|project')
    expect(facts).toContain('全年执行数|年度资金总额||23.68万元|2032|project')
  })
})
