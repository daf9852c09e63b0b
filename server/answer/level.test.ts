import { afterAll, describe, expect, test } from 'vitest'
import { levelsAsked } from './level.ts'
import { answersOf, contextsOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'

/** One unit's disclosure of 2031, as a 部门 with what is below it or as a 单位 alone. */
function disclosure(kind: '部门' | '单位', [total, running, project]: readonly [string, string, string]): string {
  return `文山州司法局2031年${kind}预算

第一部分 ${kind}概况
文山州司法局是主管全州司法行政工作的政府工作部门。

第二部分 2031年${kind}预算表

2031年${kind}支出预算总表
编制${kind}：文山州司法局\t单位：元
科目编码\t科目名称\t合计\t基本支出\t项目支出
204\t公共安全支出\t${total}\t${running}\t${project}
20406\t司法\t${total}\t${running}\t${project}
2040601\t行政运行\t${running}\t${running}\t
2040604\t基层司法业务\t${project}\t\t${project}
合计\t\t${total}\t${running}\t${project}

2031年${kind}“三公”经费预算表
编制${kind}：文山州司法局\t单位：万元
合计\t因公出国（境）费\t公务接待费\t公务用车购置费\t公务用车运行费
4.20\t0\t1.20\t0\t3.00
`
}

const { ask, close } = await openSampleAsker([
  { file: 'department.txt', text: disclosure('部门', ['9,000,000.00', '6,000,000.00', '3,000,000.00']) },
  { file: 'unit.txt', text: disclosure('单位', ['5,000,000.00', '4,000,000.00', '1,000,000.00']) },
])
afterAll(close)

describe('two disclosures of one unit and year', () => {
  test.each([
    ['文山州司法局2031年部门预算中行政运行是多少元', '6000000.00元'],
    ['文山州司法局2031年单位预算中行政运行是多少元', '4000000.00元'],
    ['文山州司法局本级2031年行政运行预算是多少', '4000000.00元'],
  ])('%s', async (question, figure) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([figure])
    expect(contextsOf(answer)).toEqual([])
  })

  test('a question that names none is answered from the department, with the unit beside it', async () => {
    const answer = await ask('文山州司法局2031年基层司法业务预算是多少元')
    expect(answersOf(answer).map(saidAs)).toEqual(['3000000.00元'])
    expect(contextsOf(answer).map((figure) => [figure.level, saidAs(figure)])).toEqual([['unit', '1000000.00元']])
    expect(noticeKinds(answer)).toContain('scope')
    expect(answer.answer).toContain('部门预算')
  })

  test('what both print alike is one figure', async () => {
    const answer = await ask('文山州司法局2031年公务接待费是多少')
    expect(answersOf(answer).map(saidAs)).toEqual(['1.20万元'])
    expect(contextsOf(answer)).toEqual([])
  })

  test('both are answered where both are named', async () => {
    const answer = await ask('文山州司法局2031年部门预算和单位预算的行政运行各是多少')
    expect(answersOf(answer).map(({ level, value }) => [level, value])).toEqual([
      ['department', '6000000.00'],
      ['unit', '4000000.00'],
    ])
  })

  test('one held against the other is reckoned', async () => {
    const more = await ask('文山州司法局2031年部门预算的行政运行比本级单位预算多多少元')
    expect(answersOf(more).map(({ value }) => value)).toEqual(['2000000.00', '6000000.00', '4000000.00'])
    const share = await ask('文山州司法局2031年本级单位预算的行政运行占部门预算行政运行的百分之几')
    expect(answersOf(share).map(saidAs)).toEqual(['66.67%'])
  })

  test('nothing is reckoned where one level lacks the figure', async () => {
    const answer = await ask('文山州司法局2031年部门预算的培训费比本级单位预算多多少元')
    expect(answer.status).toBe('not_found')
  })
})

test.each([
  ['部门预算是多少', ['department']],
  ['单位决算', ['unit']],
  ['本级的公用经费', ['unit']],
  ['部门预算和单位预算', ['department', 'unit']],
  ['本级占部门预算的多少', ['unit', 'department']],
  ['下属单位有几家', []],
  ['the consolidated budget', ['department']],
])('%s names %j', (question, levels) => {
  expect(levelsAsked(question)).toEqual(levels)
})
