import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { updateIndex } from './build.ts'
import { IndexDoor, type IndexDoorOptions } from './index-door.ts'
import { openIndex } from './read-index.ts'
import { sampleDocument } from './sample-documents.ts'
import { SampleEmbedder } from './sample-embedder.ts'
import { temporaryFolder } from './temporary-folder.ts'

const a = sampleDocument({ id: 'a', organization: '医保局' })
const b = sampleDocument({ id: 'b', organization: '教育局', passages: ['教育局校舍维修'] })
const embedder = new SampleEmbedder()

function put(dataDir: string, ...documents: (typeof a)[]): Promise<string> {
  return updateIndex(dataDir, embedder, { put: documents, delete: [] })
}

function doorTo(dataDir: string, options: IndexDoorOptions = { checkEveryMs: 0 }): IndexDoor {
  const door = new IndexDoor(dataDir, embedder, options)
  onTestFinished(() => door.close())
  return door
}

describe('openIndex', () => {
  it('says that there is none', async () => {
    await expect(openIndex(temporaryFolder(), null)).rejects.toMatchObject({ code: 'index-missing' })
  })

  it.each(['store.sqlite', 'vectors-1.hnsw', 'manifest.json'])(
    'refuses an index whose %s was cut short',
    async (file) => {
      const dataDir = temporaryFolder()
      truncateSync(join(dataDir, `index-${await put(dataDir, a)}`, file), 50)
      await expect(openIndex(dataDir, embedder)).rejects.toMatchObject({ code: 'index-damaged' })
    },
  )

  it.each(['store.sqlite', 'vectors-1.hnsw'])('refuses an index whose %s is no such file', async (file) => {
    const dataDir = temporaryFolder()
    const path = join(dataDir, `index-${await put(dataDir, a)}`, file)
    const { size } = await import('node:fs').then((fs) => fs.statSync(path))
    writeFileSync(path, 'x'.repeat(size))
    await expect(openIndex(dataDir, embedder)).rejects.toMatchObject({ code: 'index-damaged' })
  })

  it('refuses vectors of another embedder, and does without vectors where none is given', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    await expect(openIndex(dataDir, new SampleEmbedder('other'))).rejects.toMatchObject({ code: 'index-embedder' })
    const index = await openIndex(dataDir, null)
    expect(index.embedderId).toBeNull()
    expect(await index.searchVectors('公务用车', null, 5)).toEqual([])
    expect(index.searchTerms('公务用车', null, 5)).toHaveLength(1)
    index.close()
  })

  it('searches vectors in the documents given only', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a, b)
    const index = await openIndex(dataDir, embedder)
    expect(index.embedderId).toBe('sample@1')
    expect((await index.searchVectors('校舍维修', ['a'], 5)).map((hit) => hit.chunkId)).toEqual(['a-c1'])
    expect(await index.searchVectors('校舍维修', [], 5)).toEqual([])
    expect((await index.searchVectors('校舍维修', null, 5)).map((hit) => hit.chunkId)).toEqual(['b-c1', 'a-c1'])
    index.close()
  })
})

describe('IndexDoor', () => {
  it('opens once for all who ask at the same time', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir)
    const [one, two] = await Promise.all([door.current(), door.current()])
    expect(one).toBe(two)
    expect(await door.current()).toBe(one)
  })

  it('picks up a new index, while the old one can be read on', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir)
    const old = await door.current()
    const version = await put(dataDir, b)
    const next = await door.current()
    expect(next.version).toBe(version)
    expect(next.documents()).toHaveLength(2)
    expect(old.documents()).toHaveLength(1)
  })

  it('reads on from an old index even after its folder is gone', async () => {
    const dataDir = temporaryFolder()
    const door = doorTo(dataDir)
    await put(dataDir, a)
    const old = await door.current()
    for (const id of ['x', 'y', 'z']) await put(dataDir, sampleDocument({ id }))
    expect(old.facts('a')).toEqual(a.facts)
    expect((await old.searchVectors('用车', null, 1)).map((hit) => hit.chunkId)).toEqual(['a-c1'])
  })

  it('closes the old one after a while', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir, { checkEveryMs: 0, closeAfterMs: 10 })
    const old = await door.current()
    await put(dataDir, b)
    const next = await door.current()
    await sleep(50)
    expect(() => old.documents()).toThrow(/not open/)
    expect(next.documents()).toHaveLength(2)
  })

  it('looks for a new index no oftener than asked to', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir, { checkEveryMs: 60_000 })
    const old = await door.current()
    await put(dataDir, b)
    expect(await door.current()).toBe(old)
  })

  it('says that there is no index, and finds it when there is one', async () => {
    const dataDir = temporaryFolder()
    const door = doorTo(dataDir)
    await expect(door.current()).rejects.toMatchObject({ code: 'index-missing' })
    await put(dataDir, a)
    expect((await door.current()).documents()).toHaveLength(1)
  })

  it('goes on with the last good one when the newest is damaged, and says why', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir)
    const good = await door.current()
    expect(door.problem).toBeNull()
    truncateSync(join(dataDir, `index-${await put(dataDir, b)}`, 'store.sqlite'), 50)
    expect(await door.current()).toBe(good)
    expect(door.problem).toMatchObject({ code: 'index-damaged' })
  })

  it('goes on with the last good one when the folder is emptied', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir)
    const good = await door.current()
    rmSync(join(dataDir, 'current'))
    expect(await door.current()).toBe(good)
    expect(good.documents()).toHaveLength(1)
  })

  it('closes what it has open', async () => {
    const dataDir = temporaryFolder()
    await put(dataDir, a)
    const door = doorTo(dataDir)
    const old = await door.current()
    await put(dataDir, b)
    const next = await door.current()
    door.close()
    for (const index of [old, next]) expect(() => index.documents()).toThrow(/not open/)
  })
})
