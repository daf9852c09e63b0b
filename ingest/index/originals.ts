import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storageProblem } from '../domain/storage-problem.ts'

const FOLDER = 'originals'

/** Where the bytes of a held file lie, if they are kept; they are named by their SHA-256. */
function originalPath(dataDir: string, sha256: string): string {
  return join(dataDir, FOLDER, sha256)
}

/** The path of a kept file; null where it is not kept. */
export async function originalOf(dataDir: string, sha256: string): Promise<string | null> {
  const path = originalPath(dataDir, sha256)
  try {
    await access(path)
    return path
  } catch {
    return null
  }
}

/**
 * Keeps the bytes of a file whose text alone does not show what it looks like; costs nothing where they are kept. Throws
 * Problem "folder-unwritable".
 */
export async function keepOriginal(dataDir: string, sha256: string, bytes: Uint8Array): Promise<void> {
  if ((await originalOf(dataDir, sha256)) !== null) return
  const path = originalPath(dataDir, sha256)
  const unfinished = `${path}.${process.pid}`
  try {
    await mkdir(join(dataDir, FOLDER), { recursive: true })
    await writeFile(unfinished, bytes)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw storageProblem(error, dataDir)
  }
}

/** Deletes what was kept of files that are held no longer. */
export async function dropOriginals(dataDir: string, hashes: Iterable<string>): Promise<void> {
  for (const sha256 of hashes) await rm(originalPath(dataDir, sha256), { force: true })
}
