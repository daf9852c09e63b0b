import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../domain/problem.ts'
import { decodeText } from '../decode.ts'
import { readerContract } from '../reader.contract.ts'
import { readFileContent } from '../reader.ts'
import { renderedBlocks } from '../sample-blocks.ts'
import { separatedValues } from './detect-csv.ts'
import { readCsv } from './read-csv.ts'
import { csvRecords } from './records.ts'
import { csvOf, csvOfLines } from './sample-csv.ts'

function readBytes(bytes: Uint8Array) {
  const records = csvRecords(decodeText(bytes, 'sample.csv').text, ',')
  if (!records) throw new Problem('format-unsupported', 'sample.csv holds no separated values.')
  return readCsv(records, 'sample.csv')
}

readerContract({ name: 'the reader of separated values', fileOf: csvOfLines, read: readBytes })

const TABLE = [
  ['2032年部门收支总表', null, null],
  ['编制单位：青石县水务局', null, '单位：万元'],
  ['项目', '预算数', null],
  ['公务接待费', '1,204.50', null],
  ['会议费,\n培训费', '3.00', '注'],
  [null, null, null],
  ['合计', '1,207.50', null],
] as const

const linesOf = async (bytes: Uint8Array) => {
  const read = await readFileContent(bytes, 'sample.txt')
  return read.places === null ? [] : read.lines
}

describe('separated values', () => {
  it('are read as a sheet is, each cell at its line of the file', async () => {
    const read = await readFileContent(Buffer.from(csvOf(TABLE)), 'sample.txt')
    if (read.places === null) throw new Error('read as a text')
    expect(renderedBlocks(read)).toEqual([
      'L1 2032年部门收支总表',
      'L2 | 编制单位：青石县水务局 |  | 单位：万元 |',
      'L3 | 项目 | 预算数 |  |',
      'L4 | 公务接待费 | 1,204.50 |  |',
      'L5,L6 | 会议费,培训费 | 3.00 | 注 |',
      'L8 | 合计 | 1,207.50 |  |',
    ])
    expect(read.encoding).toBe('utf-8')
  })

  it('come in any encoding of texts, with any line ends, parted by commas, semicolons or tabs', async () => {
    const text = csvOf(TABLE)
    const expected = await linesOf(Buffer.from(text))
    expect(expected).toHaveLength(12)
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text.replaceAll('\r\n', '\n')),
      Buffer.from(text.replaceAll('\r\n', '\r')),
    ])
      expect(await linesOf(bytes)).toEqual(expected)
    for (const separator of [';', '\t']) {
      const rows = TABLE.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(separator))
      expect(await linesOf(Buffer.from(rows.join('\n')))).toEqual(expected)
    }
  })

  it('keep every text and its line, whatever stands in the fields', () => {
    const word = fc.stringMatching(/^[水金1-9.,;"\n]{1,8}$/).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = csvOf(rows)
        const fields = (csvRecords(text, ',') ?? []).flatMap((record) => record.fields)
        expect(fields.map((field) => field.text)).toEqual(rows.flat())
        const lines = text.split(/\r\n|\n/)
        for (const field of fields)
          expect(lines[field.line - 1]).toContain(field.text.split('\n')[0]?.replaceAll('"', '""'))
      }),
    )
  })
})

describe('other texts are not taken for separated values', () => {
  const CORPUS = new URL('../../../eval/corpus/', import.meta.url)
  const corpus = ['atushi-2024-budget.txt', 'bazhou-2020-budget.md', 'ebian-2023-budget.txt'].map((name) =>
    readFileSync(new URL(name, CORPUS), 'utf8'),
  )
  it.each<[string, string]>([
    ...corpus.map((text, at): [string, string] => [`disclosure ${at + 1}`, text]),
    ['prose with commas', '第一段,有逗号。\n第二段,也有,还不止一个。\n第三段没有。\n第四段,又有。'],
    ['one comma a line, and a line without', '甲,1\n乙,2\n丙\n丁,4'],
    ['a cell a line', '公务接待费\n1,204,500.00\n2,000,000.00\n3,000,000.00\n4,000,000.00'],
    ['two lines', '甲,1\n乙,2'],
    ['rows of tabs without quotes', '甲\t1\n乙\t2\n丙\t3'],
    ['quotes inside words', '甲"乙,1\n丙"丁,2\n戊,3'],
    ['an open quote', '"甲,1\n乙,2\n丙,3'],
    ['Markdown', '| 甲 | 1,000 |\n|---|---|\n| 乙 | 2,000 |'],
  ])('%s', (_, text) => {
    expect(separatedValues(text, 'sample.txt')).toBeNull()
  })

  it('but are refused where they hold more fields than any disclosure', () => {
    const text = `${'1,'.repeat(250)}1\n`.repeat(2_001)
    expect(() => separatedValues(text, 'sample.csv')).toThrow(/sample\.csv holds \d+ fields/)
  })
})
