import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Problem } from '../domain/problem.ts'
import { updateIndex } from './build.ts'
import { openIndex } from './read-index.ts'
import { sampleDocument } from './sample-documents.ts'
import { SampleEmbedder } from './sample-embedder.ts'
import { randomOf } from './sample-random.ts'
import { temporaryFolder } from './temporary-folder.ts'

const embedder = new SampleEmbedder()
const documents = ['a', 'b', 'c'].map((id) =>
  sampleDocument({ id, organization: `${id}局`, passages: [`${id}局校舍维修`] }),
)

/** Everything that is held, and how it is found; or the problem that opening it comes to. */
async function heldOrRefused(dataDir: string): Promise<string | Problem> {
  const index = await openIndex(dataDir, embedder).catch((error: unknown) => {
    if (error instanceof Problem) return error
    throw error
  })
  if (index instanceof Problem) return index
  const read = index.documents().map(({ id }) => [index.facts(id), index.lines(id), index.tables(id), index.chunks(id)])
  const found = [index.searchTerms('校舍', null, 9), await index.searchVectors('校舍维修', null, 9)]
  index.close()
  return JSON.stringify([read, found.map((hits) => hits.map(({ chunkId }) => chunkId))])
}

const random = randomOf(2)
const flipped = (path: string): void => {
  const bytes = readFileSync(path)
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  writeFileSync(path, bytes)
}
const DAMAGES: readonly (readonly [string, (path: string) => void])[] = [
  ['is deleted', (path) => rmSync(path)],
  ['is emptied', (path) => truncateSync(path)],
  ['is cut short', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['is zeroed', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
  ['is other text', (path) => writeFileSync(path, 'x'.repeat(statSync(path).size))],
  ['grew', (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('\n')]))],
  ...Array.from({ length: 8 }, () => ['has a bit flipped', flipped] as const),
]
const FILES = ['manifest.json', 'store.sqlite', 'vectors-1.hnsw']

describe.each(FILES)('an index whose %s', (file) => {
  it.each(DAMAGES)('%s is refused with a sentence that names it', async (_, damage) => {
    const dataDir = temporaryFolder()
    const version = await updateIndex(dataDir, embedder, { put: documents, delete: [] })
    damage(join(dataDir, `index-${version}`, file))
    const refused = await heldOrRefused(dataDir)
    expect(refused).toMatchObject({ code: 'index-damaged' })
    expect(String(refused)).toContain(file)
    expect(String(refused)).toContain('ingest')
  })
})

describe.each(['current', 'lock.sqlite'])('a data folder whose %s', (file) => {
  it.each(DAMAGES.filter(([name]) => name !== 'has a bit flipped'))('%s loses nothing', async (_, damage) => {
    const dataDir = temporaryFolder()
    await updateIndex(dataDir, embedder, { put: documents, delete: [] })
    const held = await heldOrRefused(dataDir)
    damage(join(dataDir, file))
    expect(await heldOrRefused(dataDir)).toBe(held)
    await updateIndex(dataDir, embedder, { put: [sampleDocument({ id: 'd' })], delete: [] })
    await updateIndex(dataDir, embedder, { put: [], delete: ['d'] })
    expect(await heldOrRefused(dataDir)).toBe(held)
  })
})

it('says so where the folder that is served is gone', async () => {
  const dataDir = temporaryFolder()
  const version = await updateIndex(dataDir, embedder, { put: documents, delete: [] })
  rmSync(join(dataDir, `index-${version}`), { recursive: true })
  expect(String(await heldOrRefused(dataDir))).toContain('the folder is missing')
})

it('says so where another version of the program made the index', async () => {
  const dataDir = temporaryFolder()
  const path = join(
    dataDir,
    `index-${await updateIndex(dataDir, embedder, { put: documents, delete: [] })}`,
    'manifest.json',
  )
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"schema": \d+/, '"schema": 1'))
  expect(String(await heldOrRefused(dataDir))).toContain('another version')
})

it('links damaged vectors anew at the next ingest, though it changes nothing', async () => {
  const dataDir = temporaryFolder()
  const version = await updateIndex(dataDir, embedder, { put: documents, delete: [] })
  const held = await heldOrRefused(dataDir)
  flipped(join(dataDir, `index-${version}`, 'vectors-1.hnsw'))
  const embedded = embedder.embedded.length
  await updateIndex(dataDir, embedder, { put: [], delete: [] })
  expect(await heldOrRefused(dataDir)).toBe(held)
  expect(embedder.embedded).toHaveLength(embedded)
})

it('does not build on a store with a flipped bit, and leaves it where it is', async () => {
  const dataDir = temporaryFolder()
  const version = await updateIndex(dataDir, embedder, { put: documents, delete: [] })
  flipped(join(dataDir, `index-${version}`, 'store.sqlite'))
  const update = updateIndex(dataDir, embedder, { put: [sampleDocument({ id: 'd' })], delete: [] })
  await expect(update).rejects.toMatchObject({ code: 'index-damaged' })
  expect(readdirSync(dataDir)).toContain(`index-${version}`)
})
