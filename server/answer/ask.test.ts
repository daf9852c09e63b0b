import { afterAll, describe, expect, test } from 'vitest'
import { answersOf, contextsOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'

const { ask, close } = await openSampleAsker()
afterAll(close)

describe('a three-public item without scope words', () => {
  test.each([
    '博州水利局2031年公务用车运行费是多少？',
    '博州 2031 公车运行?',
    '博尔塔拉蒙古自治州水利局2031年公车运行维护费预算多少万元',
    'How much did the Bortala Water Bureau spend on vehicle running costs in 2031?',
  ])('%s: the three-public figure, the basic one as context, and both reasons', async (question) => {
    const answer = await ask(question)
    expect(answer.status).toBe('answered')
    expect(answersOf(answer).map(saidAs)).toEqual(['8.70万元'])
    expect(contextsOf(answer).map(saidAs)).toEqual(['7.40万元'])
    expect(answersOf(answer)[0]).toMatchObject({
      organization: '博尔塔拉蒙古自治州水利局',
      level: 'department',
      fiscalYear: 2031,
      basis: 'budget',
      kind: 'level',
      check: 'verified',
    })
    expect(noticeKinds(answer)).toEqual(expect.arrayContaining(['scope', 'basis']))
    const [cell, prose] = answer.citations
    expect(cell).toMatchObject({ kind: 'cell', raw: '8.70', table: { number: '表八' } })
    expect(cell?.column).toContain('公务用车运行费')
    expect(prose).toMatchObject({ kind: 'text', raw: '8.70' })
  })

  test('words that ask for spent money are told that a budget is none', async () => {
    const answer = await ask('How much did the Bortala Water Bureau spend on vehicle running costs in 2031?')
    expect(answer.language).toBe('en')
    expect(answer.notices.find(({ kind }) => kind === 'basis')?.message).toMatch(/not actual spending/)
    expect(answer.answer).toContain('公务用车运行费')
  })

  test('scope words turn it round', async () => {
    const answer = await ask('博州水利局2031年基本支出中的公务用车运行维护费是多少')
    expect(answersOf(answer).map(saidAs)).toEqual(['7.40万元'])
    expect(contextsOf(answer).map(saidAs)).toEqual(['8.70万元'])
    expect(noticeKinds(answer)).toContain('scope')
  })

  test('a figure that is one in both scopes needs no context', async () => {
    const answer = await ask('博州水利局2031年公务接待费是多少')
    expect(answersOf(answer).map(saidAs)).toEqual(['0.95万元'])
    expect(contextsOf(answer)).toEqual([])
  })
})

describe('a functional subject of two funds', () => {
  test('both are answers, with the reason', async () => {
    const answer = await ask('博州水利局2031年防汛支出是多少？')
    expect(answersOf(answer).map(saidAs).sort()).toEqual(['180.00万元', '360.00万元'])
    expect(noticeKinds(answer)).toContain('scope')
    expect(noticeKinds(answer)).not.toContain('conflict')
  })

  test.each([
    ['博州水利局2031年一般公共预算防汛支出是多少？', '180.00万元'],
    ['博州水利局2031年全口径防汛支出是多少？', '360.00万元'],
  ])('%s: the fund named answers', async (question, value) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([value])
    expect(contextsOf(answer).every(({ label }) => label.includes('防汛'))).toBe(true)
    expect(noticeKinds(answer)).not.toContain('conflict')
  })

  test('one figure for both is one answer', async () => {
    expect(answersOf(await ask('博州水利局2031年住房公积金是多少？')).map(saidAs)).toContain('32.35万元')
  })
})

describe('what is not held', () => {
  test.each([
    '博州水利局2031年实际支出的公务用车运行费是多少？',
    '博州水利局2031年差旅费决算数是多少',
    '博州水利局2031年差旅费执行率',
  ])('%s: only a budget is held, and that is said', async (question) => {
    const answer = await ask(question)
    expect(answer.status).toBe('not_found')
    expect(answer.answer).toContain('决算')
    expect(answer.answer).toContain('博尔塔拉蒙古自治州水利局')
  })

  test('a budget is not in final accounts', async () => {
    const answer = await ask('文山州水利局2030年机关运行经费预算是多少')
    expect(answersOf(answer).filter(({ basis }) => basis === 'final_accounts')).toEqual([])
  })

  test.each([
    ['和田地区水利局2031年差旅费是多少', '和田地区水利局'],
    ['博州水利局2028年差旅费是多少', '2028'],
    ['博州水利局2029人员经费多少', '2029'],
    ['博州水利局2031年咨询费是多少', '咨询费'],
    ['What were the consulting fees of the Bortala Water Bureau in 2031?', '咨询费'],
    ['What were the travel expenses of the Kashgar water bureau in 2031?', 'Kashgar'],
  ])('%s: says that %s is missing and what is held', async (question, missing) => {
    const answer = await ask(question)
    expect(answer.status).toBe('not_found')
    expect(answer.answer).toContain(missing)
    expect(answer.answer).toMatch(/2031 年部门预算公开/)
  })

  test('a figure that another unit has is not taken for it', async () => {
    const answer = await ask('文山州水利局2031年水费是多少')
    expect(answer.status).toBe('not_found')
    expect(answer.figures.filter(({ organization }) => organization.startsWith('博尔塔拉'))).toEqual([])
  })
})

describe('a question that fits several units', () => {
  test.each(['2031年水利局差旅费是多少？', '水利局公务接待费是多少', '差旅费是多少？', '2031年办公费多少'])(
    '%s: asked back, and every alternative is answered',
    async (question) => {
      const answer = await ask(question)
      expect(answer.status).toBe('ambiguous')
      expect(answer.figures).toEqual([])
      for (const alternative of answer.alternatives) {
        const next = await ask(alternative.question)
        expect(next.status, alternative.question).toBe('answered')
        expect(answersOf(next).every(({ organization }) => alternative.label.startsWith(organization))).toBe(true)
      }
    },
  )

  test('what only one unit has needs no name', async () => {
    const answer = await ask('灌区巡查与宣传项目安排了多少钱？')
    expect(answersOf(answer).map(saidAs)).toEqual(['60.00万元'])
  })

  test('a unit whose name is part of another is itself', async () => {
    expect(answersOf(await ask('南华县教育局2031年办公费是多少')).map(saidAs)).toEqual(['33.81万元'])
    expect(answersOf(await ask('南华县教育局后勤服务中心2031年办公费是多少')).map(saidAs)).toEqual(['5.29万元'])
    const both = await ask('南华县教育局后勤服务中心和南华县教育局2031年办公费各多少')
    expect(answersOf(both).map(saidAs)).toEqual(expect.arrayContaining(['33.81万元', '5.29万元']))
  })

  test('equal figures of different items stay apart', async () => {
    const answer = await ask('南华县教育局后勤服务中心2031年劳务费是多少')
    expect(answersOf(answer).map(({ label }) => label)).toEqual(['劳务费'])
    expect(answer.citations.every(({ quote }) => quote.includes('劳务费'))).toBe(true)
  })
})
