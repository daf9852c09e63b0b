import { afterAll, describe, expect, it, test } from 'vitest'
import { asksFindings } from './asked-findings.ts'
import { answersOf, noticeKinds, openSampleAsker } from './sample-asker.ts'

const COVER = (unit: string) => `${unit}2031年部门预算公开\n\n八、“三公”经费预算情况说明\n\n`
const TEXTS = [
  {
    file: 'wrong.txt',
    text: `${COVER('青石县水务局')}2031年“三公”经费预算数为7.00万元，其中：因公出国（境）费0万元，公务用车购置费0万元，公务用车运行费4.00万元，公务接待费2.00万元。\n`,
  },
  {
    file: 'right.txt',
    text: `${COVER('青石县林业局')}2031年“三公”经费预算数为6.00万元，其中：因公出国（境）费0万元，公务用车购置费0万元，公务用车运行费4.00万元，公务接待费2.00万元。\n`,
  },
]
const { ask, close } = await openSampleAsker(TEXTS)
afterAll(close)

describe('a question for what is wrong', () => {
  test.each([
    ['的预算公开有什么问题？', true],
    ['预算里有哪些前后矛盾的地方', true],
    ['有没有不一致的数据', true],
    ['What is wrong with the budget?', true],
    ['Are there any contradictions in the documents?', true],
    ['公务接待费有什么问题', false],
    ['信访问题处理经费是多少', false],
    ['预算是多少', false],
  ])('%s: %s', (question, asked) => {
    expect(asksFindings(question)).toBe(asked)
  })

  it('is answered with the places word for word, and what they come to', async () => {
    const { status, answer, figures, citations, notices } = await ask('青石县水务局2031年的预算公开有什么问题？')
    expect([status, figures]).toEqual(['answered', []])
    expect(answer).toContain('“三公”经费预算数为7.00万元')
    expect(citations.map(({ file }) => file)).toContain('wrong.txt')
    expect(notices[0]).toMatchObject({ kind: 'conflict', message: expect.stringContaining('6.00万元') })
    expect(notices[0]?.citations).toContain(1)
  })

  it('is answered in the language of the question', async () => {
    const { answer, notices } = await ask('What is wrong with the 2031 budget of 青石县水务局?')
    expect(answer).toContain('do not agree')
    expect(notices[0]?.message).toContain('add up to 6.00万元')
  })

  it('says where nothing is', async () => {
    const { status, answer, citations, notices } = await ask('青石县林业局2031年的预算公开有什么问题？')
    expect([status, notices]).toEqual(['answered', []])
    expect(answer).toContain('没有发现前后矛盾')
    expect(citations).toMatchObject([{ file: 'right.txt' }])
  })

  it('is refused for what is not held', async () => {
    expect((await ask('青石县水务局2029年的预算公开有什么问题？')).status).toBe('not_found')
  })
})

describe('a figure that its document contradicts', () => {
  it('is answered, and that is said', async () => {
    const answer = await ask('青石县水务局2031年“三公”经费是多少？')
    expect(answersOf(answer)).toMatchObject([{ value: '7.00' }])
    expect(answer.notices.find(({ kind }) => kind === 'conflict')?.message).toContain('6.00万元')
  })

  it('leaves others alone', async () => {
    expect(noticeKinds(await ask('青石县林业局2031年“三公”经费是多少？'))).not.toContain('conflict')
    expect(noticeKinds(await ask('青石县水务局2031年公务接待费是多少？'))).not.toContain('conflict')
  })
})
