import { expect, test } from 'vitest'
import { firstAmount } from './first-amount.ts'

test.each([
  ['公务用车运行费 6.20 万元，比上年减少 0.80 万元', '6.20', '万元'],
  ['2022年合计1,204.71万元', '1204.71', '万元'],
  ['| 302 | 31 | 5.20 |\n编制 18 人', '18', '人'],
  ['增长 57.46％', '57.46', '％'],
  ['3000元', '3000', '元'],
])('%s', (text, value, unit) => {
  expect(firstAmount(text)).toMatchObject({ value, unit })
})

test('says where the number is and how it is printed', () => {
  expect(firstAmount('共1,200元')).toEqual({ value: '1200', unit: '元', raw: '1,200', at: 1 })
})

test.each(['', '2022 年部门预算', '| 6.20 | 5.20 |'])('no amount in "%s"', (text) => {
  expect(firstAmount(text)).toBeNull()
})
