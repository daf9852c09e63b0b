import { truncateSync } from 'node:fs'
import Database from 'better-sqlite3'

export type SqliteDatabase = Database.Database

/** Opens a finished file that nobody writes to any more. Throws where it is missing or no database. */
export function openReadOnly(path: string): SqliteDatabase {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  // The whole corpus is small next to memory: read pages through the page cache without copying them.
  database.pragma('mmap_size = 2147418112')
  return database
}

/**
 * Opens a file that one build writes. Rollback lives in memory and nothing is flushed: the build flushes the file once
 * at its end, and a build that dies leaves a file that no reader ever looks at.
 */
export function openPrivate(path: string): SqliteDatabase {
  const database = new Database(path)
  database.pragma('journal_mode = MEMORY')
  database.pragma('synchronous = OFF')
  return database
}

/** Takes SQLite's exclusive lock on a file; null while another connection, of any process, holds it. */
export function openExclusive(path: string): SqliteDatabase | null {
  const database = new Database(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    if (!(error instanceof Database.SqliteError)) throw error
    if (error.code.startsWith('SQLITE_BUSY')) return null
    if (error.code !== 'SQLITE_NOTADB') throw error
    // The file never holds anything: whatever was written into it goes, and the lock stays where it is.
    truncateSync(path)
    return openExclusive(path)
  }
}
