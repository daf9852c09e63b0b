import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { storageProblem } from '../../ingest/domain/storage-problem.ts'

const FOLDER = 'uploads'

/** A folder of its own for the files of one upload, until they are read. */
export interface Spool {
  readonly folder: string
  remove(): Promise<void>
}

/** Made inside the data folder, so that nothing of an upload is ever written elsewhere. Throws Problem "folder-unwritable". */
export async function openSpool(dataDir: string): Promise<Spool> {
  const folder = join(dataDir, FOLDER, `${process.pid}-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw storageProblem(error, dataDir)
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Removes what servers that are no more have left. */
export async function sweepSpools(dataDir: string): Promise<void> {
  const entries = await readdir(join(dataDir, FOLDER)).catch(() => [])
  for (const entry of entries) {
    const owner = Number(/^\d+/.exec(entry)?.[0])
    if (owner !== process.pid && isAlive(owner)) continue
    await rm(join(dataDir, FOLDER, entry), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
