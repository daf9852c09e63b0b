import { afterAll, describe, expect, test } from 'vitest'
import type { Answer } from './contract.ts'
import { answersOf, openSampleAsker, saidAs } from './sample-asker.ts'

const { ask, close } = await openSampleAsker()
afterAll(close)

const everything = ({ answer, notices }: Answer) => [answer, ...notices.map(({ message }) => message)].join('\n')
const said = (answer: Answer) => answersOf(answer).map(saidAs)

/** Questions of several parts, and what their answers say of the parts that are not held. */
describe('questions of several parts', () => {
  test('one of two units is not held: the answer says so', async () => {
    expect(everything(await ask('博州水利局和喀什地区水利局2031年差旅费各多少'))).toContain('喀什')
  })

  test('one of two years is not held: the answer says so', async () => {
    expect(everything(await ask('博州水利局2030年和2031年差旅费各多少'))).toMatch(/2030/)
  })

  test.fails('one of two items is not held: the answer says so', async () => {
    expect(everything(await ask('博州水利局2031年水费和电费各多少'))).toContain('电费')
  })

  test('two years are two answers', async () => {
    const answer = await ask('文山州水利局2030年和2031年公务用车运行维护费各是多少')
    expect(said(answer)).toEqual(expect.arrayContaining(['4.61万元', '41500.00元']))
  })

  test('two totals asked for by name are no list of projects', async () => {
    const answer = await ask('博州水利局2031年基本支出和项目支出各多少')
    expect(said(answer)).toContain('520.00万元')
  })

  test('多少公务用车运行费 asks for money, not for vehicles', async () => {
    expect(said(await ask('博州水利局2031年花了多少公务用车运行费？'))).toEqual(['8.70万元'])
  })

  test('最高的单位是哪个 asks for a rank of all units', async () => {
    expect(said(await ask('2031年三公经费最高的单位是哪个？'))).toContain('9.65万元')
  })

  test('a list of projects is not headed by the first of them', async () => {
    const { answer } = await ask('列出博州水利局2031年各个项目的金额')
    expect(answer.split('\n')[0]).not.toContain('山洪预警')
  })

  test('how many staff is a number of people', async () => {
    const answer = await ask('How many staff does the Bortala Water Bureau have?')
    expect(said(answer)).toHaveLength(1)
  })
})
