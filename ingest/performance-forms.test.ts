import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse.ts'

/** What a performance form of a budget for 2032 prints, as "kind year name value". */
async function planned(...rows: readonly (readonly string[])[]): Promise<readonly string[]> {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  const page = `<!doctype html><meta charset="utf-8"><p>青石县水务局 2032 年度部门预算</p><p>项目支出绩效目标表</p><table>${cells}</table>`
  const { facts } = await parseDocument(Buffer.from(page), 'a.html')
  return facts.map(
    ({ kind, fiscalYear, measure, comparator, amount }) =>
      `${kind} ${fiscalYear} ${measure.name} ${comparator ?? ''}${amount.value}${amount.unit}`,
  )
}

/** An evaluation form as a web page prints it, with what its last row says. */
function form(...last: readonly string[]): Promise<readonly string[]> {
  const rows = [
    ['项目名称', '修渠'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '修渠长度', '12公里', '11公里', '20', '18'],
    ['效益指标', '社会效益指标', '受益农户', '300户', '310户', '80', '78.5'],
    [...last],
  ]
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  const page = `<!doctype html><meta charset="utf-8"><p>青石县水务局 2032 年度部门决算</p><p>项目支出绩效自评表</p><table>${cells}</table>`
  return parseDocument(Buffer.from(page), 'a.html').then(({ facts }) =>
    facts.map(({ kind, measure, amount }) => `${kind} ${measure.name} ${amount.value}${amount.unit}`),
  )
}

describe('facts of a performance form', () => {
  it('reads the points that a form reached in all', async () => {
    expect(await form('总分', '', '', '', '', '100', '96.5')).toContain('score 自评总分 96.5分')
  })

  it.each([
    ['words', ['总分', '', '', '', '', '100', '优']],
    ['nothing', ['总分', '', '', '', '', '100']],
    ['another row', ['合计', '', '', '', '', '100', '96.5']],
  ])('takes no total from %s', async (_, last) => {
    expect((await form(...last)).filter((fact) => fact.includes('自评总分'))).toEqual([])
  })
})

describe('indicators by the heads of their columns', () => {
  it('takes sign, figure and unit from columns of their own, and what the year before reached', async () => {
    const facts = await planned(
      ['项目名称', '修渠'],
      ['一级指标', '二级指标', '三级指标', '指标性质', '上年实际', '本年目标值', '度量单位', '权重'],
      ['产出指标', '数量指标', '修渠长度', '≥', '11', '12', '公里', '40'],
      ['效益指标', '社会效益指标', '受益农户', '＝', '280', '300', '户', '50'],
    )
    expect(facts).toEqual(
      expect.arrayContaining([
        'target 2032 修渠长度 >=12公里',
        'actual 2031 修渠长度 11公里',
        'score 2032 修渠长度 40分',
        'actual 2031 受益农户 280户',
      ]),
    )
  })

  it('does not take a weight in front of the target for it', async () => {
    const facts = await planned(
      ['项目名称', '修渠'],
      ['一级指标', '二级指标', '三级指标', '权重', '指标值'],
      ['产出指标', '数量指标', '修渠长度', '40', '≥12公里'],
    )
    expect(facts).toEqual(expect.arrayContaining(['target 2032 修渠长度 >=12公里', 'score 2032 修渠长度 40分']))
    expect(facts).not.toContain('target 2032 修渠长度 40')
  })
})
