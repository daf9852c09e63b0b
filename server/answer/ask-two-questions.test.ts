import { afterAll, describe, expect, test } from 'vitest'
import { ARCHIVE_TEXTS } from './sample-archive.ts'
import { answersOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'

const { ask, close } = await openSampleAsker(ARCHIVE_TEXTS)
afterAll(close)

describe('projects with performance targets', () => {
  test.each([
    ['平川市档案局2032年编报绩效目标的项目涉及多少资金', '215.20万元'],
    ['平川市档案局2032年编报了绩效目标的项目，资金是多少', '215.20万元'],
    ['平川市档案局2032年编报绩效目标的项目有几个', '7个'],
  ])('%s', async (question, figure) => {
    expect(answersOf(await ask(question)).map(saidAs)).toEqual([figure])
  })

  test('their money is held against that of all projects', async () => {
    const answer = await ask('平川市档案局2032年项目支出合计比编报绩效目标的项目资金多多少万元')
    expect(answersOf(answer).map(saidAs)).toEqual(['34.8万元', '250万元', '215.20万元'])
  })
})

describe('two questions in one sentence', () => {
  test('of one thing are answered each', async () => {
    const answer = await ask('平川市信访局2031年绩效自评平均几分？涉及多少万元项目预算？')
    expect(answersOf(answer).map(saidAs)).toEqual(['93.50分', '60.00万元'])
    expect(noticeKinds(answer)).not.toContain('coverage')
  })

  test('are answered in part where one of them cannot be', async () => {
    const answer = await ask('平川市信访局2031年绩效自评平均几分？编制多少人？')
    expect(answersOf(answer).map(saidAs)).toEqual(['93.50分'])
    expect(noticeKinds(answer)).toContain('coverage')
  })

  test('of one sort are looked up together', async () => {
    const answer = await ask('平川市档案局2032年办公费多少？差旅费多少？')
    expect(answersOf(answer).map(saidAs)).toEqual(['250000.00元', '150000.00元'])
  })
})
