import { constants, copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { storageProblem } from '../domain/storage-problem.ts'
import type { Embedder } from './embedder.ts'
import { type IndexChange, type IndexPlan, planOf } from './index-change.ts'
import { flush, folderOf, newVersion, serve, sweep } from './index-folders.ts'
import type { OnIndexProgress } from './index-progress.ts'
import { embedMissing } from './link-vectors.ts'
import { withLock } from './lock.ts'
import { describeFile, type Manifest, type Segment, STORE_FILE, writeManifest } from './manifest.ts'
import { dropOriginals } from './originals.ts'
import { type SegmentsBefore, writeSegments } from './segments.ts'
import { damagedSegments, type ServedIndex, unlessDamaged, wholeIndex } from './served-index.ts'
import { servedVersion } from './served-version.ts'
import { openPrivate } from './sqlite.ts'
import { SqliteStore } from './sqlite-store.ts'
import { VectorCache } from './vector-cache.ts'

export interface IndexBuildOptions {
  /** How long to wait for another ingest of the same folder to finish; default two minutes. */
  readonly lockWaitMs?: number
  /** How many vectors a segment has at most; default 32,768, less for tests. */
  readonly vectorsASegment?: number
}

/** What a build does, and how. */
interface BuildPlan extends IndexPlan {
  /** Names of segments that are not as they were written: linked anew from the vectors that the store keeps. */
  readonly damaged: ReadonlySet<string>
  readonly vectorsASegment: number
  readonly onProgress: OnIndexProgress
}

const LOCK_WAIT_MS = 120_000
/** Some 150 documents. Each question that names no unit searches every segment; each ingest writes one or two anew. */
const VECTORS_A_SEGMENT = 32_768

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
    const damaged = served ? await damagedSegments(served) : new Set<string>()
    // What builds that were killed have left; before anything is written, lest it fill the disk.
    await sweep(dataDir, [await servedVersion(dataDir)])
    const plan = planOf(change, served?.manifest.documents ?? {})
    const whole = damaged.size === 0 && served?.manifest.embedder.id === embedder.id
    if (served && whole && plan.changesNothing) return served.version
    const version = newVersion(served?.version)
    const vectorsASegment = options.vectorsASegment ?? VECTORS_A_SEGMENT
    await buildBeside(dataDir, version, (folder) =>
      build(folder, served, { ...plan, damaged, vectorsASegment, onProgress }, embedder),
    )
    await sweep(dataDir, [version, served?.version])
    await dropOriginals(dataDir, hashesGone(served?.manifest.documents ?? {}, plan.documents))
    return version
  })
}

/** Hashes of the files that were held before and are no longer. */
function hashesGone(before: Manifest['documents'], now: Manifest['documents']): readonly string[] {
  return Object.entries(before).flatMap(([id, { sha256 }]) => (now[id] ? [] : sha256))
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

async function build(folder: string, served: ServedIndex | null, plan: BuildPlan, embedder: Embedder): Promise<void> {
  const storePath = join(folder, STORE_FILE)
  if (served) await copyFile(join(served.folder, STORE_FILE), storePath, constants.COPYFILE_FICLONE)
  const database = openPrivate(storePath)
  const segments: Segment[] = []
  try {
    const store = new SqliteStore(database)
    const cache = new VectorCache(database, embedder.id)
    const before = segmentsBefore(served, plan, cache, embedder)
    applyPlan(store, plan, plan.onProgress)
    await embedMissing(cache, embedder, before.end, plan.onProgress)
    if (before.removed.length > 0 || before.segments.length === 0) cache.prune()
    const target = { folder, dimensions: embedder.dimensions, cache, capacity: plan.vectorsASegment }
    segments.push(...(await writeSegments(before, target, plan.onProgress)))
    store.compact()
  } finally {
    database.close()
  }
  const manifestPath = await writeManifest(folder, {
    createdAt: new Date().toISOString(),
    embedder: { id: embedder.id, dimensions: embedder.dimensions },
    documents: plan.documents,
    store: await describeFile(folder, STORE_FILE),
    segments,
  })
  const written = segments.map(({ name }) => join(folder, name))
  for (const path of [storePath, ...written, manifestPath, folder]) await flush(path)
}

/** The vectors to go on from: none where another embedder made them. */
function segmentsBefore(
  served: ServedIndex | null,
  plan: BuildPlan,
  cache: VectorCache,
  embedder: Embedder,
): SegmentsBefore {
  const { damaged } = plan
  if (served?.manifest.embedder.id !== embedder.id) return { folder: '', segments: [], damaged, end: 1, removed: [] }
  const removed = cache.labelsOf([...plan.delete, ...plan.put.map(({ record }) => record.id)])
  return { folder: served.folder, segments: served.manifest.segments, damaged, end: cache.endOfLabels(), removed }
}

function applyPlan(store: SqliteStore, plan: IndexPlan, onProgress: OnIndexProgress): void {
  for (const id of plan.delete) store.delete(id)
  for (const [done, document] of plan.put.entries()) {
    onProgress({ step: 'storing', done, total: plan.put.length })
    store.put(document)
  }
  onProgress({ step: 'storing', done: plan.put.length, total: plan.put.length })
}
