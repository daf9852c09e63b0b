import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'

/** Names the folder of the index that is served. */
const CURRENT = 'current'
/** What becomes `current` in one step. */
const NEXT = 'current.next'
const FOLDER = /^index-([0-9a-z]+-[0-9a-f]{8})$/

/**
 * A name for a new index; later ones sort after earlier ones, also where the clock was set back since the index before
 * was built.
 */
export function newVersion(before?: string): string {
  const after = Number.parseInt(before?.split('-')[0] ?? '0', 36) + 1
  const time = Math.max(Date.now(), after)
  return `${time.toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`
}

export function folderOf(dataDir: string, version: string): string {
  return join(dataDir, `index-${version}`)
}

/** The version that the data folder names as the one served; null where it names none that can be understood. */
export async function namedVersion(dataDir: string): Promise<string | null> {
  try {
    const name = await readFile(join(dataDir, CURRENT), 'utf8')
    return FOLDER.exec(name.trim())?.[1] ?? null
  } catch (error) {
    if (isMissing(error)) return null
    if (!(error instanceof Error)) throw error
    throw new Problem('index-damaged', `${join(dataDir, CURRENT)} cannot be read: ${error.message}.`, { cause: error })
  }
}

/** Versions that have a folder, whole or not, the newest first; [] where there is no data folder. */
export async function versionsIn(dataDir: string): Promise<string[]> {
  try {
    const versions = (await readdir(dataDir)).flatMap((name) => FOLDER.exec(name)?.[1] ?? [])
    return versions.sort().reverse()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Makes this version the one that is served, at once and for good; its folder must be complete. */
export async function serve(dataDir: string, version: string): Promise<void> {
  const next = join(dataDir, NEXT)
  await writeFile(next, `index-${version}\n`)
  await flush(next)
  await rename(next, join(dataDir, CURRENT))
  await flush(dataDir)
}

/** Deletes every index folder but these: old ones, and what builds that died have left. */
export async function sweep(dataDir: string, keep: readonly (string | null | undefined)[]): Promise<void> {
  for (const version of await versionsIn(dataDir)) {
    if (!keep.includes(version)) await rm(folderOf(dataDir, version), { recursive: true, force: true })
  }
  await rm(join(dataDir, NEXT), { force: true })
}

/** Waits until the file, or the folder's list of names, is on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
