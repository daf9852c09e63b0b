import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse.ts'

const parse = (text: string) => parseDocument(Buffer.from(`青石县水务局2032年部门预算\n\n${text}`), 'water.txt')

describe('a list of units', () => {
  const list = (rows: string) => `序号\t单位名称\t备注\n${rows}\n\n公务接待费 1.00 万元。\n`

  it('tells how many there are, by its last number', async () => {
    const { facts } = await parse(list('1\t青石县水务局（本级）\t\n2\t青石县河道管理所\t'))
    expect(facts[0]).toMatchObject({
      kind: 'count',
      measure: { name: '预算单位' },
      amount: { value: '2', unit: '家' },
      row: ['青石县河道管理所'],
      basis: null,
    })
  })

  it.each([
    ['with a gap', '1\t青石县水务局\t\n3\t青石县河道管理所\t'],
    ['without a name', '1\t\t\n2\t\t'],
  ])('tells nothing %s', async (_, rows) => {
    const { facts } = await parse(list(rows))
    expect(facts.filter(({ measure }) => measure.name === '预算单位')).toEqual([])
  })
})

describe('the part of a document that explains a project', () => {
  it('names the project of its figures', async () => {
    const { facts } = await parse('第一部分 河道清淤项目经费情况说明\n\n一、年度预算安排\n\n795万元。\n')
    expect(facts[0]).toMatchObject({ project: '河道清淤', amount: { value: '795', unit: '万元' } })
  })

  it('is none where it speaks of all of them', async () => {
    const { facts } = await parse('第一部分 重点项目情况说明\n\n一、安排\n\n公务接待费 795万元。\n')
    expect(facts[0]?.project).toBeNull()
  })
})
