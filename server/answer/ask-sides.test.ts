import { afterAll, describe, expect, test } from 'vitest'
import { ARCHIVE_TEXTS } from './sample-archive.ts'
import { answersOf, contextsOf, openSampleAsker, saidAs } from './sample-asker.ts'
import { type Side, sidesCompared } from './sides.ts'

const { ask, close } = await openSampleAsker(ARCHIVE_TEXTS)
afterAll(close)

describe('the sides of a comparison', () => {
  const side = (year: number | null, basis: Side['basis'], stage: Side['stage'] = null) => ({ year, basis, stage })
  test.each([
    ['决算支出比全年预算少了多少', [side(null, 'final_accounts'), side(null, 'budget', 'adjusted')]],
    ['2032年预算比2031年执行数多多少', [side(2032, 'budget'), side(2031, 'final_accounts')]],
    ['全年预算与年初预算差多少', [side(null, 'budget', 'adjusted'), side(null, 'budget', 'initial')]],
  ])('%s', (question, sides) => {
    expect(sidesCompared(question)).toEqual(sides)
  })

  test.each([
    '2032年预算比2031年预算多多少',
    '预算比上年决算数增加多少',
    '一般公共预算支出决算是多少',
    '预算是多少，决算公开了吗',
  ])('%s: none', (question) => {
    expect(sidesCompared(question)).toBeNull()
  })
})

describe('a budget held against an outcome', () => {
  test.each([
    ['平川市档案局行政运行，2032年预算比2031年执行数多多少万元', ['17.90万元', '370.00万元', '352.10万元']],
    ['平川市信访局2031年决算支出比全年预算少了多少万元', ['20.00万元', '180.00万元', '200.00万元']],
    ['平川市信访局2031年信访事务决算比全年预算少多少万元', ['10.00万元', '60.00万元', '70.00万元']],
  ])('%s', async (question, figures) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual(figures)
    expect(answer.answer).toMatch(/a = 203\d年.+，b = 203\d年/)
  })

  test.each([
    ['平川市信访局2031年行政运行的预算完成率是多少', '92.32%', ['120.01万元', '130.00万元']],
    ['平川市信访局2031年信访事务执行率是多少', '85.71%', ['60.00万元', '70.00万元']],
    ['平川市信访局2031年支出的预算完成率是多少', '90.00%', ['180.00万元', '200.00万元']],
  ])('%s', async (question, rate, operands) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([rate])
    expect(contextsOf(answer).map(saidAs)).toEqual(operands)
  })
})

describe('the year before', () => {
  test.each([
    '照平川市档案局2032年说明里的增加额倒推，上一年的财政拨款预算是多少万元',
    '按平川市档案局2032年说明里的支出增加额，2031年预算支出应是多少万元',
  ])('is worked back from the sentence that states the change: %s', async (question) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual(['600.00万元'])
    expect(contextsOf(answer).map(saidAs)).toEqual(['681.45万元', '81.45万元'])
  })
})
