import { describe, expect, it } from 'vitest'
import { bold, cut, fromMarkdown, inert, link } from './mrkdwn.ts'

describe('inert', () => {
  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['<!channel> <@U1> <https://evil.example|here>', '&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|here&gt;'],
    ['*bold* _it_ ~no~ `code` ```', '＊bold＊ ＿it＿ ～no～ ｀code｀ ｀｀｀'],
    [':fire: 1:100:3 10:30', '：fire: 1：100:3 10:30'],
    ['one\n> two\u0000\u202e', 'one &gt; two'],
    ['“三公”经费 6.20 万元', '“三公”经费 6.20 万元'],
  ])('%j is shown as %j', (text, shown) => {
    expect(inert(text)).toBe(shown)
  })
})

describe('link', () => {
  it.each([
    ['https://b.example/d?a=1&b=2', '表<八>', '<https://b.example/d?a=1&amp;b=2|表&lt;八&gt;>'],
    ['https://b.example/a|b> c', 'x|y', '<https://b.example/a%7Cb%3E%20c|x｜y>'],
    ['javascript:alert(1)', 'x', 'x'],
    [null, 'x*', 'x＊'],
    [`https://b.example/${'x'.repeat(2000)}`, 'x', 'x'],
  ])('%j', (url, words, shown) => {
    expect(link(url, words)).toBe(shown)
  })
})

describe('cut', () => {
  it('leaves what fits', () => {
    expect(cut('abc', 3)).toBe('abc')
  })

  it('cuts no entity, no link and no character in two, and ends bold', () => {
    expect(cut('ab&amp;cdef', 6)).toBe('ab…')
    expect(cut('a<https://x.example|y>bcdef', 12)).toBe('a…')
    expect(cut('a𠀀bcdef', 4)).toBe('a…')
    expect(cut('*abcdefgh', 6)).toBe('*abc…*')
  })

  it('is never longer than it may be', () => {
    for (let most = 3; most < 40; most += 1)
      expect(cut('*a&amp;b* <https://x.example|y>𠀀 *cde&lt;fgh* ijk lmnop', most).length).toBeLessThanOrEqual(most)
  })
})

describe('fromMarkdown', () => {
  it.each([
    ['预算：公务用车运行费 **6.20 万元**[1][2]。', '预算：公务用车运行费 *6.20 万元*[1][2]。'],
    ['- 项目：**4.71 万元**[1]', '• 项目： *4.71 万元*[1]'],
    ['**合计**金额', '*合计* 金额'],
    ['> 写道 *x*', '> 写道 ＊x＊'],
    ['a \\*b\\* \\[1\\] c', 'a ＊b＊ [1] c'],
    ['2 < 3 & **4 > 3**', '2 &lt; 3 &amp; *4 &gt; 3*'],
  ])('%s', (markdown, shown) => {
    expect(fromMarkdown(markdown)).toBe(shown)
  })
})

it('nothing bold is nothing', () => {
  expect(bold(' ')).toBe('')
})
