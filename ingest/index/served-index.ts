import { join } from 'node:path'
import type { DocumentRecord } from '../domain/document.ts'
import { Problem } from '../domain/problem.ts'
import { folderOf } from './index-folders.ts'
import { checkFile, checkSize, type HeldDocument, type Manifest, readManifest, STORE_FILE } from './manifest.ts'
import { servedVersion } from './served-version.ts'
import { openReadOnly } from './sqlite.ts'
import { SqliteReader } from './sqlite-reader.ts'

/** The index that is served, as an ingest finds it. */
export interface ServedIndex {
  readonly version: string
  readonly folder: string
  readonly manifest: Manifest
}

/** Null where there is none. Throws Problem "index-damaged" where its manifest or the size of its store is wrong. */
async function servedIndex(dataDir: string): Promise<ServedIndex | null> {
  const version = await servedVersion(dataDir)
  if (version === null) return null
  const folder = folderOf(dataDir, version)
  const manifest = await readManifest(folder)
  await checkSize(folder, manifest.store)
  return { version, folder, manifest }
}

/** The served index, checked whole, to build on: a copy of a damaged store would pass for a whole one ever after. */
export async function wholeIndex(dataDir: string): Promise<ServedIndex | null> {
  const served = await servedIndex(dataDir)
  if (served) await checkFile(served.folder, served.manifest.store)
  return served
}

/** What `read` finds; null where it is damaged, and nothing of it is to be kept. */
export async function unlessDamaged(read: Promise<ServedIndex | null>): Promise<ServedIndex | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Problem && error.code === 'index-damaged') return null
    throw error
  }
}

/** Names of the segments that are not as they were written. */
export async function damagedSegments({ folder, manifest }: ServedIndex): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>()
  for (const segment of manifest.segments) {
    await checkFile(folder, segment).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      damaged.add(segment.name)
    })
  }
  return damaged
}

/**
 * The documents that the served index holds, by id: a file that is held, read by the same parser, need not be parsed
 * again. Empty where there is no index or none that can be read.
 */
export async function heldDocuments(dataDir: string): Promise<ReadonlyMap<string, HeldDocument>> {
  const { documents } = await heldIndex(dataDir, false)
  return documents
}

/** What the served index holds, nothing where it is damaged; `checked`: the store is read through for that. */
export async function heldIndex(dataDir: string, checked: boolean): Promise<HeldIndex> {
  return new HeldIndex(await unlessDamaged(checked ? wholeIndex(dataDir) : servedIndex(dataDir)))
}

/** What an ingest needs to know of what is held before it. */
export class HeldIndex {
  readonly version: string | null
  /** By document id. */
  readonly documents: ReadonlyMap<string, HeldDocument>
  private readonly folder: string | null
  private reader: SqliteReader | null = null

  constructor(served: ServedIndex | null) {
    this.version = served?.version ?? null
    this.documents = new Map(Object.entries(served?.manifest.documents ?? {}))
    this.folder = served?.folder ?? null
  }

  /**
   * The record of a document. Null as well where the store cannot be read: then the file is parsed anew, and the build,
   * which checks the store, says what is wrong with it.
   */
  record(id: string): DocumentRecord | null {
    if (this.folder === null || !this.documents.has(id)) return null
    try {
      this.reader ??= new SqliteReader(openReadOnly(join(this.folder, STORE_FILE)))
      return this.reader.document(id)
    } catch {
      return null
    }
  }

  close(): void {
    this.reader?.close()
  }
}
