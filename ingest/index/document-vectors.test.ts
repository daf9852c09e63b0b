import { describe, expect, it } from 'vitest'
import { updateIndex } from './build.ts'
import { LexicalEmbeddings } from './lexical-embeddings.ts'
import { openIndex } from './open.ts'
import { sampleDocument } from './sample-documents.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('vectors of some documents', () => {
  it('finds what the graph finds, best first, in these documents alone', async () => {
    const [dataDir, embedder] = [temporaryFolder(), new LexicalEmbeddings()]
    const documents = ['公务用车', '校舍维修', '公务接待', '食堂用车'].map((word, at) =>
      sampleDocument({ id: `d${at}`, passages: [`${word}的预算`, `${word}情况说明`] }),
    )
    await updateIndex(dataDir, embedder, { put: documents, delete: [] })
    const index = await openIndex(dataDir, embedder)
    const everywhere = await index.searchVectors('公务用车', null, 100)
    const some = ['d0', 'd3', 'd3', 'unknown']
    const found = await index.searchVectors('公务用车', some, 3)
    const wanted = everywhere.filter(({ chunkId }) => some.some((id) => chunkId.startsWith(id))).slice(0, 3)
    expect(found.map(({ chunkId }) => chunkId)).toEqual(wanted.map(({ chunkId }) => chunkId))
    for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(wanted[at]?.score ?? 0, 5)
    expect(await index.searchVectors('公务用车', ['unknown'], 3)).toEqual([])
    index.close()
  })
})
