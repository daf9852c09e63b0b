import { describe, expect, it } from 'vitest'
import { readerContract } from '../reader.contract.ts'
import { renderedBlocks } from '../sample-blocks.ts'
import { readHtml } from './read-html.ts'
import { htmlOfLines, htmlPage } from './sample-html.ts'

readerContract({ name: 'the reader of HTML', fileOf: htmlOfLines, read: (bytes) => readHtml(bytes, 'page.html') })

const read = (body: string) => readHtml(htmlPage(body), 'page.html')
/** Blocks without their places. */
const blocks = (body: string) => renderedBlocks(read(body)).map((line) => line.replace(/^\S+ /, ''))

describe('readHtml', () => {
  it('keeps a figure whole, however it is marked up', () => {
    expect(blocks('<p>支出<b>1,2</b><i>34</i>.<span\n>56</span>&#x4e07;\u200b元</p>')).toEqual(['支出1,234.56万元'])
  })

  it('joins what the file breaks inside Chinese, and parts what it breaks between words', () => {
    expect(blocks('<p>一般公共\n   预算，\nGDP\ngrowth\n5%</p>')).toEqual(['一般公共预算，GDP growth 5%'])
  })

  it('cites the line of the file that each part stands on', () => {
    const { lines, places } = read('\n<p>水费\n1.00万元，\n\n电费2.00万元。</p>')
    expect(lines.map((text, at) => [text, places[at]])).toEqual([
      ['水费', { kind: 'line', line: 3 }],
      ['1.00万元，', { kind: 'line', line: 4 }],
      ['电费2.00万元。', { kind: 'line', line: 6 }],
    ])
  })

  it('takes marked lines for headings, but not what states a figure or goes on', () => {
    expect(blocks('<h2>收支情况</h2><p>水。</p><h3>（一）收入</h3><p>水。</p>')).toEqual([
      '###### 收支情况',
      '水。',
      '### （一）收入',
      '水。',
    ])
    expect(blocks('<h2>2031年收入1.00万元</h2><h2>第一句。第二句</h2>')).toEqual([
      '2031年收入1.00万元',
      '第一句。第二句',
    ])
  })

  it('lays out cells merged over rows that begin them and columns that nothing begins', () => {
    const rows = '<tr><td rowspan=2 colspan=3>甲<td>1.00<tr><td>2.00<tr><td colspan=3>乙<td>3.00'
    expect(blocks(`<table>${rows}</table>`)).toEqual(['| 甲 <2x1> | 1.00 |', '|  | 2.00 |', '| 乙 | 3.00 |'])
  })

  it('reads a table that only arranges cell after cell', () => {
    expect(blocks('<table><tr><td>甲。</td></tr><tr><td>乙。</td></tr></table>')).toEqual(['甲。', '乙。'])
    const columns = `<td><h3>要闻</h3><p>水。</p></td><td>${'<p>二〇三一年全县各项收支情况说明如下，请审阅并提出意见，谢谢大家的支持和理解与帮助。</p>'.repeat(6)}</td>`
    expect(blocks(`<table><tr>${columns}</tr></table>`)).toHaveLength(8)
  })

  it('tells of pictures, and gives those that the file holds', async () => {
    const png = Buffer.from('not really a picture')
    const { warnings, pictures } = read(
      `<p>表三<img src="x/b%E8%A1%A8.png?v=1" alt="收入表">如下</p><img src="dot.gif" width=10><img alt="no address">
<img src="%E8.png"><img src="data:image/png;base64,${png.toString('base64')}" style="width:300px">`,
    )
    expect(pictures.map(({ name, after }) => [name, after])).toEqual([
      ['b表.png “收入表”', 1],
      ['%E8.png', 1],
      ['inside the file', 1],
    ])
    const [outside, , inside] = pictures
    expect(outside?.load).toBeNull()
    expect(await inside?.load?.()).toEqual({ mediaType: 'image/png', bytes: png })
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([
      ['picture-unread', 2],
      ['picture-unread', 3],
      ['picture-unread', 3],
    ])
  })

  it('tells of many pictures and hidden parts in a few words', () => {
    const { warnings } = read(`<p>水</p>${'<img src="a.png">'.repeat(50)}${'<p hidden>水</p>'.repeat(50)}`)
    expect(warnings.length).toBeLessThan(50)
    expect(warnings.map(({ message }) => message).join()).toMatch(/30 more.*30 more/)
  })

  it('keeps the frame of a site where it holds a figure or the title', () => {
    expect(blocks('<header><h1>水务局</h1></header><p>水</p><footer>电话</footer>')).toEqual(['###### 水务局', '水'])
    expect(blocks('<nav>收入1.00万元</nav><aside>占20%</aside><div role="banner">水</div>')).toEqual([
      '收入1.00万元',
      '占20%',
    ])
  })

  it('keeps links that lead into the page itself, and drops lists of others', () => {
    const list = (address: string) => `<ul>${`<li><a href="${address}">水</a></li>`.repeat(4)}</ul>`
    expect(blocks(`${list('#a')}<p>完</p>`)).toHaveLength(5)
    expect(blocks(`${list('/a')}<p>完</p>`)).toEqual(['完'])
  })

  it('numbers lists as browsers do', () => {
    expect(blocks('<ol type=i start=3><li>甲<li value=9>乙</ol><ol reversed><li>丙<li>丁</ol>')).toEqual([
      'iii. 甲',
      'ix. 乙',
      '2. 丙',
      '1. 丁',
    ])
    expect(
      blocks('<ol style="list-style:none"><li>甲</ol><ol><li></li><li style="list-style-type:upper-alpha">乙</ol>'),
    ).toEqual(['甲', 'B. 乙'])
  })

  it('refuses a page that shows nothing', () => {
    expect(() => read('<script>1.00</script><!-- 水 -->')).toThrow(expect.objectContaining({ code: 'file-empty' }))
  })
})
