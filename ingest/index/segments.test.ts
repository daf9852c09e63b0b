import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { updateIndex } from './build.ts'
import type { IndexChange } from './index-change.ts'
import { openIndex } from './read-index.ts'
import { sampleDocument } from './sample-documents.ts'
import { SampleEmbedder } from './sample-embedder.ts'
import { temporaryFolder } from './temporary-folder.ts'

const embedder = new SampleEmbedder()
const documents = Array.from({ length: 7 }, (_, at) =>
  sampleDocument({ id: `d${at}`, passages: [`第${at}小学校舍维修`, `第${at}小学食堂`, `第${at}小学公务用车`] }),
)

/** A data folder whose segments have four vectors at most. */
function bench() {
  const dataDir = temporaryFolder()
  return {
    dataDir,
    put: async (change: Partial<IndexChange>): Promise<string> => {
      const whole = { put: [], delete: [], ...change }
      const version = await updateIndex(dataDir, embedder, whole, undefined, { vectorsASegment: 4 })
      return join(dataDir, `index-${version}`)
    },
    /** Ids of the chunks that are found among all. */
    found: async (limit = 100): Promise<string[]> => {
      const index = await openIndex(dataDir, embedder)
      const hits = await index.searchVectors('第3小学食堂', null, limit)
      index.close()
      return hits.map(({ chunkId }) => chunkId)
    },
  }
}

const chunkIds = (ids: readonly string[]): string[] => ids.flatMap((id) => [1, 2, 3].map((at) => `${id}-c${at}`))
const segments = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('vectors-'))
const inode = (folder: string, name: string): number => statSync(join(folder, name)).ino

describe('segments of vectors', () => {
  it('are all searched, as if they were one', async () => {
    const { put, found } = bench()
    expect(segments(await put({ put: documents })).sort()).toEqual([
      'vectors-1.hnsw',
      'vectors-13.hnsw',
      'vectors-17.hnsw',
      'vectors-21.hnsw',
      'vectors-5.hnsw',
      'vectors-9.hnsw',
    ])
    expect((await found(1))[0]).toBe('d3-c2')
    expect((await found()).sort()).toEqual(chunkIds(documents.map(({ record }) => record.id)))
  })

  it('are the same files in the next index where nothing changes in them', async () => {
    const { put, found } = bench()
    const before = await put({ put: documents.slice(0, 3) })
    const after = await put({ put: documents.slice(3) })
    for (const name of ['vectors-1.hnsw', 'vectors-5.hnsw']) expect(inode(after, name)).toBe(inode(before, name))
    expect(inode(after, 'vectors-9.hnsw')).not.toBe(inode(before, 'vectors-9.hnsw'))
    expect((await found()).sort()).toEqual(chunkIds(documents.map(({ record }) => record.id)))
  })

  it('lose what is deleted, and are gone when nothing is left in them', async () => {
    const { put, found } = bench()
    await put({ put: documents.slice(0, 4) })
    expect(segments(await put({ delete: ['d0', 'd1'] })).sort()).toEqual(['vectors-5.hnsw', 'vectors-9.hnsw'])
    expect((await found()).sort()).toEqual(chunkIds(['d2', 'd3']))
    await put({ put: [documents[0], documents[5]].flatMap((document) => document ?? []) })
    expect((await found()).sort()).toEqual(chunkIds(['d0', 'd2', 'd3', 'd5']))
  })

  it('hold what every order of changes leaves', async () => {
    const { put, found } = bench()
    const held = new Set<string>()
    for (let step = 0; step < 20; step += 1) {
      const [added, dropped] = [documents[(step * 3) % 7], documents[(step * 5 + 2) % 7]]
      await put({ put: added ? [added] : [], delete: dropped ? [dropped.record.id] : [] })
      if (dropped) held.delete(dropped.record.id)
      if (added) held.add(added.record.id)
      expect((await found()).sort()).toEqual(chunkIds([...held].sort()))
    }
  })

  it('are built anew one by one where they are damaged', async () => {
    const { put, found } = bench()
    const before = await put({ put: documents })
    const path = join(before, 'vectors-5.hnsw')
    writeFileSync(path, Buffer.alloc(readFileSync(path).length))
    await expect(found()).rejects.toThrow('vectors-5.hnsw')
    const after = await put({})
    expect(inode(after, 'vectors-1.hnsw')).toBe(inode(before, 'vectors-1.hnsw'))
    expect((await found()).sort()).toEqual(chunkIds(documents.map(({ record }) => record.id)))
  })
})
