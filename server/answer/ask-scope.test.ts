import { afterAll, describe, expect, test } from 'vitest'
import { ARCHIVE_TEXTS } from './sample-archive.ts'
import { answersOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'
import { FOREST_TEXTS } from './sample-forest.ts'
import { WATER_BUDGET } from './sample-water.ts'

const { ask, close } = await openSampleAsker([...ARCHIVE_TEXTS, ...FOREST_TEXTS, WATER_BUDGET])
afterAll(close)

describe('the scope of a figure', () => {
  test.each([
    ['博州水利局2031年基本支出中的办公费是多少', '22.47万元', '办公费（基本支出）'],
    ['博州水利局2031年一般公共预算里防汛是多少', '180.00万元', '防汛（一般公共预算/财政拨款）'],
    [
      'What are the office expenses in the basic expenditure of 博州水利局 in 2031?',
      '22.47万元',
      ', basic expenditure (基本支出)',
    ],
  ])('is said where the question limits itself to it: %s', async (question, figure, said) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([figure])
    expect(answer.answer).toContain(said)
  })

  test('is said of each figure where two scopes stand side by side', async () => {
    const { answer } = await ask('博州水利局2031年公务用车运行费是多少')
    expect(answer).toContain('公务用车运行费（“三公”经费表）')
    expect(answer).toContain('公务用车运行维护费（基本支出）')
  })

  test('tells operands of one name apart', async () => {
    const { answer } = await ask('博州水利局2031年公务用车运行费，三公表和基本支出表差多少万元')
    expect(answer).toMatch(/a = 公务用车运行维护费（基本支出）.+b = 公务用车运行费（“三公”经费表）/)
  })

  test('is not said twice, nor where nothing hangs on it', async () => {
    expect((await ask('博州水利局2031年基本支出是多少')).answer).not.toContain('（基本支出）')
    expect((await ask('博州水利局2031年差旅费是多少')).answer).not.toContain('差旅费（')
  })

  test('and its stage is said in the document’s words', async () => {
    const { answer } = await ask('兴化市林业局2030年三公经费全年预算是多少')
    expect(answer).toContain('2030年全年预算')
  })
})

describe('an amount of money', () => {
  test.each([
    ['平川市档案局2032年住房公积金里基本支出占多少元', '414538.00元'],
    ['平川市档案局2032年一般公共服务支出里项目支出占多少万元', '250万元'],
  ])('is asked for by its unit, not a share: %s', async (question, figure) => {
    expect(answersOf(await ask(question)).map(saidAs)).toEqual([figure])
  })

  test('is for people, and is not the people', async () => {
    for (const words of ['替在职人员缴的公积金', '给在职人员缴纳的住房公积金'])
      expect(answersOf(await ask(`平川市档案局2032年${words}是多少元`)).map(saidAs)).toEqual(['414538.00元'])
  })

  test('is printed in the unit asked for rather than converted from rounded prose', async () => {
    const answer = await ask('平川市档案局2032年住房公积金是多少元')
    expect(answersOf(answer)).toMatchObject([{ value: '414538.00', unit: '元', check: 'verified' }])
  })
})

describe('an account that the prose tells otherwise than the table', () => {
  test.each(['平川市档案局2032年购房补贴是多少', '平川市档案局2032年购房补贴预算是多少万元'])(
    'is disputed: %s',
    async (question) => {
      const answer = await ask(question)
      expect(answersOf(answer)).toHaveLength(2)
      expect(answersOf(answer).map(saidAs)).toContain('23.00万元')
      expect(noticeKinds(answer)).toContain('conflict')
    },
  )

  test('is one where they differ by rounding only', async () => {
    const answer = await ask('平川市档案局2032年住房公积金是多少')
    expect(noticeKinds(answer)).not.toContain('conflict')
    expect(answersOf(answer)).toHaveLength(1)
  })
})
