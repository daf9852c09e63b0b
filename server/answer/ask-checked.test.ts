import { afterAll, describe, expect, test } from 'vitest'
import { roundsTo } from './rounding.ts'
import { ARCHIVE_TEXTS } from './sample-archive.ts'
import { answersOf, contextsOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'
import { WATER_BUDGET } from './sample-water.ts'

const { ask, close } = await openSampleAsker([...ARCHIVE_TEXTS, WATER_BUDGET])
afterAll(close)

describe('a stated rate', () => {
  test.each([
    '平川市档案局2032年其他档案事务支出预算比2031年执行数增加百分之多少',
    '平川市档案局说明里写其他档案事务支出比2031年执行数增加35%，和它自己写的执行数对得上吗',
    '平川市档案局2032年其他档案事务支出增长率是多少',
  ])('that does not follow from the two levels of its sentence is disputed: %s', async (question) => {
    const answer = await ask(question)
    expect(answersOf(answer)).toMatchObject([{ value: '35.00', unit: '%', check: 'disputed' }])
    expect(contextsOf(answer).map(saidAs)).toEqual(['25.00%', '250.00万元', '200.00万元'])
    expect(noticeKinds(answer)).toContain('conflict')
  })

  test('that follows is left alone', async () => {
    const answer = await ask('平川市档案局2032年行政运行预算比2031年执行数增加百分之多少')
    expect(answersOf(answer)).toMatchObject([{ value: '5.08', check: 'verified' }])
    expect(noticeKinds(answer)).not.toContain('conflict')
  })

  test('of completion that follows from another budget than it names says which', async () => {
    const answer = await ask('平川市信访局2031年一般公共预算支出完成年初预算的百分之多少')
    expect(answersOf(answer)).toMatchObject([{ value: '90.00', unit: '%', check: 'disputed' }])
    expect(contextsOf(answer).map(saidAs)).toEqual(['90.00%', '0万元', '180.00万元', '200.00万元'])
    const conflict = answer.notices.find(({ kind }) => kind === 'conflict')?.message
    expect(conflict).toMatch(/年初预算.+全年预算/)
  })
})

describe('parts of an amount that no document divides', () => {
  test.each([
    '平川市信访局60.00万元项目支出里，接访大厅改造和信访积案化解各花了多少？',
    '平川市信访局2031年信访事务60.00万元中，接访大厅改造花了多少？',
  ])('are refused, with the whole for context: %s', async (question) => {
    const answer = await ask(question)
    expect(answer.status).toBe('not_found')
    expect(answersOf(answer)).toEqual([])
    expect(answer.answer).toContain('接访大厅改造')
  })

  test('are told where it does', async () => {
    const answer = await ask('博州水利局2031年项目支出里，山洪预警站点建设和灌区巡查与宣传各安排了多少')
    expect(answersOf(answer).map(saidAs)).toEqual(['120.00万元', '60.00万元'])
  })
})

describe('an empty table', () => {
  test.each([
    '平川市档案局2032年国有资本经营预算支出表怎么是空的',
    '平川市档案局2032年国有资本经营预算支出表为什么没有数据',
    'Why is the state capital budget table of 平川市档案局 for 2032 empty?',
  ])('is answered by its note: %s', async (question) => {
    const { status, answer } = await ask(question)
    expect(status).toBe('answered')
    expect(answer).toContain('无国有资本经营预算财政拨款安排的预算')
  })
})

describe('rounding', () => {
  test.each([
    ['208.8万元', '2087959.00元', true],
    ['201.50万元', '2087959.00元', false],
    ['0.02亿元', '2087959.00元', true],
    ['105.58万元', '105.59万元', true],
    ['105.5万元', '105.7万元', false],
    ['2087959元', '2087960元', true],
    ['3万元', '3人', false],
  ])('%s and %s: %s', (one, other, same) => {
    const read = (text: string) => ({ value: text.replace(/[^\d.]/g, ''), unit: text.replace(/[\d.]/g, '') })
    expect(roundsTo(read(one), read(other))).toBe(same)
  })
})
