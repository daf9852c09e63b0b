import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../domain/block.ts'
import { paragraphText } from '../domain/block.ts'
import { readerContract } from './reader.contract.ts'
import { type BlockReader, readFileText } from './reader.ts'
import { readText } from './text.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

const reader: BlockReader = readText

function readBytes(bytes: Uint8Array): { lines: readonly string[]; blocks: Block[] } {
  const { lines } = readFileText(bytes, 'sample.txt')
  return { lines, blocks: reader(lines) }
}

readerContract({ name: 'the reader of texts', fileOf: (lines) => bytesOf(lines.join('\n')), read: readBytes })

/** Blocks in short: "h2 …" a heading, "p …" a paragraph, "g a|b" a row of a grid. */
function shape(text: string): string[] {
  return readText(text.split('\n')).flatMap((block) => {
    if (block.kind === 'heading') return [`h${block.level} ${block.text}`]
    if (block.kind === 'paragraph') return [`p ${paragraphText(block)}`]
    return block.rows.map((row) => `g ${row.map((cell) => cell.text).join('|')}`)
  })
}

describe('readText', () => {
  it('reads the same from any line ends, with or without a byte order mark and a final newline', () => {
    const lines = ['# 概况', '支出 10.00 万元，', '比上年增加。', '', '| 项目 | 金额 |', '| 水费 | 1.00 |']
    const expected = readBytes(bytesOf(lines.join('\n'))).blocks
    for (const end of ['\n', '\r\n', '\r']) {
      for (const mark of ['', '\uFEFF'])
        for (const final of ['', end])
          expect(readBytes(bytesOf(mark + lines.join(end) + final)).blocks).toEqual(expected)
    }
  })

  it('knows headings by their marks and by their numbering, outermost first', () => {
    const text = '第一部分 概况\n一、主要职能\n（一）机构设置\n1. 人员情况\n### 支出表\n#### 二、说明'
    expect(shape(text)).toEqual([
      'h1 第一部分 概况',
      'h2 一、主要职能',
      'h3 （一）机构设置',
      'h4 1. 人员情况',
      'h6 支出表',
      'h2 二、说明',
    ])
  })

  it('knows rows by the bars between their cells, with or without bars at the ends', () => {
    expect(shape('项目 | 金额 | 备注\n水费 | 1.00 | \n电费 ｜ 2.00 ｜ 无')).toEqual([
      'g 项目|金额|备注',
      'g 水费|1.00|',
      'g 电费|2.00|无',
    ])
    expect(shape('│项目│金额│\n├──┼──┤\n│水费│1.00│')).toEqual(['g 项目|金额', 'g 水费|1.00'])
    // A row of links is none.
    expect(shape('一、概况\n首页 | 新闻 | 公开')).toEqual(['h2 一、概况', 'p 首页 | 新闻 | 公开'])
  })

  it('takes a numbered sentence with a figure for prose', () => {
    expect(shape('一、收入 10.00 万元，增长 5%。')).toEqual(['p 一、收入 10.00 万元，增长 5%。'])
    expect(shape('（一）收入减少，支出增加')).toEqual(['p （一）收入减少，支出增加'])
    expect(shape('1. 项目名称：修渠')).toEqual(['p 1. 项目名称：修渠'])
  })

  it('joins lines that are cut inside a word, and parts sentences that are not', () => {
    expect(shape('全年收入 10.00 万\n元，其中财政拨\n\n款 8.00 万元，\n\n其他 2.00 万元。\n\n另起一段')).toEqual([
      'p 全年收入 10.00 万元，其中财政拨款 8.00 万元，其他 2.00 万元。',
      'p 另起一段',
    ])
  })

  it('keeps Latin words apart where it joins their lines', () => {
    expect(shape('annual budget\nof the unit')).toEqual(['p annual budget of the unit'])
  })

  it('parts lines that name a field, titles, list items and closed clauses', () => {
    expect(shape('项目名称：修渠\n资金规模：10 万元')).toEqual(['p 项目名称：修渠', 'p 资金规模：10 万元'])
    expect(shape('收支总表\n\n单位')).toEqual(['p 收支总表', 'p 单位'])
    expect(shape('修渠 10 万元；\n打井 5 万元。')).toEqual(['p 修渠 10 万元；', 'p 打井 5 万元。'])
    expect(shape('水费\n\n电费')).toEqual(['p 水费', 'p 电费'])
  })

  it('reads on over blank lines where the page was wrapped hard', () => {
    const wrapped = Array.from({ length: 12 }, () => '本单位全年的收入和支出都已纳入单位预算管理范围之')
    expect(shape(wrapped.join('\n\n'))).toEqual([`p ${wrapped.join('')}`])
    const item = '1. 社会保障和就业支出用于行政单位的养老保险缴费支'
    expect(shape([...wrapped, item, '出。'].join('\n')).at(-1)).toBe(`p ${item}出。`)
  })

  it('tells pipe rows, tab rows and ruling lines', () => {
    expect(shape('| 项目 | 金额 |\n|---|:-:|\n| <b>水费</b> | **1.00** |\n水费\t1.00\t')).toEqual([
      'g 项目|金额',
      'g 水费|1.00',
      'g 水费|1.00|',
    ])
    expect(shape('| | |')).toEqual(['g |'])
  })

  it('ends a grid at a blank line or a line of prose', () => {
    const kinds = readText(['a\t1', '', 'b\t2', '说明', 'c\t3']).map(({ kind }) => kind)
    expect(kinds).toEqual(['grid', 'grid', 'paragraph', 'grid'])
  })

  it('keeps a number that finishes the number of a table', () => {
    expect(shape('表\n\n3\n\n收支')).toEqual(['p 表', 'p 3', 'p 收支'])
  })

  it('undoes mark-up and LaTeX signs, and drops list marks', () => {
    expect(shape('- 覆盖率 \\geq 95\\%，<br/>户数 \\leq 3')).toEqual(['p 覆盖率 ≥ 95%， 户数 ≤ 3'])
    expect(shape('<b></b>')).toEqual([])
  })

  it('never joins across a table, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('水，', '金', 'a\tb', '', '一、甲'), { maxLength: 20 }), (lines) => {
        const rows = lines.flatMap((line, index) => (line.includes('\t') ? [index + 1] : []))
        for (const block of readText(lines)) {
          if (block.kind !== 'paragraph') continue
          const [first, last] = [block.spans[0]?.line ?? 0, block.spans.at(-1)?.line ?? 0]
          expect(rows.some((row) => row > first && row < last)).toBe(false)
        }
      }),
    )
  })
})
