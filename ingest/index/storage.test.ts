import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { storageProblem } from '../domain/storage-problem.ts'
import { updateIndex } from './build.ts'
import { openIndex } from './read-index.ts'
import { sampleDocument } from './sample-documents.ts'
import { SampleEmbedder } from './sample-embedder.ts'
import { temporaryFolder } from './temporary-folder.ts'

const embedder = new SampleEmbedder()
const put = (dataDir: string, id: string) =>
  updateIndex(dataDir, embedder, { put: [sampleDocument({ id })], delete: [] })

async function heldIds(dataDir: string): Promise<string[]> {
  const index = await openIndex(dataDir, embedder)
  const ids = index.documents().map(({ id }) => id)
  index.close()
  return ids
}

/** Puts in a document in a process that may write no file longer than so many kilobytes, as where a disk is full. */
function putWithin(kilobytes: number, dataDir: string): string {
  const script = `
    import { updateIndex } from ${JSON.stringify(new URL('./build.ts', import.meta.url).href)}
    import { sampleDocument } from ${JSON.stringify(new URL('./sample-documents.ts', import.meta.url).href)}
    import { SampleEmbedder } from ${JSON.stringify(new URL('./sample-embedder.ts', import.meta.url).href)}
    try {
      await updateIndex(${JSON.stringify(dataDir)}, new SampleEmbedder(), { put: [sampleDocument({ id: 'b' })], delete: [] })
      console.log('went in')
    } catch (error) {
      console.log(error.code, error.message)
    }`
  const limited = `ulimit -f ${kilobytes}; exec "$0" --import tsx --input-type=module --eval "$1"`
  return spawnSync('bash', ['-c', limited, process.execPath, script], { encoding: 'utf8' }).stdout
}

describe('a data folder that cannot be written to', () => {
  it('leaves what was served where it is full', async () => {
    const dataDir = temporaryFolder()
    const version = await put(dataDir, 'a')
    expect(putWithin(60, dataDir)).toMatch(/^folder-unwritable .*full/)
    expect(readdirSync(dataDir).sort()).toEqual(['current', `index-${version}`, 'lock.sqlite'])
    expect(await heldIds(dataDir)).toEqual(['a'])
    await put(dataDir, 'b')
    expect(await heldIds(dataDir)).toEqual(['a', 'b'])
  })

  it('is told by name where it is a file', async () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, '')
    await expect(put(path, 'a')).rejects.toMatchObject({ code: 'folder-unwritable' })
    await expect(put(join(path, 'inside'), 'a')).rejects.toMatchObject({ code: 'folder-unwritable' })
  })

  it.skipIf(process.getuid?.() === 0)('can be read, and is told by name, where it is read-only', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, 'a')
    chmodSync(dataDir, 0o500)
    onTestFinished(() => chmodSync(dataDir, 0o700))
    await expect(put(dataDir, 'b')).rejects.toMatchObject({ code: 'folder-unwritable' })
    expect(await heldIds(dataDir)).toEqual(['a'])
  })

  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'SQLITE_FULL', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_IOERR_WRITE'])(
    'is told in words for %s',
    (code) => {
      const problem = storageProblem(Object.assign(new Error('no'), { code }), '/data')
      expect(problem).toMatchObject({ code: 'folder-unwritable', message: expect.stringContaining('/data') })
    },
  )

  it('is not blamed for other errors', () => {
    const error = new Error('no')
    expect(storageProblem(error, '/data')).toBe(error)
    expect(storageProblem('no', '/data')).toBe('no')
    const other = Object.assign(new Error('no'), { code: 'ERR_OTHER' })
    expect(storageProblem(other, '/data')).toBe(other)
  })
})

describe('a clock that jumps', () => {
  it.each(['1999-01-01', '2099-01-01'])('to %s loses nothing', async (now) => {
    const dataDir = temporaryFolder()
    await put(dataDir, 'a')
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    await put(dataDir, 'b')
    vi.useRealTimers()
    await put(dataDir, 'c')
    expect(await heldIds(dataDir)).toEqual(['a', 'b', 'c'])
  })
})
