import { describe, expect, test } from 'vitest'
import { amountEdits, amountsOf } from './amounts.ts'
import { applied } from './edits.ts'
import { plain, scaled } from './numbers.ts'

function tripled(text: string): string {
  return applied(text, amountEdits(text, amountsOf(text), 3))
}

describe('scaled', () => {
  test.each([
    ['0.01', '0.03'],
    ['26.40', '79.20'],
    ['1,204.71', '3,614.13'],
    ['-44.28', '-132.84'],
    ['7', '21'],
    ['333.34', '1000.02'],
  ])('%s becomes %s', (number, wanted) => {
    expect(scaled(number, 3)).toBe(wanted)
  })

  test('separates thousands where the document does', () => {
    expect(scaled('333.34', 3, true)).toBe('1,000.02')
    expect(scaled('1333.34', 3, true)).toBe('4000.02')
  })

  test('one spelling for equal numbers', () => {
    expect(plain('1,204.70')).toBe('1204.7')
    expect(plain('100')).toBe('100')
  })
})

describe('amounts of a document', () => {
  test.each([
    ['基本支出 486.24\n\n万元，占 63.89%', '基本支出 1458.72\n\n万元，占 63.89%'],
    ['每人每年补助 4000 元，共 40 人', '每人每年补助 12000 元，共 40 人'],
    ['<=36.25 万元 37.71 万元 10 9.6', '<=108.75 万元 113.13 万元 10 9.6'],
    ['| = | 59 | 万元 | 10 |', '| = | 177 | 万元 | 10 |'],
    ['| ≥ | 2000 | 人次 | 20 |', '| ≥ | 2000 | 人次 | 20 |'],
    ['租赁标准（元/月）\t1666', '租赁标准（元/月）\t4998'],
    ['印刷数量(份)\t40000', '印刷数量(份)\t40000'],
    ['其中: 财政拨款\t0.61\t其他 资金:\t2', '其中: 财政拨款\t1.83\t其他 资金:\t6'],
    ['单位：元\n栏次\t1\t2\t3\n工资\t7\t\t7', '单位：元\n栏次\t1\t2\t3\n工资\t21\t\t21'],
    ['数量（辆）\t价值\n单位：元\n2\t5.18', '数量（辆）\t价值\n单位：元\n2\t15.54'],
    ['参保 10 万人，单价 100 万元（含）以上设备 0 台', '参保 10 万人，单价 100 万元（含）以上设备 0 台'],
  ])('%j', (text, wanted) => {
    expect(tripled(text)).toBe(wanted)
  })
})
