import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { updateIndex } from './build.ts'
import type { IndexProgress } from './index-progress.ts'
import { openIndex } from './read-index.ts'
import { sampleDocument } from './sample-documents.ts'
import { SampleEmbedder } from './sample-embedder.ts'
import { heldDocuments } from './served-index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const [a, b, c] = [
  sampleDocument({ id: 'a', organization: '水利局' }),
  sampleDocument({ id: 'b', organization: '教育局', passages: ['教育局校舍维修 20 万元', '教育局办公费'] }),
  sampleDocument({ id: 'c', organization: '财政局' }),
]

async function heldIds(dataDir: string): Promise<readonly string[]> {
  const index = await openIndex(dataDir, null)
  const ids = index.documents().map((document) => document.id)
  index.close()
  return [...ids].sort()
}

describe('updateIndex', () => {
  it('builds an index that can be opened and searched', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const version = await updateIndex(dataDir, embedder, { put: [a, b], delete: [] })
    const index = await openIndex(dataDir, embedder)
    expect(index.version).toBe(version)
    expect(index.facts('a')).toEqual(a.facts)
    expect((await index.searchVectors('校舍维修', null, 1)).map((hit) => hit.chunkId)).toEqual(['b-c1'])
    index.close()
  })

  it('keeps what is not part of the change', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    await updateIndex(dataDir, embedder, { put: [a, b], delete: [] })
    await updateIndex(dataDir, embedder, { put: [c], delete: ['a', 'unknown'] })
    expect(await heldIds(dataDir)).toEqual(['b', 'c'])
    const index = await openIndex(dataDir, embedder)
    const found = await index.searchVectors('公务用车', null, 10)
    expect(found.map((hit) => hit.chunkId).sort()).toEqual(['b-c1', 'b-c2', 'c-c1'])
    index.close()
  })

  it('replaces everything where asked to, demo by own documents', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    await updateIndex(dataDir, embedder, { put: [a, b], delete: [] })
    await updateIndex(dataDir, embedder, { put: [b, c], delete: [], replaceAll: true })
    expect(await heldIds(dataDir)).toEqual(['b', 'c'])
  })

  it('can become empty', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    await updateIndex(dataDir, embedder, { put: [], delete: ['a'] })
    const index = await openIndex(dataDir, embedder)
    expect(index.documents()).toEqual([])
    expect(await index.searchVectors('公务用车', null, 5)).toEqual([])
    index.close()
  })

  it('does nothing where nothing changes, whenever it was ingested', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const version = await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    const later = { ...a, record: { ...a.record, ingestedAt: '2027-01-01T00:00:00.000Z' } }
    expect(await updateIndex(dataDir, embedder, { put: [later], delete: ['b'] })).toBe(version)
    expect(embedder.embedded).toHaveLength(1)
  })

  it('takes in the same file read by another parser', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const version = await updateIndex(dataDir, embedder, { put: [a], delete: [], parser: '1' })
    expect((await heldDocuments(dataDir)).get('a')).toMatchObject({ sha256: 'a-sha256', file: 'a.txt', parser: '1' })
    expect(await updateIndex(dataDir, embedder, { put: [a], delete: [], parser: '2' })).not.toBe(version)
    expect((await heldDocuments(dataDir)).get('a')).toMatchObject({ sha256: 'a-sha256', file: 'a.txt', parser: '2' })
  })

  it('embeds each text once, and only what is new', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const twin = sampleDocument({ id: 'twin', passages: a.chunks.map((chunk) => chunk.text) })
    await updateIndex(dataDir, embedder, { put: [a, twin], delete: [] })
    expect(embedder.embedded).toEqual(['水利局公务用车运行费 3.50 万元'])
    const longer = sampleDocument({ id: 'a', passages: ['水利局公务用车运行费 3.50 万元', '新的一段'] })
    await updateIndex(dataDir, embedder, { put: [longer], delete: [] })
    expect(embedder.embedded).toEqual(['水利局公务用车运行费 3.50 万元', '新的一段'])
  })

  it('forgets the vectors of texts that are gone', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    await updateIndex(dataDir, embedder, { put: [a, b], delete: [] })
    await updateIndex(dataDir, embedder, { put: [], delete: ['a'] })
    await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    expect(embedder.embedded.filter((text) => text.startsWith('水利局'))).toHaveLength(2)
  })

  it('computes all vectors anew with another embedder', async () => {
    const dataDir = temporaryFolder()
    await updateIndex(dataDir, new SampleEmbedder('one'), { put: [a, b], delete: [] })
    const other = new SampleEmbedder('two')
    await updateIndex(dataDir, other, { put: [], delete: [] })
    expect(other.embedded).toHaveLength(3)
    const index = await openIndex(dataDir, other)
    expect(await index.searchVectors('校舍维修', null, 10)).toHaveLength(3)
    index.close()
  })

  it('goes on finding what is left after many changes', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const documents = Array.from({ length: 12 }, (_, index) =>
      sampleDocument({ id: `d${index}`, passages: [`第${index}小学校舍维修`, `第${index}小学食堂`] }),
    )
    await updateIndex(dataDir, embedder, { put: documents, delete: [] })
    for (const { record } of documents.slice(0, 9))
      await updateIndex(dataDir, embedder, { put: [], delete: [record.id] })
    const index = await openIndex(dataDir, embedder)
    expect(await index.searchVectors('小学', null, 100)).toHaveLength(6)
    index.close()
  })

  it('tells how far it is', async () => {
    const steps: IndexProgress[] = []
    await updateIndex(temporaryFolder(), new SampleEmbedder(), { put: [b], delete: [] }, (step) => steps.push(step))
    expect(steps).toContainEqual({ step: 'storing', done: 1, total: 1 })
    expect(steps).toContainEqual({ step: 'embedding', done: 2, total: 2 })
    expect(steps.at(-1)).toEqual({ step: 'linking', done: 2, total: 2 })
  })

  it('keeps the index before this one for those who read it, and no older one', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const versions: string[] = []
    for (const document of [a, b, c]) {
      versions.push(await updateIndex(dataDir, embedder, { put: [document], delete: [] }))
    }
    const folders = readdirSync(dataDir).filter((name) => name.startsWith('index-'))
    expect(folders.sort()).toEqual(
      versions
        .slice(1)
        .map((version) => `index-${version}`)
        .sort(),
    )
  })
})

describe('an update that fails', () => {
  it('leaves the old index serving and nothing behind', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    const before = readdirSync(dataDir)
    embedder.beforeBatch = () => {
      throw new Error('out of breath')
    }
    await expect(updateIndex(dataDir, embedder, { put: [b], delete: ['a'] })).rejects.toThrow('out of breath')
    expect(readdirSync(dataDir)).toEqual(before)
    expect(await heldIds(dataDir)).toEqual(['a'])
  })

  it('refuses vectors of another length than promised', async () => {
    const embedder = new SampleEmbedder()
    embedder.embedDocuments = (texts) => Promise.resolve(texts.map(() => [1, 0]))
    await expect(updateIndex(temporaryFolder(), embedder, { put: [a], delete: [] })).rejects.toThrow('512 numbers')
  })

  it('leaves the old index serving when the process is killed half-way, and the next one goes through', async () => {
    const dataDir = temporaryFolder()
    const embedder = new SampleEmbedder()
    await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    const script = `
      import { updateIndex } from ${JSON.stringify(new URL('./build.ts', import.meta.url).href)}
      import { sampleDocument } from ${JSON.stringify(new URL('./sample-documents.ts', import.meta.url).href)}
      import { SampleEmbedder } from ${JSON.stringify(new URL('./sample-embedder.ts', import.meta.url).href)}
      const embedder = new SampleEmbedder()
      embedder.beforeBatch = () => process.kill(process.pid, 'SIGKILL')
      const put = [sampleDocument({ id: 'b', organization: '教育局' })]
      await updateIndex(${JSON.stringify(dataDir)}, embedder, { put, delete: ['a'] })`
    const killed = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
    expect(killed.signal).toBe('SIGKILL')
    expect(readdirSync(dataDir).filter((name) => name.startsWith('index-'))).toHaveLength(2)
    expect(await heldIds(dataDir)).toEqual(['a'])
    await updateIndex(dataDir, embedder, { put: [b], delete: [] }, undefined, { lockWaitMs: 0 })
    expect(await heldIds(dataDir)).toEqual(['a', 'b'])
    expect(readdirSync(dataDir).filter((name) => name.startsWith('index-'))).toHaveLength(2)
  })

  it('does not build on an index that is damaged', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const version = await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    truncateSync(join(dataDir, `index-${version}`, 'store.sqlite'), 100)
    const update = updateIndex(dataDir, embedder, { put: [b], delete: [] })
    await expect(update).rejects.toMatchObject({ code: 'index-damaged' })
    expect(await heldDocuments(dataDir)).toEqual(new Map())
  })

  it('does build where everything is replaced anyway', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const version = await updateIndex(dataDir, embedder, { put: [a], delete: [] })
    truncateSync(join(dataDir, `index-${version}`, 'store.sqlite'), 100)
    await updateIndex(dataDir, embedder, { put: [b], delete: [], replaceAll: true })
    expect(await heldIds(dataDir)).toEqual(['b'])
  })
})

describe('two updates at once', () => {
  it('follow one another', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new SampleEmbedder()]
    const waits: string[] = []
    await Promise.all(
      [a, b, c].map((put) =>
        updateIndex(dataDir, embedder, { put: [put], delete: [] }, ({ step }) => {
          if (step === 'waiting') waits.push(put.record.id)
        }),
      ),
    )
    expect(await heldIds(dataDir)).toEqual(['a', 'b', 'c'])
    expect(waits).toHaveLength(2)
  })

  it('say who is in the way when it takes too long', async () => {
    const [dataDir, slow] = [temporaryFolder(), new SampleEmbedder()]
    let finish: () => void = () => undefined
    const embedding = new Promise<void>((started) => {
      slow.beforeBatch = () => {
        started()
        return new Promise((resolve) => {
          finish = resolve
        })
      }
    })
    const first = updateIndex(dataDir, slow, { put: [a], delete: [] })
    await embedding
    const second = updateIndex(dataDir, new SampleEmbedder(), { put: [b], delete: [] }, undefined, { lockWaitMs: 250 })
    await expect(second).rejects.toMatchObject({ code: 'index-locked' })
    finish()
    await first
    expect(await heldIds(dataDir)).toEqual(['a'])
  })
})

describe('heldDocuments', () => {
  it('is empty where there is no index', async () => {
    const dataDir = temporaryFolder()
    expect(await heldDocuments(dataDir)).toEqual(new Map())
    writeFileSync(join(dataDir, 'current'), 'something else\n')
    expect(await heldDocuments(dataDir)).toEqual(new Map())
    expect(existsSync(join(dataDir, 'lock.sqlite'))).toBe(false)
  })
})
