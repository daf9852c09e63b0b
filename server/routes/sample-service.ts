import type { CorpusReader } from '../../ingest/index/open.ts'
import { createAsker } from '../answer/ask.ts'
import { SAMPLE_TEXTS } from '../answer/sample-texts.ts'
import { openSampleIndex } from '../sample-index.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'
import type { Parts } from './parts.ts'

/** For tests: a server that answers from made-up documents. */
export interface SampleService {
  readonly server: TestServer
  /** Parts of other servers over the same documents. */
  readonly parts: Parts
  readonly corpus: CorpusReader
  readonly close: () => Promise<void>
}

/** For tests: ingests the made-up documents and serves them. */
export async function startSampleService(change: Partial<Parts> = {}): Promise<SampleService> {
  const { door, close } = await openSampleIndex(SAMPLE_TEXTS)
  const parts = fakeParts(null, { door, asker: createAsker(door), askTimeLimitMs: 20_000, ...change })
  const server = await startServer(parts)
  return {
    server,
    parts,
    corpus: await door.current(),
    close: async () => {
      await server.stop()
      close()
    },
  }
}
