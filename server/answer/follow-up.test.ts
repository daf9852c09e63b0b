import { describe, expect, test } from 'vitest'
import { fakeDocument } from '../lookup/fake-corpus.ts'
import { resolveFollowUp } from './follow-up.ts'

const documents = [
  fakeDocument('aaaa', { organization: '博尔塔拉蒙古自治州水利局', aliases: ['博州水利局'], fiscalYear: 2031 }).record,
  fakeDocument('bbbb', { organization: '文山壮族苗族自治州水利局', aliases: ['文山州水利局'], fiscalYear: 2031 })
    .record,
]
const BEFORE = '博州水利局2031年公务用车运行费预算是多少？'

describe('a follow-up', () => {
  test.each([
    ['那文山呢？', '文山2031年公务用车运行费预算是多少?'],
    ['2030年呢？', '博州水利局2030年公务用车运行费预算是多少?'],
    ['那公务接待费呢', '博州水利局2031年公务接待费预算是多少?'],
    ['决算呢？', '博州水利局2031年公务用车运行费决算是多少?'],
    ['换成元', '博州水利局2031年公务用车运行费预算是多少，换成元'],
    ['为什么？', '博州水利局2031年公务用车运行费预算为什么'],
    ['文山州水利局', '文山州水利局2031年公务用车运行费预算是多少?'],
    ['那文山州水利局2030年呢', '文山州水利局2030年公务用车运行费预算是多少?'],
  ])('%s', (question, full) => {
    expect(resolveFollowUp(question, BEFORE, documents)).toBe(full)
  })

  test.each([
    ['and in 2030?', 'How much did Bortala Water Bureau budget for travel in 2030?'],
    ['what about official receptions?', 'How much did Bortala Water Bureau budget for official reception in 2031?'],
  ])('%s', (question, full) => {
    const before = 'How much did Bortala Water Bureau budget for travel in 2031?'
    expect(resolveFollowUp(question, before, documents)).toBe(full)
  })

  test.each(['文山州水利局2030年差旅费是多少？', '能查哪些单位？', '三公经费是什么意思'])(
    '%s stands by itself',
    (question) => {
      expect(resolveFollowUp(question, BEFORE, documents)).toBeNull()
    },
  )

  test('leads on from what the one before it was understood as', () => {
    const first = resolveFollowUp('那文山呢？', BEFORE, documents) ?? ''
    expect(resolveFollowUp('2030年呢', first, documents)).toBe('文山2030年公务用车运行费预算是多少?')
  })
})
