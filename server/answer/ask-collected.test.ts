import { afterAll, describe, expect, test } from 'vitest'
import { answersOf, contextsOf, openSampleAsker, saidAs } from './sample-asker.ts'
import { FOREST_TEXTS } from './sample-forest.ts'

const { ask, close } = await openSampleAsker(FOREST_TEXTS)
afterAll(close)

const said = async (question: string) => answersOf(await ask(question)).map(saidAs)

describe('the top of a list', () => {
  test.each([
    ['兴化市林业局2031年金额最大的两个项目是什么', ['80.00万元', '42.50万元']],
    ['兴化市林业局2031年哪个项目金额最大', ['80.00万元']],
    ['兴化市林业局2031年哪个项目安排的钱最少', ['7.50万元']],
    ['Which project of 兴化市林业局 got the most money in 2031?', ['80.00万元']],
    ['the two smallest projects of 兴化市林业局 in 2031', ['7.50万元', '42.50万元']],
  ])('%s', async (question, figures) => {
    expect(await said(question)).toEqual(figures)
  })
})

describe('how many there are', () => {
  test.each([
    ['兴化市林业局2031年有几个项目', '3个'],
    ['兴化市林业局2030年有几个自评项目', '3个'],
    ['How many projects does 兴化市林业局 have in 2031?', '3个'],
  ])('%s', async (question, count) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([count])
    expect(answersOf(answer)[0]).toMatchObject({ kind: 'count', check: 'derived' })
    expect(contextsOf(answer)).toHaveLength(3)
  })

  test('rows that cannot be counted are not answered with money', async () => {
    expect((await ask('兴化市林业局2031年基本支出表有多少行')).status).toBe('not_found')
  })
})

describe('an average', () => {
  test.each([
    '兴化市林业局2030年各项目自评得分的平均分是多少',
    'What was the average score of the projects of 兴化市林业局 in 2030?',
  ])('%s', async (question) => {
    const answer = await ask(question)
    expect(answersOf(answer)).toMatchObject([{ value: '76.00', unit: '分', kind: 'score' }])
    expect(contextsOf(answer).map(saidAs)).toEqual(['95.00分', '72.00分', '61.00分'])
    // How many there are is a number that stands nowhere: the text has none of it.
    expect(answer.answer).toContain('(a + b + c) / n')
    expect(answersOf(answer)[0]?.derivation?.expression).toBe('(a + b + c) / 3')
  })
})

describe('projects that keep to a limit', () => {
  test.each([
    ['兴化市林业局2030年执行率不到50%的项目有哪些', ['40.00%', '0.00%']],
    ['兴化市林业局2030年执行率不低于90%的项目有哪些', ['90.00%']],
    ['兴化市林业局2030年一分钱都没花的项目有哪些', ['0.00%']],
    ['On which projects of 兴化市林业局 in 2030 was nothing spent?', ['0.00%']],
    ['兴化市林业局2030年执行率不到50%的项目有几个', ['2个']],
    ['How many projects of 兴化市林业局 in 2030 had an execution rate below 50%?', ['2个']],
    ['兴化市林业局2030年执行率低于50%的项目预算加起来是多少', ['60.00万元']],
    ['兴化市林业局2030年执行率低于50%的项目实际花了多少，合计', ['20.00万元']],
  ])('%s', async (question, figures) => {
    expect(await said(question)).toEqual(figures)
  })
})

describe('a product of what the question gives', () => {
  test('is reckoned where the documents print its factors', async () => {
    const answer = await ask('兴化市林业局林果技术培训按229人、每人30元算，一共多少钱')
    expect(answersOf(answer)).toMatchObject([{ value: '6870', unit: '元', derivation: { expression: 'a × b' } }])
    expect(contextsOf(answer).map(saidAs)).toEqual(['229人', '30元'])
  })

  test.each([
    '兴化市林业局林果技术培训按228人、每人30元算，一共多少钱',
    '兴化市林业局林果技术培训按229人、每人30元、28天算，一共多少钱',
  ])('is refused where one is not printed: %s', async (question) => {
    const answer = await ask(question)
    expect(answer.status).toBe('not_found')
    expect(answer.answer).not.toContain('7.50')
  })
})

describe('a rate of execution', () => {
  test.each(['兴化市林业局2030年执行率是多少', '兴化市林业局2030年整体支出执行率是多少'])(
    'of the whole is reckoned: %s',
    async (question) => {
      const answer = await ask(question)
      expect(answersOf(answer).map(saidAs)).toEqual(['94.00%'])
      expect(contextsOf(answer).map(saidAs)).toEqual(['235.00万元', '250.00万元'])
    },
  )

  test('of a project is as its form states it', async () => {
    const answer = await ask('兴化市林业局2030年林区道路养护执行率是多少')
    expect(answersOf(answer)).toMatchObject([{ value: '40.00', unit: '%', check: 'verified' }])
  })
})

describe('a result against its target', () => {
  test.each([
    ['兴化市林业局2030年古树名木保护数量比目标少多少', '2株', 'down', ['40株', '38株']],
    ['兴化市林业局2030年林区道路养护数量达标了吗', '1公里', 'up', ['25公里', '26公里']],
  ])('%s', async (question, gap, direction, operands) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual([gap])
    expect(answersOf(answer)[0]).toMatchObject({ direction, check: 'derived' })
    expect(contextsOf(answer).map(saidAs)).toEqual(operands)
  })
})
