import { afterAll, describe, expect, test } from 'vitest'
import { calculate } from './calculate/arithmetic.ts'
import { ARCHIVE_TEXTS } from './sample-archive.ts'
import { answersOf, contextsOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'

const { ask, close } = await openSampleAsker(ARCHIVE_TEXTS)
afterAll(close)

describe('how many times one thing another is', () => {
  test.each([
    ['平川市档案局2032年办公费是差旅费的多少倍', '1.67倍'],
    ['平川市档案局2032年行政运行相当于购房补贴的几倍', '18.50倍'],
    ['How many times as much as travel expenses are office expenses of 平川市档案局 in 2032?', '1.67倍'],
  ])('%s', async (question, figure) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([figure])
    expect(contextsOf(answer)).toHaveLength(2)
  })

  test('is refused where one of them is not held', async () => {
    expect((await ask('平川市档案局2032年办公费是水费的多少倍')).status).toBe('not_found')
  })

  test('is of one sort, and of something', () => {
    const amount = (value: string, unit: string) => ({ amount: { value, unit, raw: value }, direction: null })
    expect(calculate('times', [amount('30', '万元'), amount('100000', '元')])?.value).toBe('3.00')
    expect(calculate('times', [amount('30', '万元'), amount('3', '人')])).toBeNull()
    expect(calculate('times', [amount('30', '万元'), amount('0', '元')])).toBeNull()
  })
})

describe('whether parts add up to a whole', () => {
  test('says by how much they miss it', async () => {
    const answer = await ask('平川市信访局2031年人员经费加公用经费，等于基本支出合计吗，差多少？')
    expect(answersOf(answer).map(saidAs)).toEqual(['0.01万元'])
    expect(contextsOf(answer).map(saidAs)).toEqual(['120.00万元', '120.01万元', '100.00万元', '20.00万元'])
    expect(noticeKinds(answer)).toContain('conflict')
  })

  test('says that they do', async () => {
    const answer = await ask('平川市档案局2032年办公费加差旅费等于商品和服务支出吗')
    expect(answersOf(answer)).toMatchObject([{ value: '0.00', direction: 'flat' }])
    expect(noticeKinds(answer)).not.toContain('conflict')
  })

  test('is refused where one of them is not held', async () => {
    expect((await ask('平川市档案局2032年办公费加水费等于商品和服务支出吗')).status).toBe('not_found')
  })
})

describe('a list', () => {
  test('leaves out what came to nothing where only the others are asked for', async () => {
    const question = '平川市档案局2032年基本支出里，商品和服务支出有发生额的科目有哪些，各多少'
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual(['250000.00元', '150000.00元'])
    expect(answersOf(await ask(question.replace('有发生额的', '')))).toHaveLength(4)
    expect(answer.answer.match(/基本支出/g)).toHaveLength(1)
  })

  test('by function has the classes', async () => {
    const answer = await ask('平川市档案局2032年支出按功能分类各类是多少')
    expect(answersOf(answer).map(({ label }) => label)).toEqual(['一般公共服务支出', '住房保障支出'])
  })

  test.each(['平川市档案局的内设科室都有哪些', '平川市档案局有哪些内设机构'])(
    'of bodies is quoted whole: %s',
    async (question) => {
      const { answer } = await ask(question)
      for (const name of ['办公室', '档案收集科', '史志编研科', '档案利用科', '法规指导科'])
        expect(answer).toContain(name)
    },
  )
})

describe('what is held', () => {
  test('of several units named: which of their documents is a final account', async () => {
    const { status, answer } = await ask('平川市的档案局和信访局这两份材料，哪一份是决算？')
    expect(status).toBe('answered')
    expect(answer).toContain('信访局')
    expect(answer).not.toContain('档案局')
  })

  test('a year that is not held is refused with the years that are', async () => {
    const { status, answer } = await ask('平川市信访局2029年部门预算是多少')
    expect(status).toBe('not_found')
    expect(answer).toContain('2031')
  })

  test('a date of a year is no fiscal year', async () => {
    const answer = await ask('截至2031年8月底，平川市档案局有多少辆车')
    expect(answersOf(answer).map(saidAs)).toEqual(['3辆'])
  })
})
