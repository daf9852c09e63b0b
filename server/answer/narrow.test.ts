import { describe, expect, it } from 'vitest'
import { updateIndex } from '../../ingest/index/build.ts'
import { type CorpusIndex, openIndex } from '../../ingest/index/open.ts'
import { sampleDocument } from '../../ingest/index/sample-documents.ts'
import { SampleEmbedder } from '../../ingest/index/sample-embedder.ts'
import { temporaryFolder } from '../../ingest/index/temporary-folder.ts'
import { makePlan } from './make-plan.ts'
import { narrowed } from './narrow.ts'

async function indexOf(count: number): Promise<CorpusIndex> {
  const put = Array.from({ length: count }, (_, at) =>
    sampleDocument({
      id: `d${at}`,
      organization: `第${at}小学`,
      passages: at === count - 1 ? ['校舍维修项目 20 万元'] : [`公务接待费 ${at} 万元`],
    }),
  )
  const dataDir = temporaryFolder()
  await updateIndex(dataDir, new SampleEmbedder(), { put, delete: [] })
  return openIndex(dataDir, null)
}

describe('narrowed', () => {
  it('leaves a question about few documents as it is', async () => {
    const index = await indexOf(3)
    const plan = makePlan('校舍维修花了多少？', index.documents())
    expect(narrowed(plan, index)).toBe(plan)
    index.close()
  })

  it('keeps those of many that say what is asked', async () => {
    const index = await indexOf(80)
    const plan = makePlan('校舍维修花了多少？', index.documents())
    expect(plan.documentIds).toHaveLength(80)
    const { documentIds } = narrowed(plan, index)
    expect(documentIds).toHaveLength(24)
    expect(documentIds).toContain('d79')
    index.close()
  })
})
