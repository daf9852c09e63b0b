import { describe, expect, test } from 'vitest'
import { fakeDocument } from '../lookup/fake-corpus.ts'
import { correctSlips } from './slips.ts'

const held = [
  fakeDocument('aaaa', { organization: '博尔塔拉蒙古自治州水利局', aliases: ['博州水利局'] }).record,
  fakeDocument('bbbb', { organization: '示例县教育局', aliases: [] }).record,
]

describe('slips of the pen', () => {
  test.each([
    ['博州水利局三工经费', '博州水利局三公经费'],
    ['执形率是多少', '执行率是多少'],
    ['博洲水利局差旅费', '博州水利局差旅费'],
    ['示例县教肓局办公费', '示例县教肓局办公费'],
    ['工资福力支出', '工资福利支出'],
  ])('%s', (written, meant) => {
    expect(correctSlips(written, held)).toBe(meant)
  })

  test.each([
    '博州水利局2031年公务用车运行费是多少？',
    'How much did Bortala spend on travel?',
    '八周水利工程的预算',
    '会议纪要和培训材料',
    '𠮷州水利局三工经费',
    '',
  ])('leaves %j as it is', (question) => {
    expect(correctSlips(question, held)).toBe(question)
  })
})
