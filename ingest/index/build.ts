import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import { storageProblem } from '../domain/storage-problem.ts'
import type { Embedder } from './embedder.ts'
import { type IndexChange, type IndexPlan, planOf } from './index-change.ts'
import { flush, folderOf, newVersion, serve, sweep } from './index-folders.ts'
import type { OnIndexProgress } from './index-progress.ts'
import { embedMissing, type LinkedBefore, linkVectors } from './link-vectors.ts'
import { withLock } from './lock.ts'
import {
  checkFile,
  checkSize,
  type HeldDocument,
  type Manifest,
  readManifest,
  STORE_FILE,
  VECTORS_FILE,
  writeManifest,
} from './manifest.ts'
import { servedVersion } from './served-version.ts'
import { openPrivate } from './sqlite.ts'
import { SqliteStore } from './sqlite-store.ts'
import { VectorCache } from './vector-cache.ts'
import { VectorIndex } from './vectors.ts'

export interface IndexBuildOptions {
  /** How long to wait for another ingest of the same folder to finish; default two minutes. */
  readonly lockWaitMs?: number
}

interface ServedIndex {
  readonly version: string
  readonly folder: string
  readonly manifest: Manifest
}

const LOCK_WAIT_MS = 120_000

/**
 * Changes the index of the data folder and gives its version. The new index is built beside the one that is served,
 * from a copy of it, and takes its place in one step at the very end; whatever fails before leaves the old one serving.
 * The index that was served until now is kept for those who still read it; older ones are deleted. A change that
 * changes nothing costs nothing. With another embedder than the index's, all vectors are computed anew.
 * Throws Problem "index-locked", "folder-unwritable", and "index-damaged" unless everything is replaced anyway.
 */
export async function updateIndex(
  dataDir: string,
  embedder: Embedder,
  change: IndexChange,
  onProgress: OnIndexProgress = () => undefined,
  options: IndexBuildOptions = {},
): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true })
    return await updateLocked(dataDir, embedder, change, onProgress, options)
  } catch (error) {
    throw storageProblem(error, dataDir)
  }
}

async function updateLocked(
  dataDir: string,
  embedder: Embedder,
  change: IndexChange,
  onProgress: OnIndexProgress,
  options: IndexBuildOptions,
): Promise<string> {
  const lock = {
    waitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
    onWait: () => onProgress({ step: 'waiting', done: 0, total: 1 }),
  }
  return withLock(dataDir, lock, async () => {
    const served = await (change.replaceAll ? unlessDamaged(wholeIndex(dataDir)) : wholeIndex(dataDir))
    const linked = served !== null && (await hasWholeVectors(served))
    // What builds that were killed have left; before anything is written, lest it fill the disk.
    await sweep(dataDir, [await servedVersion(dataDir)])
    const plan = planOf(change, served?.manifest.documents ?? {})
    if (served && linked && plan.changesNothing && served.manifest.embedder.id === embedder.id) return served.version
    const version = newVersion(served?.version)
    await buildBeside(dataDir, version, (folder) => build(folder, served, { ...plan, linked }, embedder, onProgress))
    await sweep(dataDir, [version, served?.version])
    return version
  })
}

/**
 * The documents that the served index holds, by id: a file that is held, read by the same parser, need not be parsed
 * again. Empty where there is no index or none that can be read.
 */
export async function heldDocuments(dataDir: string): Promise<ReadonlyMap<string, HeldDocument>> {
  const served = await unlessDamaged(servedIndex(dataDir))
  return new Map(Object.entries(served?.manifest.documents ?? {}))
}

/** The served index, checked whole, to build on: a copy of a damaged store would pass for a whole one ever after. */
async function wholeIndex(dataDir: string): Promise<ServedIndex | null> {
  const served = await servedIndex(dataDir)
  if (served) await checkFile(served.folder, served.manifest, STORE_FILE)
  return served
}

/** What `read` finds; null where it is damaged, and nothing of it is to be kept. */
async function unlessDamaged(read: Promise<ServedIndex | null>): Promise<ServedIndex | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Problem && error.code === 'index-damaged') return null
    throw error
  }
}

async function servedIndex(dataDir: string): Promise<ServedIndex | null> {
  const version = await servedVersion(dataDir)
  if (version === null) return null
  const folder = folderOf(dataDir, version)
  const manifest = await readManifest(folder)
  await checkSize(folder, manifest, STORE_FILE)
  return { version, folder, manifest }
}

/** Damaged vectors are linked anew from those that the store keeps beside the texts; a damaged store is not built on. */
async function hasWholeVectors({ folder, manifest }: ServedIndex): Promise<boolean> {
  try {
    await checkFile(folder, manifest, VECTORS_FILE)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** Serves what `work` writes into a new folder; leaves no trace where it fails. */
async function buildBeside(dataDir: string, version: string, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = folderOf(dataDir, version)
  try {
    await mkdir(folder)
    await work(folder)
    await serve(dataDir, version)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function build(
  folder: string,
  served: ServedIndex | null,
  plan: IndexPlan & { readonly linked: boolean },
  embedder: Embedder,
  onProgress: OnIndexProgress,
): Promise<void> {
  const [storePath, vectorsPath] = [join(folder, STORE_FILE), join(folder, VECTORS_FILE)]
  if (served) await copyFile(join(served.folder, STORE_FILE), storePath)
  const database = openPrivate(storePath)
  try {
    const store = new SqliteStore(database)
    const cache = new VectorCache(database, embedder.id)
    const before = plan.linked ? await linkedBefore(served, embedder, cache) : null
    applyPlan(store, plan, onProgress)
    await embedMissing(cache, embedder, onProgress)
    cache.prune()
    const create = (): VectorIndex => VectorIndex.empty(embedder.dimensions)
    const vectors = await linkVectors(before, cache.labelledTexts(), create, cache, onProgress)
    await saveWhole(vectors, vectorsPath, embedder.dimensions)
    store.compact()
  } finally {
    database.close()
  }
  const manifestPath = await writeManifest(folder, {
    createdAt: new Date().toISOString(),
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    documents: plan.documents,
  })
  for (const path of [storePath, vectorsPath, manifestPath, folder]) await flush(path)
}

/** The library says nothing where the disk is full: what cannot be read back was not written. */
async function saveWhole(vectors: VectorIndex, path: string, dimensions: number): Promise<void> {
  try {
    await vectors.save(path)
    await VectorIndex.load(path, dimensions)
  } catch (cause) {
    throw new Problem('folder-unwritable', `${path} could not be written whole; is the disk full?`, { cause })
  }
}

/** The vectors to go on from: none where another embedder made them. */
async function linkedBefore(
  served: ServedIndex | null,
  embedder: Embedder,
  cache: VectorCache,
): Promise<LinkedBefore | null> {
  if (served?.manifest.embedder.id !== embedder.id) return null
  const vectors = await VectorIndex.load(join(served.folder, VECTORS_FILE), embedder.dimensions)
  return { vectors, chunks: cache.labelledTexts() }
}

function applyPlan(store: SqliteStore, plan: IndexPlan, onProgress: OnIndexProgress): void {
  for (const id of plan.delete) store.delete(id)
  for (const [done, document] of plan.put.entries()) {
    onProgress({ step: 'storing', done, total: plan.put.length })
    store.put(document)
  }
  onProgress({ step: 'storing', done: plan.put.length, total: plan.put.length })
}
