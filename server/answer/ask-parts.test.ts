import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleIndex } from '../sample-index.ts'
import { type Asker, createAsker } from './ask.ts'
import type { Answer } from './contract.ts'
import { SAMPLE_TEXTS } from './sample-texts.ts'

let asker: Asker
let close = () => {}

beforeAll(async () => {
  const sample = await openSampleIndex(SAMPLE_TEXTS)
  close = sample.close
  asker = createAsker(sample.door)
})
afterAll(() => close())

const everything = ({ answer, notices }: Answer) => [answer, ...notices.map(({ message }) => message)].join('\n')
const answers = ({ figures }: Answer) =>
  figures.filter(({ role }) => role === 'answer').map(({ value, unit }) => `${value}${unit}`)

/** Questions of several parts, and what their answers say of the parts that are not held. */
describe('questions of several parts', () => {
  test('one of two units is not held: the answer says so', async () => {
    expect(everything(await asker.ask({ question: '博州水利局和喀什地区水利局2031年差旅费各多少' }))).toContain('喀什')
  })

  test('one of two years is not held: the answer says so', async () => {
    expect(everything(await asker.ask({ question: '博州水利局2030年和2031年差旅费各多少' }))).toMatch(/2030/)
  })

  test.fails('one of two items is not held: the answer says so', async () => {
    expect(everything(await asker.ask({ question: '博州水利局2031年水费和电费各多少' }))).toContain('电费')
  })

  test('two years are two answers', async () => {
    const answer = await asker.ask({ question: '文山州水利局2030年和2031年公务用车运行维护费各是多少' })
    expect(answers(answer)).toEqual(expect.arrayContaining(['4.61万元', '41500.00元']))
  })

  test('two totals asked for by name are no list of projects', async () => {
    const answer = await asker.ask({ question: '博州水利局2031年基本支出和项目支出各多少' })
    expect(answers(answer)).toContain('520.00万元')
  })

  test('多少公务用车运行费 asks for money, not for vehicles', async () => {
    expect(answers(await asker.ask({ question: '博州水利局2031年花了多少公务用车运行费？' }))).toEqual(['8.70万元'])
  })

  test('最高的单位是哪个 asks for a rank of all units', async () => {
    expect(answers(await asker.ask({ question: '2031年三公经费最高的单位是哪个？' }))).toContain('9.65万元')
  })

  test('a list of projects is not headed by the first of them', async () => {
    const { answer } = await asker.ask({ question: '列出博州水利局2031年各个项目的金额' })
    expect(answer.split('\n')[0]).not.toContain('山洪预警')
  })

  test('how many staff is a number of people', async () => {
    const answer = await asker.ask({ question: 'How many staff does the Bortala Water Bureau have?' })
    expect(answers(answer)).toHaveLength(1)
  })
})
