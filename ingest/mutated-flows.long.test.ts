import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WorkerReader } from './document-reader.ts'
import { SampleEmbedder } from './index/sample-embedder.ts'
import { randomOf } from './index/sample-random.ts'
import { ingestPaths } from './pipeline.ts'
import { HEAVY_DOCX } from './read/docx/samples/sample-hostile.ts'
import { mutatedHtml } from './read/html/sample-mutations.ts'
import { mutatedArchive, partsOf } from './read/office/sample-mutations.ts'
import { formatOf } from './read/reader.ts'
import { expectFlowReadOrRefused, WHOLE_DOCX, WHOLE_PAGES } from './sample-flow-reading.ts'
import { impatientReader } from './sample-thread-reading.ts'

const MEGABYTE = 1024 * 1024
/** Memory of the whole process, its threads' included. */
const MOST_MEMORY = 1024 * MEGABYTE
const TENS = Array.from({ length: 10 }, (_, at) => at)

describe('broken pages and Word files', () => {
  it.each(TENS)('are read or refused with a reason, five hundred of each, a tenth: %i', async (hundred) => {
    const reader = impatientReader()
    const random = randomOf(900 + hundred)
    const parts = await partsOf(WHOLE_DOCX[hundred % WHOLE_DOCX.length] ?? new Uint8Array())
    const names = Array.from({ length: 50 }, (_, at) => `broken-${hundred}-${at}`)
    try {
      for (const name of names) {
        await expectFlowReadOrRefused(reader, mutatedArchive(parts, random), `${name}.docx`)
        const page = mutatedHtml(WHOLE_PAGES, random)
        if (formatOf(page) === 'html') await expectFlowReadOrRefused(reader, page, `${name}.html`)
      }
    } finally {
      await reader.close()
    }
    expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
  })

  it.each(HEAVY_DOCX)('are read or refused where they ask for much: %s', async (name, made) => {
    const reader = new WorkerReader()
    await reader.read(made(), `${name}.docx`).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'Problem', message: expect.stringContaining(`${name}.docx`) })
    })
    await reader.close()
  })

  it('leave nothing outside the data folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budget-chat-broken-'))
    const random = randomOf(99)
    const parts = await partsOf(WHOLE_DOCX[0] ?? new Uint8Array())
    const paths = Array.from({ length: 40 }, (_, at) => join(folder, `broken-${at}.${at % 2 ? 'docx' : 'html'}`))
    for (const path of paths)
      writeFileSync(path, path.endsWith('docx') ? mutatedArchive(parts, random) : mutatedHtml(WHOLE_PAGES, random))
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
