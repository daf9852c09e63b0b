import { readFileSync } from 'node:fs'
import type { Raster } from '../scan/raster.ts'
import { pagePictures, picturePdf } from './picture-pdf.ts'

const DPI = 200
const DRAWN = new URL('golden/two-panel-balance.pdf', import.meta.url)

/** For tests: a made-up table of two halves as a scan of its page, and the same with its totals blanked. */
export async function sampleScans(): Promise<{ readonly whole: Buffer; readonly withoutTotals: Buffer }> {
  const [page] = await pagePictures(readFileSync(DRAWN), DPI, [1])
  if (!page) throw new Error('The sample has no page.')
  return { whole: scanned(page), withoutTotals: scanned(blankedTotals(page)) }
}

function scanned({ width, height, grey }: Raster): Buffer {
  return picturePdf([{ width, height, dpi: DPI, data: { grey } }])
}

const [BLACK, WHITE] = [100, 255]
/** Dots between the last ruling line and the top of the print above it. */
const [LINE, ROW] = [3, 40]

/** White where the last row of the table is printed: above the lowest level line. */
function blankedTotals({ width, height, grey }: Raster): Raster {
  const isLine = (row: number) =>
    grey.subarray(row * width, (row + 1) * width).filter((shade) => shade < BLACK).length > width / 3
  const last = Array.from({ length: height }, (_, at) => height - 1 - at).find(isLine) ?? height
  const bare = grey.slice()
  for (let row = last - ROW; row < last - LINE; row += 1) bare.fill(WHITE, row * width, (row + 1) * width)
  return { width, height, grey: bare }
}
