import { describe, expect, test } from 'vitest'
import { asksForWords, asksForWordsToo, shapesAsked, withoutAsking } from './asked-words.ts'

describe('what asks for words', () => {
  test.each([
    '培训费为什么减少',
    '租金怎么翻了一倍',
    '这个项目拿来干嘛的',
    '依据哪个文件设立',
    '补助怎么发到人手里',
    '和教育局怎么分工',
    '由哪家公司承担',
    'why did it fall',
    'What does the maintenance money cover?',
    'Which divisions are under it?',
    'What is the grant mainly used for?',
    'How is the subsidy paid?',
  ])('%s', (question) => expect(asksForWords(question)).toBe(true))

  test.each([
    '培训费是多少',
    '为什么差了多少',
    '哪个项目最多',
    '哪些项目',
    '预算执行得怎么样',
    'How much does the maintenance cost?',
    'What is the budget for training?',
    'What did the bureau budget for training?',
    'Which year is it?',
  ])('%s asks for a figure', (question) => expect(asksForWords(question)).toBe(false))

  test('figures may be asked for with words beside them', () => {
    expect(asksForWordsToo('差多少，为什么')).toBe(true)
    expect(asksForWordsToo('这笔钱怎么分配')).toBe(true)
    expect(asksForWordsToo('差多少')).toBe(false)
  })
})

describe('the shape of what is asked for', () => {
  test.each([
    ['为什么减少', 'reason'],
    ['怎么少了一半', 'reason'],
    ['根据什么文件', 'basis'],
    ['有哪几个科室', 'divisions'],
    ['用什么方式发放', 'manner'],
    ['补给哪些人', 'recipients'],
    ['委托哪家公司', 'agent'],
    ['主要用在什么上面', 'purpose'],
    ['下一步打算', 'measures'],
    ['什么是结转资金', 'meaning'],
    ['what is it used for', 'purpose'],
    ['on what basis', 'basis'],
  ])('%s: %s', (question, name) => expect(shapesAsked(question)[0]?.name).toBe(name))

  test('asking words go, what to look for stays', () => {
    expect(withoutAsking('地方补助为什么由在职人员来领').replace(/\s+/g, ' ')).toBe('地方补助 在职人员 领')
  })
})
