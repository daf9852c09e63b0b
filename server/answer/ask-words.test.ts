import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleIndex } from '../sample-index.ts'
import { createAsker } from './ask.ts'
import type { Answer } from './contract.ts'
import { expectPromises } from './sample-promises.ts'
import { WORDS_BUDGET } from './sample-words.ts'

let ask: (question: string) => Promise<Answer>
let close: () => void

beforeAll(async () => {
  const sample = await openSampleIndex([WORDS_BUDGET])
  const asker = createAsker(sample.door)
  close = sample.close
  ask = async (question) => {
    const answer = await asker.ask({ question })
    expectPromises(answer, await sample.door.current())
    return answer
  }
})

afterAll(() => close())

describe('questions for words are answered with the passage that tells it, and no other', () => {
  test.each<[string, string, string]>([
    ['石岭县文旅局2032年总预算为什么少了？', '博物馆布展工程完工', '工作餐'],
    ['石岭县文旅局公务接待费怎么降了', '推行工作餐', '下乡演出车次'],
    ['石嶺縣文旅局公務用車運行維護費為什麼增加？', '下乡演出车次增加', '工作餐'],
    ['石岭县文旅局送戏下乡是依据什么文件设立的？', '石府发〔2030〕7号', '120场'],
    ['石岭县文旅局送戏下乡项目要做什么？', '到各村演出', '石府发'],
    ['石岭县文旅局送戏下乡补助谁受益', '86个行政村', '石府发'],
    ['石岭县文旅局和公安局怎么分工？', '网吧经营许可', '图书馆'],
    ['石岭县文旅局绩效管理有什么问题？', '业务人员变动频繁', '指标库'],
    ['石岭县文旅局绩效问题下一步怎么改进', '组织业务培训', '网吧'],
    ['What is the legal basis of the 送戏下乡 project of 石岭县文化和旅游局?', '石府发〔2030〕7号', '120场'],
    ['Why did 石岭县文化和旅游局 cut its 公务接待费?', '推行工作餐', '下乡演出车次'],
  ])('%s', async (question, told, other) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ status: 'answered', figures: [] })
    expect(answer.answer).toContain(told)
    expect(answer.answer).not.toContain(other)
  })

  test('a form tells the way and the steps of paying in one quotation', async () => {
    const { answer, citations } = await ask('石岭县文旅局送戏下乡补助用什么方式、按什么程序发？')
    expect(answer).toContain('直接拨付剧团')
    expect(answer).toContain('按季度审批')
    expect(citations).toHaveLength(1)
  })

  test('of a list with long entries, the heads', async () => {
    const { answer } = await ask('石岭县文旅局有哪些内设机构？')
    for (const division of ['办公室', '公共服务股', '文物股']) expect(answer).toContain(division)
    expect(answer).not.toContain('安全保密')
  })

  test.each([
    '青石县农业局2032年部门预算包括哪些下属预算单位？',
    'Which subordinate budget unit does the 2032 departmental budget of 青石县农业局 cover besides the bureau itself?',
  ])('bodies that are counted in one line are told by the names below it: %s', async (question) => {
    const text = [
      '青石县农业局2032年部门预算',
      '青石县农业局机构设置',
      '青石县农业局部门预算是包括局本部以及下属1家预算单位的综合收支计划。',
      '本部门中，行政单位1家，事业单位1家，',
      '具体包括：1.青石县农业局本部',
      '2.青石县种子站',
      '预算编制说明',
      '2032年，青石县农业局收入预算90.00万元，支出预算90.00万元。',
    ]
    const sample = await openSampleIndex([{ file: 'farm.txt', text: text.join('\n\n') }])
    const answer = await createAsker(sample.door).ask({ question })
    sample.close()
    expect(answer).toMatchObject({ status: 'answered', figures: [] })
    expect(answer.answer).toContain('青石县种子站')
  })

  test.each(['石岭县文旅局为什么关停了游泳馆？', '石岭县文旅局动漫产业园由谁开发？'])(
    '%s is not told',
    async (question) => {
      expect(await ask(question)).toMatchObject({ status: 'not_found', figures: [], citations: [] })
    },
  )

  test('a question for a figure and its reason gets both', async () => {
    const { answer, figures } = await ask('石岭县文旅局公务接待费比上年减少多少？为什么？')
    expect(figures.map(({ value }) => value)).toContain('0.30')
    expect(answer).toContain('推行工作餐')
  })
})
