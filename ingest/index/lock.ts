import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../domain/problem.ts'
import { openExclusive, type SqliteDatabase } from './sqlite.ts'

const LOCK_FILE = 'lock.sqlite'
const LOOK_AGAIN_MS = 100

export interface LockOptions {
  /** How long to wait for another ingest to finish. */
  readonly waitMs: number
  /** Called once, when there is something to wait for. */
  readonly onWait: () => void
}

/**
 * Does `work` while no other process and nothing else in this one holds the data folder. The lock is SQLite's own lock
 * on a file, which the operating system lets go of when its holder dies: there are no stale locks to recover.
 * Throws Problem "index-locked" when it cannot be had in time.
 */
export async function withLock<T>(dataDir: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(join(dataDir, LOCK_FILE), options)
  if (!lock) {
    const waited = Math.round(options.waitMs / 1000)
    throw new Problem('index-locked', `another ingest is still writing to ${dataDir} after ${waited} s`)
  }
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function acquire(path: string, { waitMs, onWait }: LockOptions): Promise<SqliteDatabase | null> {
  const deadline = performance.now() + waitMs
  let lock = openExclusive(path)
  if (!lock && waitMs > 0) onWait()
  while (!lock && performance.now() < deadline) {
    await sleep(LOOK_AGAIN_MS)
    lock = openExclusive(path)
  }
  return lock
}
