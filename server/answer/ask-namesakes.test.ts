import { afterAll, expect, test } from 'vitest'
import { answersOf, openSampleAsker, saidAs } from './sample-asker.ts'

const TEXT = `青石县水务局2031年部门预算

第二部分 2031年部门预算表

一般公共预算支出表
编制部门：青石县水务局\t单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
20126\t档案事务\t21.40\t\t21.40
2012602\t一般行政管理事务\t21.40\t\t21.40
20132\t组织事务\t6.00\t\t6.00
2013202\t一般行政管理事务\t6.00\t\t6.00
合计\t\t27.40\t\t27.40
`

const { ask, close } = await openSampleAsker([{ file: 'budget.txt', text: TEXT }])
afterAll(close)

test('accounts of one name under two heads are both told', async () => {
  const answer = await ask('青石县水务局2031年一般行政管理事务预算是多少')
  expect(answersOf(answer).map(saidAs).sort()).toEqual(['21.40万元', '6.00万元'])
})
