import { describe, expect, it } from 'vitest'
import type { Block } from '../domain/block.ts'
import type { Role } from '../domain/table.ts'
import { buildTables } from './build.ts'
import { cellAmount } from './cell-amount.ts'
import { sectionRole } from './role.ts'
import { readCaption } from './title.ts'

/** Title, header and rows of a made-up table, and its role. */
const TABLES: readonly (readonly [string, readonly string[], Role])[] = [
  ['单位收支总体情况表', ['收入\t金额\t支出\t金额', '事业收入\t1.00\t水利\t1.00'], 'income_expenditure'],
  ['财政拨款收支总体情况表', ['收入\t金额\t支出\t金额', '拨款\t1.00\t水利\t1.00'], 'fiscal_appropriation'],
  ['收入情况表', ['项目\t合计\t事业收入', '水利\t1.00\t1.00'], 'income'],
  ['情况表', ['项目\t基本支出\t项目支出', '水利\t1.00\t2.00'], 'expenditure'],
  ['情况表', ['项目\t一般公共预算', '水利\t1.00'], 'general_public_budget'],
  ['财政拨款项目支出情况表', ['科目\t金额', '水利\t1.00'], 'project_expenditure'],
  ['经济分类情况表', ['科目编码\t科目名称\t合计', '30201\t办公费\t1.00'], 'appropriation_economic'],
  ['基本情况表', ['科目编码\t科目名称\t人员经费', '30201\t办公费\t1.00'], 'basic_expenditure'],
  ['政府性基金预算支出表', ['项目\t合计', '水利\t1.00'], 'government_fund'],
  ['国有资本经营预算支出表', ['项目\t合计', '水利\t1.00'], 'state_capital'],
  ['社会保险基金预算表', ['项目\t合计', '水利\t1.00'], 'social_insurance_fund'],
  ['上年结转结余情况表', ['项目\t合计', '水利\t1.00'], 'carry_over'],
  ['政府购买服务表', ['项目\t合计', '水利\t1.00'], 'purchased_services'],
  ['情况表', ['采购目录\t合计', '电脑\t1.00'], 'procurement'],
  ['情况表', ['固定资产\t合计', '1.00\t1.00'], 'assets'],
  ['非税收入征收计划表', ['项目\t合计', '罚款\t1.00'], 'levy_plan'],
  ['机关运行经费表', ['项目\t合计', '办公费\t1.00'], 'operating_expense'],
  ['情况表', ['三级指标\t指标值', '长度\t≥1公里'], 'performance'],
  ['情况表', ['项目\t合计', '因公出国费\t1', '公务用车费\t1', '公务接待费\t1'], 'three_public'],
  ['基本支出表', ['名称\t数', '办公费\t1.00'], 'basic_expenditure'],
  ['项目支出表', ['名称\t数', '水利\t1.00'], 'project_expenditure'],
  ['收支总表', ['名称\t数', '水利\t1.00'], 'income_expenditure'],
  ['财政拨款收支总表', ['名称\t数', '水利\t1.00'], 'fiscal_appropriation'],
  ['收入支出决算总表', ['名称\t数', '水利\t1.00'], 'income_expenditure'],
  ['收入决算表', ['名称\t数', '水利\t1.00'], 'income'],
  ['支出决算表', ['名称\t数', '水利\t1.00'], 'expenditure'],
  ['项目支出表（不含上年结转）', ['名称\t数', '水利\t1.00'], 'project_expenditure'],
  ['专项经费表', ['单位（项目）名称\t合计\t事业收入', '修渠\t1.00\t1.00'], 'project_expenditure'],
  [
    '支出预算表',
    ['科目\t合计\t财政拨款/基本支出\t财政拨款/项目支出\t其他收入', '水利\t4.00\t1.00\t2.00\t1.00'],
    'expenditure',
  ],
  ['其他情况表', ['名称\t数', '水利\t1.00'], 'other'],
]

/** What a reader makes of a title above rows of cells parted by tabs. */
function blocksOf(title: string, rows: readonly string[]): Block[] {
  const cells = rows.map((row, index) => row.split('\t').map((text) => ({ text, line: index + 2 })))
  return [
    { kind: 'paragraph', spans: [{ text: title, line: 1 }] },
    { kind: 'grid', rows: cells },
  ]
}

describe('the role of a table', () => {
  it.each(TABLES)('%s with %j is %s', (title, rows, role) => {
    const [built] = buildTables(blocksOf(title, rows), 'd', [])
    expect(built?.table.role).toBe(role)
  })
})

describe('the role of a section', () => {
  it('comes from the innermost heading that tells', () => {
    expect(sectionRole(['第三部分 说明', '五、“三公”经费说明', '（一）总体情况'])).toBe('three_public')
    expect(sectionRole(['一、收支情况', '（二）机构设置'])).toBe('organization')
    expect(sectionRole(['第一部分'])).toBe('other')
  })
})

describe('cellAmount', () => {
  it.each([
    ['1,204.71', '1204.71', '', null],
    ['-44.28', '-44.28', '', null],
    ['≥ 95 %', '95', '%', '>='],
    ['<=3次', '3', '次', '<='],
    ['＝15人', '15', '人', '='],
    ['2000元/月', '2000', '元/月', null],
    ['50万元以上', '50', '万元', null],
    ['1 204.71', '1204.71', '', null],
  ])('reads %j', (text, value, unit, comparator) => {
    expect(cellAmount(text)).toMatchObject({ amount: { value, unit }, comparator })
  })

  it.each(['', '—', '合计', '2032年3月', '1-2', '1.2.3', 'A1'])('reads no figure in %j', (text) => {
    expect(cellAmount(text)).toBeNull()
  })
})

describe('readCaption', () => {
  const caption = (...texts: string[]) => readCaption(texts.map((text, index) => ({ text, line: index + 1 })))

  it('finds number, title and unit, in one line or in several', () => {
    expect(caption('表八：', '支出预算表', '编制单位：某局', '单位：万元')).toEqual({
      number: '表八',
      title: '支出预算表',
      unit: '万元',
      line: 2,
    })
    expect(caption('表 3-2 收入预算表 ', '金额单位：人民币元')).toEqual({
      number: '表3-2',
      title: '收入预算表',
      unit: '元',
      line: 1,
    })
  })

  it('finds a number in front of what else stands above the table, or of several parts', () => {
    expect(caption('支出预算表', '表二   部门名称：某局   单位：万元')).toMatchObject({
      number: '表二',
      title: '支出预算表',
    })
    expect(caption('预算03-1表', '支出预算表')).toMatchObject({ number: '预算03-1表' })
    expect(caption('支出预算表', '表二的数为预算数')).toMatchObject({ number: null })
  })

  it('finds none where the lines are sentences, fields or parts', () => {
    expect(caption('第二部分 预算表', '（2032年）', '公开部门：某局', '详见下表，谢谢。')).toEqual({
      number: null,
      title: '',
      unit: null,
      line: null,
    })
  })
})
