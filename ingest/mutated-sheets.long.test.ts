import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WorkerReader } from './document-reader.ts'
import { SampleEmbedder } from './index/sample-embedder.ts'
import { randomOf } from './index/sample-random.ts'
import { ingestPaths } from './pipeline.ts'
import { mutatedArchive, partsOf } from './read/office/sample-mutations.ts'
import { HEAVY_XLSX } from './read/xlsx/samples/sample-hostile.ts'
import { impatientReader } from './sample-thread-reading.ts'
import { expectXlsxReadOrRefused } from './sample-xlsx-reading.ts'

const MEGABYTE = 1024 * 1024
/** Memory of the whole process, its threads' included. */
const MOST_MEMORY = 1024 * MEGABYTE
const BASES = ['disclosure.xlsx', 'disclosure-by-libreoffice.xlsx'].map((name) =>
  readFileSync(new URL(`read/xlsx/golden/${name}`, import.meta.url)),
)

describe('broken workbooks', () => {
  it.each(Array.from({ length: 10 }, (_, at) => at))(
    'are read or refused with a reason, hundred %i',
    async (hundred) => {
      const reader = impatientReader()
      const random = randomOf(700 + hundred)
      const parts = await partsOf(BASES[hundred % 2] ?? Buffer.alloc(0))
      try {
        for (let at = 0; at < 100; at += 1)
          await expectXlsxReadOrRefused(reader, mutatedArchive(parts, random), `broken-${hundred}-${at}.xlsx`)
      } finally {
        await reader.close()
      }
      expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
    },
  )

  it.each(HEAVY_XLSX)('are read or refused where they ask for much: %s', async (name, made) => {
    const reader = new WorkerReader()
    await reader.read(made(), `${name}.xlsx`).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'Problem', message: expect.stringContaining(`${name}.xlsx`) })
    })
    await reader.close()
    expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
  })

  it('leave nothing outside the data folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-chat-broken-'))
    const random = randomOf(99)
    const parts = await partsOf(BASES[0] ?? Buffer.alloc(0))
    const paths = Array.from({ length: 40 }, (_, at) => join(folder, `broken-${at}.xlsx`))
    for (const path of paths) writeFileSync(path, mutatedArchive(parts, random))
    const before = readdirSync(folder)
    const reader = impatientReader()
    const [embedder, dataDir] = [new SampleEmbedder(), join(folder, 'data')]
    const { documents, refused } = await ingestPaths({ paths, dataDir, embedder, reader, onProgress: () => undefined })
    await reader.close()
    expect(documents.length + refused.length).toBe(paths.length)
    expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual(before)
    rmSync(folder, { recursive: true })
  })
})
