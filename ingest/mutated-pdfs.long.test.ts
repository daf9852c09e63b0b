import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SampleEmbedder } from './index/sample-embedder.ts'
import { randomOf } from './index/sample-random.ts'
import { ingestPaths } from './pipeline.ts'
import {
  blankPdf,
  damagedPdf,
  lockedForChangesPdf,
  longPdf,
  partlyPicturesPdf,
  picturesPdf,
} from './read/pdf/samples/sample-files.ts'
import { HEAVY_PDFS } from './read/pdf/samples/sample-hostile.ts'
import { mutatedPdf } from './read/pdf/samples/sample-mutations.ts'
import { expectPdfReadOrRefused } from './sample-pdf-reading.ts'
import { impatientReader } from './sample-thread-reading.ts'

const MEGABYTE = 1024 * 1024
/** Memory of the whole process, its threads' included. */
const MOST_MEMORY = 1500 * MEGABYTE

async function hardFiles(): Promise<readonly Uint8Array[]> {
  const locked = lockedForChangesPdf('qinghe')
  return Promise.all([
    longPdf(12),
    locked,
    blankPdf(3, true),
    picturesPdf(2),
    partlyPicturesPdf(),
    damagedPdf('no-index'),
  ])
}

describe('broken PDFs', () => {
  it.each(Array.from({ length: 10 }, (_, at) => at))(
    'are read or refused with a reason, hundred %i',
    async (hundred) => {
      const reader = impatientReader()
      const random = randomOf(500 + hundred)
      // Every third hundred is made of files that are hard to read as they are.
      const bases = hundred % 3 === 2 ? await hardFiles() : undefined
      try {
        for (let at = 0; at < 100; at += 1)
          await expectPdfReadOrRefused(reader, mutatedPdf(random, bases), `broken-${hundred}-${at}.pdf`)
      } finally {
        await reader.close()
      }
      expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
    },
  )

  it.each(HEAVY_PDFS)('are read or refused where they ask for much: %s', async (name, made) => {
    const reader = impatientReader()
    await expectPdfReadOrRefused(reader, made(), `${name}.pdf`).finally(() => reader.close())
  })

  it('leave nothing outside the data folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-chat-broken-'))
    const random = randomOf(99)
    const paths = Array.from({ length: 40 }, (_, at) => join(folder, `broken-${at}.pdf`))
    for (const path of paths) writeFileSync(path, mutatedPdf(random))
    const before = readdirSync(folder)
    const reader = impatientReader()
    const embedder = new SampleEmbedder()
    const dataDir = join(folder, 'data')
    const { documents, refused } = await ingestPaths({ paths, dataDir, embedder, reader, onProgress: () => undefined })
    await reader.close()
    expect(documents.length + refused.length).toBe(paths.length)
    expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual(before)
    expect(existsSync(dataDir)).toBe(documents.length > 0)
    rmSync(folder, { recursive: true })
  })
})
