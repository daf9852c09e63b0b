import { describe, expect, it } from 'vitest'
import { bareText } from './bare-text.ts'
import { printedRows, samplePdf } from './sample-pdf.ts'

describe('bareText', () => {
  it('gives the text of each page', async () => {
    const pages = [printedRows([['公务接待费', '1,234.50']]), [{ text: '留白', x: 50, y: 700 }], []]
    const [first, second, third] = await bareText(samplePdf(pages), 'a.pdf')
    expect(first).toMatch(/^公务接待费\s+1,234\.50$/)
    expect([second, third]).toEqual(['留白', ''])
  })

  it('refuses what is no PDF', async () => {
    await expect(bareText(Buffer.from('%PDF-1.7\n'), 'a.pdf')).rejects.toMatchObject({ code: 'pdf-damaged' })
  })
})
