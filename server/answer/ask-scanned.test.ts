import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pagePictures, picturePdf } from '../../ingest/read/pdf/picture-pdf.ts'
import type { Raster } from '../../ingest/read/scan/raster.ts'
import { openSampleIndex } from '../sample-index.ts'
import { createAsker } from './ask.ts'
import { expectPromises } from './sample-promises.ts'

const DPI = 200
const DRAWN = new URL('../../ingest/read/pdf/golden/two-panel-balance.pdf', import.meta.url)
const QUESTION = '渡口管理所2027年卫生健康支出预算是多少？'
/** Reading a page takes seconds on a busy machine. */
const PATIENCE_MS = 120_000

let samples: Awaited<ReturnType<typeof openSampleIndex>>[]

beforeAll(async () => {
  const [page] = await pagePictures(readFileSync(DRAWN), DPI, [1])
  if (!page) throw new Error('the sample has no page')
  samples = await Promise.all(
    [page, withoutTotals(page)].map((raster) => openSampleIndex([{ file: 'scan.pdf', text: scanned(raster) }])),
  )
}, PATIENCE_MS)
afterAll(() => Promise.all(samples.map((sample) => sample.close())))

function scanned({ width, height, grey }: Raster): Buffer {
  return picturePdf([{ width, height, dpi: DPI, data: { grey } }])
}

/** The page with white where the lowest line of its print stands: that of the totals. */
function withoutTotals({ width, height, grey }: Raster): Raster {
  const hasInk = (row: number) => grey.subarray(row * width, (row + 1) * width).filter((shade) => shade < 100).length
  const last =
    Array.from({ length: height }, (_, row) => height - 1 - row).find((row) => hasInk(row) > width / 3) ?? height
  const bare = grey.slice()
  const DEEP = 40
  for (let row = last - DEEP; row < last - 3; row += 1) bare.fill(255, row * width, (row + 1) * width)
  return { width, height, grey: bare }
}

async function answerOf(at: number) {
  const sample = samples[at]
  if (!sample) throw new Error('no such sample')
  const answer = await createAsker(sample.door).ask({ question: QUESTION })
  expectPromises(answer, await sample.door.current())
  return answer
}

describe('a figure read from an image', () => {
  it('is verified where a sum of its table bears it out, and said to be from an image', async () => {
    const answer = await answerOf(0)
    expect(answer.figures[0]).toMatchObject({ value: '61.08', check: 'verified' })
    expect(answer.notices).toContainEqual(
      expect.objectContaining({ kind: 'fallback', message: expect.stringContaining('图像') }),
    )
  })

  it('is unconfirmed where no sum does', async () => {
    const answer = await answerOf(1)
    expect(answer.figures[0]).toMatchObject({ value: '61.08', check: 'unconfirmed' })
    expect(answer.notices).toContainEqual(
      expect.objectContaining({ kind: 'unsupported', message: expect.stringContaining('核实') }),
    )
  })
})
