import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSampleAsker, type SampleAsker } from '../answer/sample-asker.ts'
import { answerMessage } from './answer-message.ts'
import { faultsOf, textsIn } from './sample-block-limits.ts'

let sample: SampleAsker
beforeAll(async () => {
  sample = await openSampleAsker()
})
afterAll(() => sample.close())

it.each([
  '博州水利局2031年公务用车运行费预算是多少？',
  'How much did the Bortala Water Bureau spend on vehicle running costs in 2031?',
  '博州水利局2031年防汛支出是多少？',
  '差旅费是多少？',
  '列出博州水利局2031年各个项目的金额',
  '文山州水利局2031年基本支出有哪些科目，各多少',
  '博州水利局2031年三公经费为什么减少？',
  '能查哪些单位？',
  '和田地区水利局2031年差旅费是多少',
  '博州水利局和文山州水利局2031年差旅费相差多少',
  '文山州水利局2031年差旅费是多少元',
  '文山州水利局2030年政府采购支出总额是多少',
  '南华县教育局2031年电费是多少元',
  '南华县教育局2031年办公费占基本支出的百分之几',
  '南华县教育局2031年有哪些项目',
  'What is wrong with the 2031 budget of 博州水利局?',
  'how many posts does the Wenshan water bureau have in 2031',
  '你好',
  'what is the weather like',
])('%s is answered by a message that Slack takes, figures and all', async (question) => {
  const answer = await sample.ask(question)
  for (const publicUrl of [null, 'https://budget.example']) {
    const message = answerMessage(answer, { publicUrl, asked: { user: 'U1', question } })
    expect(faultsOf(message)).toEqual([])
    const shown = textsIn(message).join('\n')
    for (const { value } of answer.figures) expect(shown).toContain(value)
  }
})
