import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { lookAtPdf } from './look-at-pdf.ts'
import { printedRows, samplePdf } from './sample-pdf.ts'

describe('lookAtPdf', () => {
  it('gives each page as a picture of its own size, with its plain text', async () => {
    const [first, second, ...more] = await lookAtPdf(
      samplePdf([printedRows([['公务接待费', '1,234.50']]), [{ text: '留白', x: 50, y: 700 }]]),
      'a.pdf',
    )
    expect(more).toEqual([])
    expect(first).toMatchObject({ number: 1, width: 595, height: 842, unmapped: [] })
    expect(first?.text).toMatch(/公务接待费\s+1,234\.50/)
    expect(second?.text).toContain('留白')
    const picture = decode(first?.picture?.png ?? new Uint8Array())
    expect(picture).toMatchObject({ width: 909, height: 1286, channels: 1, depth: 8 })
    expect(picture.data[0]).toBe(255)
  })
})
