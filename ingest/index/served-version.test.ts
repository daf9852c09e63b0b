import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { updateIndex } from './build.ts'
import { newVersion } from './index-folders.ts'
import { openIndex } from './read-index.ts'
import { sampleDocument } from './sample-documents.ts'
import { SampleEmbedder } from './sample-embedder.ts'
import { servedVersion } from './served-version.ts'
import { temporaryFolder } from './temporary-folder.ts'

const put = (dataDir: string, id: string) =>
  updateIndex(dataDir, new SampleEmbedder(), { put: [sampleDocument({ id })], delete: [] })

describe('servedVersion', () => {
  it.each(['', 'index-', '\0\0\0\0', null])('finds the newest whole index where "current" says %j', async (said) => {
    const dataDir = temporaryFolder()
    await put(dataDir, 'a')
    const version = await put(dataDir, 'b')
    mkdirSync(join(dataDir, 'index-zzzzzzzzz-00000000'))
    if (said === null) rmSync(join(dataDir, 'current'))
    else writeFileSync(join(dataDir, 'current'), said)
    expect(await servedVersion(dataDir)).toBe(version)
    const index = await openIndex(dataDir, null)
    expect(index.documents().map(({ id }) => id)).toEqual(['a', 'b'])
    index.close()
    await put(dataDir, 'c')
    expect((await openIndex(dataDir, null)).documents()).toHaveLength(3)
  })

  it('finds none where there is none', async () => {
    const dataDir = temporaryFolder()
    expect(await servedVersion(join(dataDir, 'nowhere'))).toBeNull()
    mkdirSync(join(dataDir, 'index-000000001-00000000'))
    expect(await servedVersion(dataDir)).toBeNull()
  })
})

describe('newVersion', () => {
  it('comes after the one before, though the clock was set back', () => {
    const before = newVersion()
    vi.useFakeTimers({ now: new Date('2001-01-01') })
    try {
      expect(newVersion(before) > before).toBe(true)
      expect(newVersion() > before).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })
})
