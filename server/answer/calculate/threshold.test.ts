import { describe, expect, test } from 'vitest'
import { fakeFact } from '../../lookup/fake-corpus.ts'
import { keepsTo, thresholdIn } from './threshold.ts'

/** "<20%", or "none". */
const limitIn = (question: string) => {
  const limit = thresholdIn(question)
  return limit ? `${limit.comparator}${limit.value}${limit.unit}` : 'none'
}

describe('the limit that a question sets', () => {
  test.each([
    ['执行率不到20%的项目有哪些？', '<20%'],
    ['执行率低于 35.5% 的项目有几个', '<35.5%'],
    ['哪些项目没到80%', '<80%'],
    ['支出不足3万元的科目', '<3万元'],
    ['超过100万元的项目有哪些', '>100万元'],
    ['高于1.5亿元的项目', '>1.5亿元'],
    ['不超过5万元的项目', '<=5万元'],
    ['不高于90%的项目', '<=90%'],
    ['至多40元的项目', '<=40元'],
    ['不低于60%的项目', '>=60%'],
    ['不少于60分的项目', '>=60分'],
    ['至少60%执行的项目', '>=60%'],
    ['达到95%的项目有哪些', '>=95%'],
    ['50万元以上的项目有几个', '>=50万元'],
    ['50万元及以下的项目', '<=50万元'],
    ['projects below 50%', '<50%'],
    ['projects with less than 50% executed', '<50%'],
    ['items of more than 3万元', '>3万元'],
    ['items exceeding 3万元', '>3万元'],
    ['no more than 3万元', '<=3万元'],
    ['at most 30%', '<=30%'],
    ['at least 30%', '>=30%'],
    ['no less than 30%', '>=30%'],
    ['30% or more', '>=30%'],
    ['30% or less', '<=30%'],
  ])('%s: %s', (question, limit) => {
    expect(limitIn(question)).toBe(limit)
  })

  test.each([
    '哪些项目一分钱都没花？',
    '一分没动的项目',
    '有没有完全没有执行的项目',
    '零执行的项目有几个',
    '执行率为0的项目',
    '执行率是零的项目有哪些',
    'On which projects was nothing spent?',
    'projects with zero execution',
  ])('%s: nothing spent', (question) => {
    expect(limitIn(question)).toBe('=0%')
  })

  test.each([
    '哪些项目全部执行完了',
    '钱全部花完的项目',
    '执行率达到100%的项目有几个',
    'Which projects were fully spent?',
  ])('%s: all of it spent', (question) => {
    expect(limitIn(question)).toBe('=100%')
  })

  test.each([
    '博州水利局2031年差旅费是多少',
    '执行率是多少？',
    '满意度至少要达到多少？',
    '至少培训几次',
    '单站建设成本不超过多少',
    '执行率为0.5%的项目是哪个',
    '最多的项目是哪个',
    '2031年以上的项目',
    'What is the minimum target?',
    'at least how many people',
  ])('%s: none', (question) => {
    expect(limitIn(question)).toBe('none')
  })
})

describe('a figure keeps to a limit', () => {
  const figure = (value: string, unit: string) => fakeFact('d', 1, { amount: { value, unit, raw: value } })

  test.each([
    ['<', '49.99', true],
    ['<', '50.00', false],
    ['<=', '50.00', true],
    ['<=', '50.01', false],
    ['>', '50.00', false],
    ['>', '50.01', true],
    ['>=', '50', true],
    ['>=', '49.99', false],
    ['=', '50.0', true],
    ['=', '50.1', false],
  ] as const)('%s 50%%: %s%% %s', (comparator, value, keeps) => {
    expect(keepsTo(figure(value, '%'), { comparator, value: '50', unit: '%' })).toBe(keeps)
  })

  test('in whatever unit of money it is printed', () => {
    const limit = { comparator: '>', value: '3', unit: '万元' } as const
    expect(keepsTo(figure('30000.01', '元'), limit)).toBe(true)
    expect(keepsTo(figure('30000', '元'), limit)).toBe(false)
    expect(keepsTo(figure('0.0004', '亿元'), limit)).toBe(true)
  })

  test.each([
    ['60', '人', '%'],
    ['60', '%', '万元'],
    ['60', '万元', '%'],
    ['60', '万元', '分'],
    ['60', '', '%'],
  ])('%s%s is none of a limit in %s', (value, unit, of) => {
    expect(keepsTo(figure(value, unit), { comparator: '>', value: '1', unit: of })).toBe(false)
  })
})
