import { describe, expect, it } from 'vitest'
import { parseInline, parseMarkdown } from './markdown.ts'

const text = (words: string) => ({ type: 'text', text: words })

describe('parseInline', () => {
  it('knows strong text, code and citation marks', () => {
    expect(parseInline('预算 **4.20 万元[1]**，`a - b` [2]。')).toEqual([
      text('预算 '),
      { type: 'strong', children: [text('4.20 万元'), { type: 'citation', id: 1 }] },
      text('，'),
      { type: 'code', text: 'a - b' },
      text(' '),
      { type: 'citation', id: 2 },
      text('。'),
    ])
  })

  it.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[1](http://evil.example)',
    '![x](y)',
    'a * b',
    '**',
  ])('leaves %s the text it is', (words) => {
    expect(parseInline(words)).toEqual([text(words)])
  })

  it('undoes escapes', () => {
    expect(parseInline('\\*\\*x\\*\\* \\[1\\]')).toEqual([text('**x** [1]')])
  })
})

describe('parseMarkdown', () => {
  it('knows paragraphs, lists, quotations and tables', () => {
    const blocks = parseMarkdown(
      '# 标题\n第二行\n\n- 甲\n- 乙\n\n1. 一\n2. 二\n> 引文\n\n| 项目 | 数 |\n| --- | ---: |\n| 甲 | 1 |\n',
    )
    expect(blocks).toEqual([
      { type: 'paragraph', children: [text('标题'), { type: 'break' }, text('第二行')] },
      { type: 'list', ordered: false, items: [[text('甲')], [text('乙')]] },
      { type: 'list', ordered: true, items: [[text('一')], [text('二')]] },
      { type: 'quote', children: [text('引文')] },
      { type: 'table', header: [[text('项目')], [text('数')]], rows: [[[text('甲')], [text('1')]]] },
    ])
  })

  it('ends on any input', () => {
    for (const odd of ['|', '| a |', '>', '- ', '1.', '|\n|--|', '\n\n', '****', '```x'])
      expect(Array.isArray(parseMarkdown(odd))).toBe(true)
  })
})
