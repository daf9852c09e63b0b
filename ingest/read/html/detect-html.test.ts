import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isHtml } from './detect-html.ts'

const of = (text: string) => isHtml(Buffer.from(text))
const TEXTS = ['../../tables/golden/', '../../facts/golden/', '../../../eval/corpus/'].flatMap((folder) => {
  const url = new URL(folder, import.meta.url)
  return readdirSync(url)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => new URL(name, url))
})

describe('isHtml', () => {
  it.each([
    ['a page', '<!DOCTYPE html><html><body>水</body></html>'],
    ['a page without a doctype', '\n\n<HTML><BODY>水'],
    ['a page that was cut off', '<html><head><title>水务局</ti'],
    [
      'a page below comments and a declaration',
      '<?xml version="1.0"?>\n<!-- saved from url -->\n<!--[if IE]><![endif]--><html>',
    ],
    ['the head of a page', '<meta charset="gbk"><title>水</title><p>水'],
    ['a table', '<table>\n<tr>\n<td>项目</td>\n<td>金额</td>\n</tr>\n</table>\n'],
    ['a table whose rows are set in with tabs', '<table>\n\t<tr>\n\t\t<td>水</td>\t<td>1.00</td>\n\t</tr>\n</table>'],
    ['a part of a page', '<div class="a"><h2>一、情况</h2><p>2031年收入1.00万元。<br>无。</p><img src="a.png"></div>'],
  ])('knows %s', (_, text) => {
    expect(of(text)).toBe(true)
    for (const encoding of ['utf16le', 'utf8'] as const)
      expect(isHtml(Buffer.from(`\ufeff${text}`, encoding))).toBe(true)
    expect(isHtml(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toBe(true)
    expect(isHtml(Buffer.from(text, 'utf16le'))).toBe(true)
    expect(isHtml(Buffer.from(text, 'utf16le').swap16())).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['a text', '青石县水务局2031年部门预算\n\n公务接待费1.00万元。'],
    ['bold words', '<b>青石县水务局</b>\n公务接待费<b>1.00</b>万元。'],
    ['paragraphs marked by a tool', '<p>青石县水务局</p>\n<p>公务接待费1.00万元。</p>'],
    ['Markdown with tables of tags', '# 水务局\n\n<table><tr><td>水</td></tr></table>\n'],
    ['Markdown that begins with a table', '<table><tr><td>水</td></tr></table>\n\n## 二、情况\n\n<div>水</div>'],
    ['Markdown in a block', '<div align="center">\n\n**水务局**\n\n</div>\n\n| 水 | 1.00 |\n|---|---|\n<div></div>'],
    ['rows of tabs below a block', '<div>水务局</div>\n项目\t金额\n水费\t1.00\n<div>完</div>'],
    [
      'text between tables',
      '<table><tr><td>水</td></tr></table>\n收入总计100.00万元，支出总计100.00万元。\n<table></table>',
    ],
    ['text behind a table', '<table><tr><td>水</td></tr></table>\n收入总计100.00万元。'],
    ['a comparison', '<5万元的项目不列。'],
    ['an unknown tag', '<水务局>'],
    ['XML', '<?xml version="1.0"?><workbook><row/></workbook>'],
    ['only a comment', '<!-- 水 -->'],
  ])('takes %s for a text', (_, text) => {
    expect(of(text)).toBe(false)
  })

  it('takes none of our texts for a page', () => {
    expect(TEXTS.length).toBeGreaterThan(40)
    expect(TEXTS.filter((url) => isHtml(readFileSync(url)))).toEqual([])
  })
})
