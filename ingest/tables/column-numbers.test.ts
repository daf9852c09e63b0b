import { expect, test } from 'vitest'
import { withoutColumnNumbers } from './column-numbers.ts'

const cells = (words: string) => words.split('|').map((text, line) => ({ text: text.trim(), line: line + 1 }))
const kept = (...rows: readonly string[]) =>
  withoutColumnNumbers(rows.map(cells)).map((row) => row.map(({ text }) => text).join('|'))

test.each([
  ['合计|因公出国|公务接待', '1|2|3', '9.00|4.00|5.00'],
  ['项目|决算数', '栏次|1', '一、基本支出|9.00'],
  ['项目|行次|金额|项目|行次|金额', '栏次||1|栏次||2', '一、拨款|1|9.00|一、支出|5|9.00'],
  ['科目|合计|基本支出|项目支出', '栏次|1=2+3|2|3', '合计|9.00|4.00|5.00'],
])('the row that numbers the columns goes: %s', (header, numbers, data) => {
  expect(kept(header, numbers, data)).toEqual([header, data])
})

test('words of the header that stand beside the numbers stay', () => {
  expect(kept('编码|||名称|合计|支出', '类|款|项|栏次|1|2', '208|05|01|养老|9.00|9.00')[1]).toBe('类|款|项|||')
})

test.each([
  ['numbers that do not follow each other', '1|3|2', '9.00|4.00|5.00'],
  ['numbers that do not begin with one', '4|5|6', '9.00|4.00|5.00'],
  ['two numbers alone', '1|2', '9.00|4.00'],
  ['numbers beside a name', '车辆|1|2|3', '房屋|4|5|6'],
  ['numbers with decimals', '1.00|2.00|3.00', '9.00|4.00|5.00'],
])('%s stay', (_, ...rows) => {
  expect(kept('合计|甲局|乙局', ...rows)).toContain(rows[0])
})

test('numbers that nothing stands below are data', () => {
  expect(kept('团组|人数|批次', '1|2|3')).toEqual(['团组|人数|批次', '1|2|3'])
  expect(kept('团组|人数|批次', '1|2|3', '||')).toContain('1|2|3')
})
