import { describe, expect, it } from 'vitest'
import { checkText, otherFigure, plantError } from './planted-errors.ts'

const TEXT = `青石县水务局 2031 年部门预算公开

一般公共预算支出情况表
单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
205\t教育支出\t1.15\t1.15\t
213\t农林水支出\t300.00\t100.00\t200.00
221\t住房保障支出\t20.00\t20.00\t
\t合计\t321.15\t121.15\t200.00

青石县水务局 2031 年 3 月 1 日
`

describe('an error planted in a text', () => {
  it('changes a figure beyond its print and into no other number of digits', () => {
    for (let step = 0; step < 9; step += 1) {
      const other = otherFigure('1,204.50', () => step / 9)
      expect(other).toMatch(/^[2-9],204\.50$/)
    }
    expect(otherFigure('0.05', () => 0)).toMatch(/^0\.0[1-46-9]$/)
  })

  it('is planted only in figures that take part in a relation', async () => {
    const { figures, findings } = await checkText(TEXT)
    expect(findings).toEqual([])
    expect(figures.map(({ raw }) => raw).sort()).toEqual(
      ['1.15', '1.15', '300.00', '100.00', '200.00', '20.00', '20.00', '321.15', '121.15', '200.00'].sort(),
    )
    expect(figures.every(({ line }) => line >= 7 && line <= 10)).toBe(true)
  })

  it('is found, and named where two relations tell of it', async () => {
    const checked = await checkText(TEXT)
    const figure = checked.figures.find(({ raw }) => raw === '100.00')
    if (!figure) throw new Error('100.00 is in no relation')
    expect(figure.rules).toHaveLength(2)
    expect(await plantError(TEXT, checked, figure, () => 0)).toMatchObject({
      changed: '200.00',
      found: true,
      named: true,
      lost: [],
    })
  })
})
