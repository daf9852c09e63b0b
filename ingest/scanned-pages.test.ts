import { describe, expect, it } from 'vitest'
import { WorkerReader } from './document-reader.ts'
import { picturePdf } from './read/pdf/picture-pdf.ts'
import { readPdf } from './read/pdf/read-pdf.ts'

/** Nothing of it is drawn where its size alone says that it is no scan. */
const VAST = { width: 40_000, height: 30_000, dpi: 4000, data: { grey: new Uint8Array(1) } }

describe('a page that is a picture', () => {
  it('is refused where its picture is vast, without drawing it', async () => {
    await expect(readPdf(picturePdf([VAST]), 'vast.pdf')).rejects.toMatchObject({
      code: 'pdf-pictures-only',
      message: expect.stringContaining('more dots than any scan'),
    })
  })

  it('is refused where nothing is recognised in it', async () => {
    const blank = { width: 300, height: 400, dpi: 100, data: { grey: new Uint8Array(120_000).fill(255) } }
    const reader = new WorkerReader()
    await expect(reader.read(picturePdf([blank]), 'blank.pdf')).rejects.toMatchObject({ code: 'pdf-pictures-only' })
    await reader.close()
  }, 60_000)
})
