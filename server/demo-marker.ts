import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DocumentRecord } from '../ingest/domain/document.ts'
import { storageProblem } from '../ingest/domain/storage-problem.ts'

/**
 * `demo.json` in a data folder says which files the bundled demo is made of, so that the first ingest of a person's own
 * documents can replace it. It names the files by their hash: whatever else is held is never taken for the demo.
 */
const markerSchema = z.object({ sha256: z.array(z.string()) })

const markerPath = (dataDir: string) => join(dataDir, 'demo.json')

/** The documents of the bundled demo: every file of the folder but the one that describes it. */
export async function demoFiles(demoFolder: string): Promise<readonly string[]> {
  const entries = await readdir(demoFolder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}

/** To be written before the demo is ingested: a marker without its index does no harm, the other way round the demo would stay. */
export async function writeDemoMarker(dataDir: string, files: readonly string[]): Promise<void> {
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  )
  const marker: z.infer<typeof markerSchema> = { sha256: hashes.sort() }
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(markerPath(dataDir), `${JSON.stringify(marker, null, 2)}\n`)
  } catch (error) {
    throw storageProblem(error, dataDir)
  }
}

/** Whether what is held is the demo and nothing else. */
export async function holdsOnlyDemo(
  dataDir: string,
  held: readonly Pick<DocumentRecord, 'sha256'>[],
): Promise<boolean> {
  const demo = new Set(await markedHashes(dataDir))
  return held.length > 0 && held.every(({ sha256 }) => demo.has(sha256))
}

async function markedHashes(dataDir: string): Promise<readonly string[]> {
  try {
    const content: unknown = JSON.parse(await readFile(markerPath(dataDir), 'utf8'))
    return markerSchema.safeParse(content).data?.sha256 ?? []
  } catch {
    // No marker, or one that cannot be read: then nothing is the demo.
    return []
  }
}

export async function removeDemoMarker(dataDir: string): Promise<void> {
  await rm(markerPath(dataDir), { force: true })
}
