import { describe, expect, it } from 'vitest'
import { readIdentity } from './identity.ts'

const identity = (text: string) => readIdentity(text.split('\n'))

describe('readIdentity', () => {
  it('reads a cover in one line', () => {
    expect(identity('青石县水务局2032年部门预算公开说明')).toMatchObject({
      organization: '青石县水务局',
      fiscalYear: 2032,
      basis: 'budget',
      level: 'department',
      title: '青石县水务局 2032 年部门预算公开',
    })
  })

  it('reads a cover broken over lines, with mark-up, and final accounts of a unit', () => {
    expect(identity('# 青石县\n\n# **青石县水务局**\n\n# 2032 年度单位决算\n\n目录')).toMatchObject({
      organization: '青石县水务局',
      fiscalYear: 2032,
      basis: 'final_accounts',
      level: 'unit',
    })
  })

  it('takes the year of tables that have no cover', () => {
    const tables = '2032年部门收支总表\n编制单位：青石县水务局\n2031年预算数\n2032年预算数说明。'
    expect(identity(tables)).toMatchObject({ organization: '青石县水务局', fiscalYear: 2032 })
    expect(identity('部门收支总表\n编制单位：青石县水务局').fiscalYear).toBeNull()
  })

  it('does not take 预决算公开 for final accounts', () => {
    expect(identity('预决算公开\n青石县水务局2032年单位预算').basis).toBe('budget')
  })

  it('takes the fullest name that the document prints, without the province in front of the prefecture', () => {
    const text = '博州水利局2032年部门预算\n\n编制单位：新疆维吾尔自治区博尔塔拉蒙古自治州水利局\n编制单位：博州水利局'
    const { organization, aliases } = identity(text)
    expect(organization).toBe('博尔塔拉蒙古自治州水利局')
    expect(aliases).toEqual(expect.arrayContaining(['博州水利局']))
    expect(aliases).not.toContain(organization)
  })

  it('holds names of one place and one kind of body together', () => {
    const text = '博州教育体育局2032年部门预算\n\n编制单位：博尔塔拉蒙古自治州教育局'
    expect(identity(text).organization).toBe('博尔塔拉蒙古自治州教育局')
  })

  it('keeps the province where nothing follows it', () => {
    expect(identity('四川省水利厅2032年部门预算').organization).toBe('四川省水利厅')
    expect(identity('四川省峨眉水库管理处2032年单位预算').organization).toBe('四川省峨眉水库管理处')
  })

  it('derives short forms of the body and of the place', () => {
    const { aliases } = identity('博尔塔拉蒙古自治州医疗保障局2032年部门预算')
    expect(aliases).toEqual(expect.arrayContaining(['博州医疗保障局', '博州医保局', '博尔塔拉蒙古自治州医保局']))
    expect(aliases.every((alias) => !/[A-Za-z]/.test(alias))).toBe(true)
  })

  it('does not take the label of a field for part of a name', () => {
    expect(identity('2032年单位决算\n\n主管部门 青石县水务局 实施单位 青石县水务局').organization).toBe('青石县水务局')
  })

  it('takes the year that most headings give, the later of two that tie', () => {
    expect(identity('青石县水务局预算公开\n\n水务局概况（2031年）\n\n收入预算表（2032年）').fiscalYear).toBe(2032)
    expect(identity('青石县水务局部门预算\n\n单位：万元 （ 2031 年度）').fiscalYear).toBe(2031)
  })

  it('tells the level from the headings of the parts where the title does not say', () => {
    expect(identity('青石县水务局2032年预算公开\n\n第二部分 2032年单位预算公开表').level).toBe('unit')
    expect(identity('青石县水务局2032年预算公开\n\n第一部分 部门预算情况').level).toBe('department')
    expect(identity('青石县水务局2032年预算公开').level).toBeNull()
  })

  it('says so where a document names nothing of itself', () => {
    expect(identity('收支情况\n\n收入 1.00 万元。')).toMatchObject({
      organization: '未署名单位',
      fiscalYear: null,
      basis: null,
      level: null,
      title: '未署名单位预算公开',
    })
  })

  it('does not take the year compared with, nor a date, for that of the disclosure', () => {
    const text =
      '青石县水务局2032年“三公”经费预算情况\n\n一、公务接待费3万元，比2031年预算减少1万元，与2031年预算相比下降25%。'
    expect(identity(text)).toMatchObject({ organization: '青石县水务局', fiscalYear: 2032, basis: 'budget' })
    expect(identity('青石县水务局部门决算\n\n决算公开时间：2033年09月26日\n\n2032年度部门决算说明').fiscalYear).toBe(
      2032,
    )
  })

  it('lets no sentence with figures outvote the cover on the year', () => {
    const text = '青石县水务局2032年部门预算公开\n\n七、说明\n\n接待费预算3万元，原因是2031年支出4万元。'
    expect(identity(text).fiscalYear).toBe(2032)
  })

  it('takes a fund named after its budget, a law, or an execution for no word on the basis', () => {
    expect(identity('2032年一般公共预算“三公”经费决算执行情况说明').basis).toBe('final_accounts')
    expect(identity('推进政府预算信息公开，2032年公务接待费决算12万元，公务用车购置费决算3万元。').basis).toBe(
      'final_accounts',
    )
    expect(identity('青石县2031年预算执行情况和2032年预算（草案）的报告')).toMatchObject({
      organization: '青石县',
      fiscalYear: 2032,
      basis: 'budget',
    })
  })

  it('takes what a unit evaluates itself for money spent', () => {
    expect(identity('青石县数据中心2032年度项目支出绩效单位自评报告')).toMatchObject({
      organization: '青石县数据中心',
      fiscalYear: 2032,
      basis: 'final_accounts',
    })
  })

  it('leaves words of a site, a second name and whose accounts are in it out of the name', () => {
    const name = (text: string) => identity(text).organization
    expect(name('无障碍阅读\n\n青石县水务局2032年部门预算公开')).toBe('青石县水务局')
    expect(name('欢迎来到青石县中医医院\n\n2032年度青石县中医医院单位决算')).toBe('青石县中医医院')
    expect(name('青石县水务局（青石县河湖管理局）2032年度部门决算')).toBe('青石县水务局')
    expect(name('青石县水务局（汇总）2032年度部门决算')).toBe('青石县水务局')
    expect(name('第一部分 青石县水务局概况\n\n第二部分青石县水务局2032年部门预算表')).toBe('青石县水务局')
  })

  it('reads one accounts of the unit itself by 本级', () => {
    expect(identity('2032年度青石县水务局（本级）决算公开').level).toBe('unit')
  })

  it('names the place or the publisher where no title names a body', () => {
    expect(identity('现将白鹭镇2032年度“三公”经费决算情况公布如下：').organization).toBe('白鹭镇')
    expect(identity('发布单位：青石县水务局\n\n收支情况').organization).toBe('青石县水务局')
    expect(identity('2032年我镇“三公”经费预算为2万元。').organization).toBe('未署名单位')
  })
})
