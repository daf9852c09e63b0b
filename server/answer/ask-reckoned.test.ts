import { afterAll, describe, expect, test } from 'vitest'
import { answersOf, contextsOf, noticeKinds, openSampleAsker, saidAs } from './sample-asker.ts'
import { FOREST_TEXTS } from './sample-forest.ts'
import { WATER_BUDGET } from './sample-water.ts'

const { ask, close } = await openSampleAsker([...FOREST_TEXTS, WATER_BUDGET])
afterAll(close)

/** A single figure reckoned from operands that stand beside it as context. */
async function expectReckoned(question: string, figure: string, expression: string, operands: readonly string[]) {
  const answer = await ask(question)
  expect(answer.status).toBe('answered')
  expect(answersOf(answer).map(saidAs)).toEqual([figure])
  expect(contextsOf(answer).map(saidAs)).toEqual(operands)
  const [reckoned] = answersOf(answer)
  expect(reckoned?.check).toBe('derived')
  expect(reckoned?.derivation?.expression).toBe(expression)
  expect(reckoned?.derivation?.inputs.map(({ value, unit }) => `${value}${unit}`)).toEqual(operands)
  return reckoned
}

async function expectRefused(question: string) {
  const answer = await ask(question)
  expect(answer.status).toBe('not_found')
  return answer
}

describe('a sum', () => {
  test.each([
    ['兴化市林业局2031年办公费和差旅费加起来是多少', '15.65万元', 'a + b', ['6.40万元', '9.25万元']],
    [
      '兴化市林业局2031年办公费、水费和差旅费合计多少万元',
      '16.40万元',
      'a + b + c',
      ['6.40万元', '0.75万元', '9.25万元'],
    ],
    [
      'What do office expenses and travel expenses of 兴化市林业局 in 2031 add up to?',
      '15.65万元',
      'a + b',
      ['6.40万元', '9.25万元'],
    ],
  ])('of named items: %s', async (question, sum, expression, operands) => {
    await expectReckoned(question, sum, expression, operands)
  })

  test.each(['兴化市林业局2031年办公费和电费加起来是多少', '兴化市林业局2031年电费、水费和差旅费加起来多少万元'])(
    'is refused where one item is missing: %s',
    async (question) => {
      await expectRefused(question)
    },
  )

  test('is not made of what is left where one item is missing', async () => {
    const answer = await ask('兴化市林业局2031年电费、水费和差旅费合计多少万元')
    expect(answersOf(answer).map(saidAs)).toEqual(['0.75万元', '9.25万元'])
    expect(answer.notices.find(({ kind }) => kind === 'coverage')?.message).toContain('电费')
  })

  test('of a list takes in what is printed in parts', async () => {
    await expectReckoned('兴化市林业局2031年各个项目加起来一共多少', '130.00万元', 'a + b + c + d', [
      '30.00万元',
      '12.50万元',
      '80.00万元',
      '7.50万元',
    ])
  })

  test.each(['兴化市林业局2031年湿地公园管护项目是多少', '兴化市林业局2031年湿地公园管护各部分加起来多少'])(
    'of the parts is a project’s whole: %s',
    async (question) => {
      await expectReckoned(question, '42.50万元', 'a + b', ['30.00万元', '12.50万元'])
    },
  )

  test('of a project in parts and another', async () => {
    const question = '兴化市林业局2031年湿地公园管护和松材线虫防治两个项目加起来是多少'
    await expectReckoned(question, '122.50万元', 'a + b + c', ['30.00万元', '12.50万元', '80.00万元'])
  })
})

describe('a share', () => {
  test('that is stated is the answer', async () => {
    const answer = await ask('兴化市林业局2031年基本支出占一般公共预算支出的比例是多少')
    expect(answersOf(answer)).toMatchObject([{ value: '56.67', unit: '%', kind: 'share', check: 'verified' }])
  })

  test.each([
    ['兴化市林业局2031年公务接待费占三公经费的比例是多少', '16.67%', ['1.20万元', '7.20万元']],
    ['兴化市林业局2031年差旅费占基本支出的比例是多少', '5.44%', ['9.25万元', '170.00万元']],
    ['兴化市林业局2031年公务接待费占一般公共预算支出的比例是多少', '0.40%', ['1.20万元', '300.00万元']],
  ])('that is not is reckoned: %s', async (question, share, operands) => {
    const figure = await expectReckoned(question, share, 'a / b × 100%', operands)
    expect(figure?.kind).toBe('share')
  })

  test.each([
    '兴化市林业局2031年基本支出占三公经费的比例是多少',
    '兴化市林业局2031年基本支出占政府性基金支出的比例是多少',
  ])('stated of another whole is no answer: %s', async (question) => {
    const answer = await expectRefused(question)
    expect(answer.answer).not.toContain('56.67')
  })
})

describe('growth', () => {
  test('that is stated and follows is the answer', async () => {
    const answer = await ask('兴化市林业局2031年收支总预算比上年增长百分之几')
    expect(answersOf(answer)).toMatchObject([{ value: '25.00', unit: '%', kind: 'rate', check: 'verified' }])
    expect(noticeKinds(answer)).not.toContain('conflict')
  })

  test('is reckoned from change and level where no rate is stated', async () => {
    const question = '兴化市林业局2031年三公经费比上年下降百分之几'
    const rate = await expectReckoned(question, '10.00%', 'a / (b + a) × 100%', ['0.80万元', '7.20万元'])
    expect(rate).toMatchObject({ kind: 'rate', direction: 'down', fiscalYear: 2031 })
  })

  test.each(['兴化市林业局2030年三公经费比上年下降百分之几', '兴化市林业局2030年三公经费决算比上年下降百分之几'])(
    'that is stated and does not follow is disputed: %s',
    async (question) => {
      const answer = await ask(question)
      expect(answersOf(answer)).toMatchObject([{ value: '12.50', check: 'disputed' }])
      // 1.00 of 8.90, not of the 8.40 that was planned.
      expect(contextsOf(answer)).toMatchObject([
        { value: '11.24', unit: '%', check: 'derived', kind: 'rate' },
        { value: '1.00', kind: 'change' },
        { value: '7.90', kind: 'level' },
      ])
      expect(noticeKinds(answer)).toContain('conflict')
    },
  )
})

describe('the year before', () => {
  test.each([
    '按兴化市林业局2031年的预算倒推，2030年三公经费预算是多少',
    '兴化市林业局2031年三公经费上年是多少',
    'Working back from the 2031 budget of 兴化市林业局, what were the three public expenses in 2030?',
  ])('is worked back from the change: %s', async (question) => {
    const figure = await expectReckoned(question, '8.00万元', 'a + b', ['7.20万元', '0.80万元'])
    expect(figure).toMatchObject({ fiscalYear: 2030, basis: null })
  })

  test('is refused where no change is stated', async () => {
    await expectRefused('按兴化市林业局2031年的预算倒推，2030年差旅费是多少')
  })
})

describe('a figure for each', () => {
  test.each([
    ['兴化市林业局2031年人均差旅费是多少', '4625元', 'a (元) / b', ['9.25万元', '20人']],
    [
      'What are the travel expenses per employee of 兴化市林业局 in 2031?',
      '4625元',
      'a (元) / b',
      ['9.25万元', '20人'],
    ],
    ['兴化市林业局2031年平均每辆车的运行费是多少', '2万元', 'a / b', ['6.00万元', '3辆']],
    ['兴化市林业局2031年每辆车的公务用车运行费是多少', '2万元', 'a / b', ['6.00万元', '3辆']],
    ['What is the running cost per vehicle of 兴化市林业局 in 2031?', '2万元', 'a / b', ['6.00万元', '3辆']],
  ])('%s', async (question, quotient, expression, operands) => {
    await expectReckoned(question, quotient, expression, operands)
  })
})

describe('a difference', () => {
  test.each([
    ['兴化市林业局2031年差旅费比办公费多多少', ['2.85万元', '9.25万元', '6.40万元'], 'up'],
    ['兴化市林业局2031年办公费和差旅费相差多少', ['2.85万元', '6.40万元', '9.25万元'], 'down'],
    ['兴化市林业局2030年支出总计预算和决算相差多少', ['15.00万元', '250.00万元', '235.00万元'], 'up'],
    ['兴化市林业局2030年林区道路养护还剩多少没花完', ['30.00万元', '50.00万元', '20.00万元'], 'up'],
    ['博州水利局2031年公务用车运行费三公表和基本支出表差多少', ['1.30万元', '7.40万元', '8.70万元'], 'down'],
  ])('has what is compared beside it, all answers: %s', async (question, figures, direction) => {
    const answer = await ask(question)
    expect(answersOf(answer).map(saidAs)).toEqual(figures)
    expect(answersOf(answer)[0]).toMatchObject({ check: 'derived', kind: 'change', direction })
  })

  test('of what is not held is refused', async () => {
    await expectRefused('兴化市林业局2031年差旅费比电费多多少')
  })
})
