import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IndexDoor } from '../ingest/index/open.ts'
import { SampleEmbedder } from '../ingest/index/sample-embedder.ts'
import { ingestPaths } from '../ingest/pipeline.ts'

interface SampleFile {
  readonly file: string
  readonly text: string | Uint8Array
}

/** For tests: writes made-up files into a folder, and says where each lies. */
export function writeSampleTexts(files: readonly SampleFile[], folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return files.map(({ file, text }) => {
    const path = join(folder, file)
    writeFileSync(path, text)
    return path
  })
}

/** For tests: made-up files ingested as a person's would be, and the door to their index. `close` deletes them. */
export async function openSampleIndex(
  files: readonly SampleFile[],
): Promise<{ readonly door: IndexDoor; readonly close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'budget-chat-sample-'))
  const paths = writeSampleTexts(files, folder)
  const embedder = new SampleEmbedder()
  const dataDir = join(folder, 'data')
  const { refused } = await ingestPaths({ paths, dataDir, embedder, onProgress: () => undefined })
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`)
  const door = new IndexDoor(dataDir, embedder)
  return {
    door,
    close: () => {
      door.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
