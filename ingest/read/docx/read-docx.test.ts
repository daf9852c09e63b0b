import { describe, expect, it } from 'vitest'
import { readerContract } from '../reader.contract.ts'
import { readFileContent } from '../reader.ts'
import { renderedBlocks } from '../sample-blocks.ts'
import {
  cell,
  item,
  level,
  paragraph,
  picture,
  row,
  run,
  type SampleDocx,
  table,
  textBox,
} from './samples/sample-docx.ts'
import { docxOfLines, readDocxBytes, readSample } from './samples/sample-reading.ts'

readerContract({ name: 'the reader of Word files', fileOf: docxOfLines, read: readDocxBytes })

const blocks = async (sample: SampleDocx | string) =>
  renderedBlocks(await readSample(typeof sample === 'string' ? { body: sample } : sample))
/** Blocks without their places. */
const texts = async (sample: SampleDocx | string) => (await blocks(sample)).map((line) => line.replace(/^\S+ /, ''))

const family = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

describe('paragraphs', () => {
  it('are cited by their number, blank ones and those in cells counted', async () => {
    expect(
      await blocks(paragraph('甲') + paragraph('') + table([row(['水', '']), row(['', '1.00'])]) + paragraph('乙')),
    ).toEqual(['P1 甲', 'P3 | 水 |  |', 'P6 |  | 1.00 |', 'P7 乙'])
  })

  it('end where the page or column does, and go on over a line break inside a sentence', async () => {
    const broken = (kind: string) => paragraph(`${run('收入合计为')}<w:r><w:br${kind}/></w:r>${run('1.00万元')}`)
    expect(await texts(broken(''))).toEqual(['收入合计为1.00万元'])
    expect(await texts(broken(' w:type="page"'))).toEqual(['收入合计为', '1.00万元'])
    expect(await texts(broken(' w:type="column"'))).toEqual(['收入合计为', '1.00万元'])
    expect(await texts(paragraph(`${run('水。')}<w:r><w:cr/></w:r>${run('一、火')}`))).toEqual(['水。', '一、火'])
  })

  it('say what is read aloud: tabs, hyphens and symbols that are characters', async () => {
    const marks =
      '<w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="25A1"/>'
    expect(await texts(paragraph(`${run('水')}<w:r>${marks}<w:t>火</w:t></w:r>`))).toEqual(['水  -□火'])
    const ruby = `<w:ruby><w:rt>${run('shuǐ')}</w:rt><w:rubyBase>${run('水')}</w:rubyBase></w:ruby>`
    expect(await texts(paragraph(`<w:r>${ruby}</w:r>`))).toEqual(['水'])
  })

  it('are headings by their outline or by that of their style', async () => {
    const styles =
      '<w:style w:styleId="a"><w:name w:val="Title"/></w:style>' +
      '<w:style w:styleId="b"><w:basedOn w:val="c"/></w:style><w:style w:styleId="c"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:styleId="d"><w:basedOn w:val="d"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    const styled = (id: string) => paragraph('收支情况', `<w:pStyle w:val="${id}"/>`) + paragraph('水。')
    expect(
      (await texts({ styles, body: ['a', 'b', 'd', 'none'].map(styled).join('') })).filter((text) => text !== '水。'),
    ).toEqual(['###### 收支情况', '###### 收支情况', '收支情况', '收支情况'])
  })
})

describe('numbers of lists', () => {
  it('go on from list to list of one family, and begin anew where a list says so', async () => {
    const numbering =
      family(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2'), level(2, 'lowerLetter', '%3)')) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    const body = [
      item('甲', 1),
      item('乙', 1, 1),
      item('丙', 1, 1),
      item('丁', 2),
      item('戊', 2, 1),
      item('己', 3),
      item('庚', 3),
      item('辛', 1, 2),
    ].join('')
    expect(await texts({ numbering, body })).toEqual([
      '一、甲',
      '一.1 乙',
      '一.2 丙',
      '二、丁',
      '二.1 戊',
      '五、己',
      '## 六、庚',
      'a) 辛',
    ])
  })

  it('are written as their levels say', async () => {
    const numbering =
      family(0, level(0, 'none', '附件'), level(1, 'upperRoman', '%2'), level(2, 'decimal', '%2-%3', '<w:isLgl/>')) +
      family(1, level(0, 'bullet', '●')) +
      family(2, level(0, 'someOther', '%1')) +
      family(3, level(0, 'decimal', '%1'), level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')) +
      [0, 1, 2, 3].map((id) => list(id + 1, id)).join('')
    const body = [
      item('甲', 1),
      item('乙', 1, 1),
      item('丙', 1, 2),
      item('丁', 2),
      item('戊', 3),
      item('己', 9),
      item('庚', 0),
    ].join('')
    expect(await texts({ numbering, body })).toEqual(['附件 甲', 'I 乙', '1-1 丙', '丁', '1 戊', '己', '庚'])
    const going = [item('甲', 4), item('乙', 4, 1), item('丙', 4), item('丁', 4, 1)].join('')
    expect(await texts({ numbering, body: going })).toEqual(['1 甲', '1 乙', '2 丙', '2 丁'])
  })

  it('come from styles as well, which name their level, and from families defined by a style', async () => {
    const numbering =
      family(
        0,
        '<w:styleLink w:val="x"/>',
        level(0, 'decimal', '%1、'),
        level(1, 'decimal', '（%2）', '<w:pStyle w:val="inner"/>'),
      ) +
      family(1, '<w:numStyleLink w:val="x"/>') +
      list(1, 1)
    const style = (id: string) =>
      `<w:style w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const body = ['outer', 'inner', 'inner'].map((id) => paragraph('水', `<w:pStyle w:val="${id}"/>`)).join('')
    const off = paragraph('水', '<w:pStyle w:val="outer"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await texts({ numbering, styles: style('outer') + style('inner'), body: body + off })).toEqual([
      '#### 1、水',
      '（1）水',
      '（2）水',
      '水',
    ])
  })
})

describe('what people do not see', () => {
  it('is left out with a warning, unless a run says that it is shown', async () => {
    const styles = '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    const hidden = paragraph(run('甲') + run('乙', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="h"/>')
    const { warnings, lines } = await readSample({ styles, body: hidden + paragraph('丙') })
    expect(lines).toEqual(['乙', '丙'])
    expect(warnings).toEqual([
      { code: 'hidden-text', message: expect.stringContaining('“甲”'), line: null, page: null, paragraph: 1 },
    ])
  })

  it('is left out where it was taken back, and what was put in stays', async () => {
    const moved = `<w:moveFrom>${run('甲')}</w:moveFrom><w:moveTo>${run('乙')}</w:moveTo><w:ins>${run('丙')}</w:ins><w:del>${run('丁')}</w:del>`
    const whole = `<w:del>${paragraph('戊')}</w:del><w:ins>${paragraph('己')}</w:ins>`
    expect(await texts(paragraph(moved) + whole)).toEqual(['乙丙', '己'])
  })

  it('counts for nothing in the numbers of lists, and joins paragraphs', async () => {
    const numbering = family(0, level(0, 'decimal', '%1、')) + list(1, 0)
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const cut = paragraph('收入', `${numbered}<w:rPr><w:del w:id="1"/></w:rPr>`)
    expect(await texts({ numbering, body: cut + paragraph('1.00万元', numbered) + item('支出', 1) })).toEqual([
      '收入1.00万元',
      '2、支出',
    ])
  })
})

describe('tables', () => {
  it('merge cells down and across, the old way too', async () => {
    const body = table([
      row([
        cell('甲', '<w:hMerge w:val="restart"/>'),
        cell('', '<w:hMerge/>'),
        cell('乙', '<w:vMerge w:val="restart"/>'),
      ]),
      row(['丙', '丁', cell('不显示', '<w:vMerge/>')]),
      row(['戊', '己', cell('庚', '<w:vMerge/>')], '<w:gridBefore w:val="0"/>'),
    ])
    expect(await texts(body)).toEqual(['| 甲 <1x2> |  | 乙 <3x1> |', '| 丙 | 丁 |  |', '| 戊 | 己 |  |'])
    const before = table([row(['甲', '乙', '丙']), row(['丁', '戊'], '<w:gridBefore w:val="1"/>')])
    expect(await texts(before)).toEqual(['| 甲 | 乙 | 丙 |', '|  | 丁 | 戊 |'])
  })

  it('keep a narrow column in which something stands', async () => {
    const rows = [row(['甲', '乙', '丙']), row(['丁', '戊', '己'])]
    expect(await texts(table(rows, [2000, 50, 2000]))).toEqual(['| 甲 | 乙 | 丙 |', '| 丁 | 戊 | 己 |'])
    expect(await texts(table([row(['甲', '', '丙']), row(['丁', '', '己'])], [2000, 50, 2000]))).toEqual([
      '| 甲 | 丙 |',
      '| 丁 | 己 |',
    ])
  })

  it('stand inside cells, and in boxes', async () => {
    const inner = table([row(['水', '1.00']), row(['火', '2.00'])])
    const outer = table([row(['项目', '明细']), row(['收入', cell(`${inner}${paragraph('')}`)]), row(['支出', '3.00'])])
    expect(await texts(outer)).toEqual([
      '| 项目 | 明细 |',
      '| 收入 |  |',
      '| 支出 | 3.00 |',
      '| 水 | 1.00 |',
      '| 火 | 2.00 |',
    ])
    expect(await texts(paragraph(textBox(inner)))).toEqual(['| 水 | 1.00 |', '| 火 | 2.00 |'])
  })
})

describe('pictures', () => {
  it('are given with the paragraph they stand in, and read where they are wanted', async () => {
    const png = Buffer.from('not really a picture')
    const body =
      paragraph('水') +
      table([row(['火', cell(paragraph(picture('p', '收入 表')))]), row(['木', '1.00'])]) +
      paragraph(picture('none'))
    const { pictures, warnings } = await readSample({ body, pictures: { p: png } })
    expect(pictures.map(({ name, place, after }) => [name, place, after])).toEqual([
      ['p.png “收入 表”', { kind: 'paragraph', paragraph: 3 }, 4],
      ['outside the file', { kind: 'paragraph', paragraph: 6 }, 4],
    ])
    expect(await pictures[0]?.load?.()).toEqual({ mediaType: 'image/png', bytes: png })
    expect(pictures[1]?.load).toBeNull()
    expect(warnings.map(({ code, paragraph: at }) => [code, at])).toEqual([
      ['picture-unread', 3],
      ['picture-unread', 6],
    ])
  })
})

describe('a file without text', () => {
  it.each([
    ['nothing', ''],
    ['blank paragraphs', paragraph('') + paragraph(' ')],
    ['only what was taken back', `<w:del>${paragraph('水')}</w:del>`],
  ])('is refused: %s', async (_, body) => {
    await expect(readSample({ body })).rejects.toMatchObject({ code: 'file-empty' })
  })

  it('is refused for its pictures where it holds nothing else', async () => {
    const body = paragraph(picture('p'))
    await expect(readSample({ body, pictures: { p: Buffer.from('x') } })).rejects.toMatchObject({
      code: 'office-pictures-only',
    })
  })

  it('is told from others by its content, whatever its name', async () => {
    const read = await readFileContent(docxOfLines(['水']), 'a.txt')
    expect(read).toMatchObject({ encoding: 'docx', lines: ['水'] })
  })
})
