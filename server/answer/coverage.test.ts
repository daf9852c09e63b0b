import { afterAll, describe, expect, test } from 'vitest'
import { asksCoverage } from './coverage.ts'
import { openSampleAsker } from './sample-asker.ts'

const { ask, close } = await openSampleAsker()
afterAll(close)

describe('a question for what is held', () => {
  test.each<[string, readonly string[]]>([
    ['哪份是决算', ['three.txt']],
    ['有没有2030年的', ['three.txt']],
    ['文山州水利局有哪几年的', ['three.txt', 'two.txt']],
    ['有没有博州水利局的资料', ['one.md']],
    ['Do you have anything for 2030?', ['three.txt']],
    ['有没有文山州水利局2031年的预算', ['two.txt']],
  ])('%s names these documents and no other', async (question, files) => {
    const { status, figures, citations } = await ask(question)
    expect(status).toBe('answered')
    expect(figures).toEqual([])
    expect(citations.map(({ file }) => file).sort()).toEqual([...files].sort())
  })

  test.each([
    ['有没有2033年的', '没有收录2033年的资料'],
    ['do you have anything for 2033', 'nothing is held for 2033'],
    ['博州水利局有没有2030年的', '博尔塔拉蒙古自治州水利局没有收录2030年的资料'],
    ['有没有和田地区水利局的资料', '和田地区水利局'],
    ['博州水利局有没有决算', '只收录了预算，没有决算'],
    ['文山州水利局有没有2030年的预算', '文山壮族苗族自治州水利局2030年'],
  ])('%s: not held, and that is said', async (question, missing) => {
    const { status, notices, citations } = await ask(question)
    expect(status).toBe('not_found')
    expect(notices[0]?.message).toContain(missing)
    expect(citations).toEqual([])
  })

  test.each([
    '有没有政府性基金预算支出',
    '差旅费有没有增加',
    'Is there any spending on travel?',
    '三公经费为什么减少',
    '编制多少人',
  ])('%s asks what a document says', (question) => {
    expect(asksCoverage(question)).toBe(false)
  })

  test.each(['能查哪些单位', '收录了哪些年份', 'which bureaus are covered', '有没有的资料', 'is there anything'])(
    '%s asks what is held',
    (question) => {
      expect(asksCoverage(question)).toBe(true)
    },
  )
})
