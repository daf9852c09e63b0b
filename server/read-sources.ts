import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../ingest/domain/problem.ts'
import { type CorpusIndex, loadEmbedder } from '../ingest/index/open.ts'
import { ingestPaths } from '../ingest/pipeline.ts'
import { openCorpus } from './assemble.ts'

/**
 * Reads files and folders anew into a corpus that nobody else sees; `close` deletes it. Nothing is searched by meaning in
 * it, so nothing is embedded but by words. Throws the Problem of the first file where none could be read.
 */
export async function openSources(
  paths: readonly string[],
): Promise<{ readonly corpus: CorpusIndex; readonly close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'budget-chat-sources-'))
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const { embedder } = await loadEmbedder(() => Promise.reject(new Error('not needed')))
    const { documents, refused } = await ingestPaths({ paths, dataDir, embedder, onProgress: () => undefined })
    const [first] = refused
    if (documents.length === 0 && first) throw new Problem(first.code, first.reason)
    const { corpus, close } = await openCorpus({ dataDir })
    return {
      corpus,
      close: () => {
        close()
        return remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
