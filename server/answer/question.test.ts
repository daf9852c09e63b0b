import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askingPart, languageOf, normalizeQuestion } from './question.ts'

describe('one form of a question', () => {
  test.each([
    ['博州２０３１年　差旅费？', '博州2031年 差旅费?'],
    ['博爾塔拉州水利局接待費', '博尔塔拉州水利局接待费'],
    ['“三公”经费', '"三公"经费'],
    ['「三公」经费', '"三公"经费'],
    ['bureau’s travel', "bureau's travel"],
    ['差\u200b旅\ufeff费', '差旅费'],
    ['\u202e差旅费\u202c', '差旅费'],
    ['差旅费\r\n\t 多少', '差旅费 多少'],
    ['二〇三一年差旅费', '2031年差旅费'],
    ['二零二〇年', '2020年'],
    ['那台车值多少钱', '车辆价值多少'],
    ['每辆车花多少', '每辆车花多少'],
    ['平均每一辆车花多少', '平均每一辆车花多少'],
    ['车辆险', '车辆险'],
  ])('%j', (question, normal) => {
    expect(normalizeQuestion(question)).toBe(normal)
  })

  test('is reached in one step', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = normalizeQuestion(text)
        expect(normalizeQuestion(once)).toBe(once)
      }),
      { seed: 7 },
    )
  })
})

describe('the language of a question', () => {
  test.each([
    ['博州水利局2031年差旅费是多少？', 'zh'],
    ['博州 2031 公车运行?', 'zh'],
    ['博州水利局 total 支出?', 'zh'],
    ['阿图什 2024 占 total 的 %?', 'zh'],
    ['How much did Bortala spend on travel in 2031?', 'en'],
    ['What is the 公务接待费 of 博州水利局 in 2031?', 'en'],
    ['travel 2031', 'en'],
    ['2031', 'en'],
  ])('%s: %s', (question, language) => {
    expect(languageOf(question)).toBe(language)
  })
})

describe('the part of a question that asks', () => {
  test('remarks beside it are left out', () => {
    expect(askingPart('我看别的局有写。博州水利局差旅费多少?')).toBe('博州水利局差旅费多少?')
  })
  test('all of it where every sentence asks, or none does', () => {
    expect(askingPart('差旅费多少?办公费多少?')).toBe('差旅费多少?办公费多少?')
    expect(askingPart('博州差旅费。')).toBe('博州差旅费。')
    expect(askingPart('')).toBe('')
  })
})
