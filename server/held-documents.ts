import type { DocumentRecord } from '../ingest/domain/document.ts'
import { Problem } from '../ingest/domain/problem.ts'
import { openCorpus } from './assemble.ts'

/** The documents a data folder holds; null where it has no index. */
async function heldDocuments(dataDir: string): Promise<readonly DocumentRecord[] | null> {
  try {
    const { corpus, close } = await openCorpus({ dataDir })
    try {
      return corpus.documents()
    } finally {
      close()
    }
  } catch (error) {
    if (error instanceof Problem && error.code === 'index-missing') return null
    throw error
  }
}

export async function countDocuments(dataDir: string): Promise<number | null> {
  return (await heldDocuments(dataDir))?.length ?? null
}

/** The documents that can be read now; [] where there is no index, or a damaged one that an ingest may replace. */
export async function readableDocuments(dataDir: string): Promise<readonly DocumentRecord[]> {
  try {
    return (await heldDocuments(dataDir)) ?? []
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}
