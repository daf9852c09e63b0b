import { afterAll, describe, expect, test } from 'vitest'
import { answersOf, openSampleAsker, saidAs } from './sample-asker.ts'

const TEXT = `青石县水务局2031年部门决算

第一部分 部门概况
青石县水务局是主管全县水务工作的政府工作部门，下设青石县河道管理处。

第二部分 2031年部门决算表

收入决算表
编制部门：青石县水务局\t单位：万元
科目编码\t科目名称\t本年收入合计\t财政拨款收入
213\t农林水支出\t90.00\t90.00
21303\t水利\t90.00\t90.00
2130305\t水利工程建设\t90.00\t90.00
合计\t\t90.00\t90.00

支出决算表
编制部门：青石县水务局\t单位：万元
科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
213\t农林水支出\t95.00\t\t95.00
21303\t水利\t95.00\t\t95.00
2130305\t水利工程建设\t95.00\t\t95.00
合计\t\t95.00\t\t95.00

收入支出决算总表
单位：万元
收入\t决算数\t支出\t决算数
年初结转和结余\t8.00\t年末结转和结余\t3.00
总计\t98.00\t总计\t98.00

“三公”经费支出决算表
单位：万元
合计\t因公出国（境）费\t公务接待费\t公务用车购置费\t公务用车运行费
4.20\t0\t1.20\t0\t3.00
`

const { ask, close } = await openSampleAsker([{ file: 'accounts.txt', text: TEXT }])
afterAll(close)

describe('a word of the question rules out a figure that bears all the others', () => {
  test.each([
    ['青石县水务局2031年水利工程建设支出决算是多少', '95.00万元'],
    ['青石县水务局2031年水利工程建设收入是多少', '90.00万元'],
    ['青石县水务局2031年年末结转结余多少', '3.00万元'],
    ['青石县水务局2031年年初结转结余多少', '8.00万元'],
    ['青石县水务局2031年三公经费几多钱', '4.20万元'],
  ])('%s', async (question, figure) => {
    expect(answersOf(await ask(question)).map(saidAs)).toEqual([figure])
  })

  test.each([
    '青石县河道管理处单独花了多少钱',
    '青石县水务局2031年河道管理处支出决算是多少',
    '青石县水务局局长一年工资多少钱',
    '白石县水务局2031年公务接待费是多少',
    '青石县水务局2031年建了几座水库',
  ])('%s is refused', async (question) => {
    const answer = await ask(question)
    expect(answer.status).toBe('not_found')
    expect(answersOf(answer)).toEqual([])
  })
})
