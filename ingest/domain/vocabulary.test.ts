import { describe, expect, it } from 'vitest'
import { lineFinder, paragraphText } from './block.ts'
import { chunkSchema } from './chunk.ts'
import { documentRecordSchema } from './document.ts'
import { factSchema } from './fact.ts'
import { comparable, enumeratorLevel, isTotalName, plainName, squeeze } from './name.ts'
import { PROBLEMS, Problem } from './problem.ts'
import { lines, linesUpTo, MAX_CITED_LINES } from './source.ts'
import { tableSchema } from './table.ts'

describe('names', () => {
  it('lose the spaces between their letters', () => {
    expect(squeeze(' 基 本\t支　出\n')).toBe('基本支出')
  })

  it('are compared in one spelling', () => {
    expect(comparable('“三公” 经费（Ａ）：１，')).toBe('"三公"经费(a):1,')
  })

  it.each([
    ['一、本年收入', '本年收入'],
    ['1.一般公共预算', '一般公共预算'],
    ['（二）公务用车购置', '公务用车购置'],
    ['其中：（1）公务用车运行费', '公务用车运行费'],
    ['合 计：', '合计'],
    ['2.5 倍', '2.5倍'],
  ])('%s is shown as %s', (printed, name) => {
    expect(plainName(printed)).toBe(name)
  })

  it('know the level of their enumerator', () => {
    expect(['一、收入', '1.收入', '（一）收入', '其中：收入', '收入'].map(enumeratorLevel)).toEqual([1, 2, 2, 3, 4])
  })

  it('tell totals from items that only begin like one', () => {
    expect(['合 计', '总计', '一、本年收入合计', '收入总计', '小计：'].every(isTotalName)).toBe(true)
    expect(['合计数占比', '总务处', '收入', '其他支出'].some(isTotalName)).toBe(false)
  })
})

describe('sources', () => {
  it('span the lines given, in order, and no more than a citation may', () => {
    expect(lines(7)).toEqual({ kind: 'lines', from: 7, to: 7 })
    expect(lines(7, 9)).toEqual({ kind: 'lines', from: 7, to: 9 })
    expect(lines(7, 3)).toEqual({ kind: 'lines', from: 7, to: 7 })
    expect(lines(1, 500).to).toBe(MAX_CITED_LINES)
    expect(linesUpTo(7, 9)).toEqual(lines(7, 9))
    expect(linesUpTo(1, 500)).toEqual({ kind: 'lines', from: 501 - MAX_CITED_LINES, to: 500 })
  })

  it('find the line of a character in a paragraph', () => {
    const spans = [
      { text: '全年', line: 4 },
      { text: '收入', line: 6 },
    ]
    expect(paragraphText({ kind: 'paragraph', spans })).toBe('全年收入')
    expect([0, 1, 2, 3, 99].map((offset) => lineFinder(spans)(offset))).toEqual([4, 4, 6, 6, 6])
    expect(lineFinder([])(0)).toBe(1)
  })
})

describe('problems', () => {
  it('carry a code of the catalogue, a sentence and their cause', () => {
    const cause = new Error('EACCES')
    const problem = new Problem('file-unreadable', 'a.txt could not be opened.', { cause })
    expect(problem).toMatchObject({ name: 'Problem', code: 'file-unreadable', message: 'a.txt could not be opened.' })
    expect(problem.cause).toBe(cause)
    for (const sentence of Object.values(PROBLEMS)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})

describe('schemas', () => {
  it('refuse what is not theirs', () => {
    for (const schema of [chunkSchema, documentRecordSchema, factSchema, tableSchema])
      expect(schema.safeParse({ id: 'x' }).success).toBe(false)
  })
})
