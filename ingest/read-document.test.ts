import { describe, expect, it } from 'vitest'
import { pageOf } from './domain/place.ts'
import { printedRows, samplePdf } from './read/pdf/sample-pdf.ts'
import { readDocument } from './read-document.ts'

const title = { text: '青石县水务局2032年部门预算', x: 50, y: 800 }
const table = printedRows(
  [
    ['项目', '金额（万元）'],
    ['公务接待费', '1,234.50'],
    ['合计', '1,234.50'],
  ],
  760,
)

describe('readDocument', () => {
  it('gives every line of a PDF its place, and every fact lines that there are', async () => {
    const { record, lines, places, facts, chunks } = await readDocument(
      samplePdf([[title, ...table], [{ text: '公务接待费 3.50 万元。', x: 50, y: 700 }]]),
      'water.pdf',
    )
    expect(record).toMatchObject({ file: 'water.pdf', encoding: 'pdf', lineCount: lines.length, fiscalYear: 2032 })
    expect(places).toHaveLength(lines.length)
    expect(facts.map(({ amount }) => amount.raw)).toEqual(['1,234.50', '1,234.50', '3.50'])
    for (const { source, amount } of facts) expect(lines[source.from - 1]).toContain(amount.raw)
    expect(facts.map(({ source }) => pageOf(places?.[source.from - 1]))).toEqual([1, 1, 2])
    expect([...facts, ...chunks].every(({ source }) => source.to <= lines.length)).toBe(true)
  })

  it('names the page of what was not understood, and what the reader left out', async () => {
    const { record } = await readDocument(
      samplePdf([
        [title, ...table],
        printedRows([
          ['水', '5.55'],
          ['说明', '约 5 元'],
          ['水', '无'],
        ]),
        [{ text: '留白', x: 50, y: 700 }],
      ]),
      'water.pdf',
      { skip: new Set([3]) },
    )
    expect(record.warnings.every(({ line }) => line === null)).toBe(true)
    expect(new Set(record.warnings.map(({ page }) => page))).toEqual(new Set([3, 2]))
    expect(record.understood).toBeLessThan(1)
  })

  it('has no places for a text', async () => {
    const { places, record } = await readDocument(
      Buffer.from('青石县水务局2032年部门预算\n\n公务接待费 3.50 万元。'),
      'a.txt',
    )
    expect(places).toBeNull()
    expect(record.encoding).toBe('utf-8')
  })
})
