import { copyFile, link } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import type { OnIndexProgress } from './index-progress.ts'
import { linkVectors } from './link-vectors.ts'
import { describeFile, type Segment } from './manifest.ts'
import type { LabelledText, VectorCache } from './vector-cache.ts'
import { VectorIndex } from './vectors.ts'

// The vectors lie in segments, a graph and a file each. A change writes those anew that it touches, that is the last one
// and those that lose a vector; the others are the same files in the new index as in the old one. So what an ingest
// costs does not grow with what is held.

/** Removed vectors stay in the graph and are stepped over; past this share of it, it is built anew. */
const MOST_REMOVED = 0.3

/** The segments of the index that is built on, and what was taken out of them since. */
export interface SegmentsBefore {
  readonly folder: string
  readonly segments: readonly Segment[]
  /** Names of files that are not as they were written: they are built anew. */
  readonly damaged: ReadonlySet<string>
  /** The first label that none of them holds, nor any label after it. */
  readonly end: number
  readonly removed: readonly number[]
}

/** What becomes of a segment. */
interface SegmentPlan {
  readonly first: number
  /** What it goes on from; null for a new graph. */
  readonly before: Segment | null
  readonly remove: readonly number[]
  readonly add: readonly LabelledText[]
}

/** What writing segments needs. */
export interface SegmentTarget {
  readonly folder: string
  readonly dimensions: number
  readonly cache: VectorCache
  /** How many vectors a segment has at most. */
  readonly capacity: number
}

/** Writes the segments of all chunks of the store into the target's folder. */
export async function writeSegments(
  before: SegmentsBefore,
  target: SegmentTarget,
  onProgress: OnIndexProgress,
): Promise<Segment[]> {
  const plans = planSegments(before, target)
  const total = plans.reduce((sum, { add }) => sum + add.length, 0)
  const written: Segment[] = []
  let linked = 0
  for (const plan of plans) {
    const onLinked = (done: number): void => onProgress({ step: 'linking', done: linked + done, total })
    written.push(await writeSegment(before.folder, plan, target, onLinked))
    linked += plan.add.length
  }
  onProgress({ step: 'linking', done: total, total })
  return written
}

/** What becomes of the segments there were, and new ones for what the last of them has no room for. */
function planSegments(before: SegmentsBefore, { cache, capacity }: SegmentTarget): SegmentPlan[] {
  const added = [...cache.labelledTexts(before.end, Number.MAX_SAFE_INTEGER)]
  const plans = before.segments.map((segment, at) => {
    const next = before.segments[at + 1]
    const plan = planOfOld(segment, next?.first ?? before.end, before, cache)
    const room = capacity - (plan.before?.size ?? plan.add.length)
    return next || room <= 0 ? plan : { ...plan, add: [...plan.add, ...added.splice(0, room)] }
  })
  while (added.length > 0) {
    const add = added.splice(0, capacity)
    plans.push({ first: add[0]?.label ?? before.end, before: null, remove: [], add })
  }
  return plans.filter((plan) => plan.before !== null || plan.add.length > 0)
}

function planOfOld(segment: Segment, end: number, before: SegmentsBefore, cache: VectorCache): SegmentPlan {
  const { first, size, name } = segment
  const remove = before.removed.filter((label) => label >= first && label < end)
  if (remove.length === 0 && !before.damaged.has(name)) return { first, before: segment, remove, add: [] }
  const staying = cache.labelledTexts(first, end)
  const anew = before.damaged.has(name) || size - staying.length > size * MOST_REMOVED
  return anew ? { first, before: null, remove: [], add: staying } : { first, before: segment, remove, add: [] }
}

async function writeSegment(
  oldFolder: string,
  { first, before, remove, add }: SegmentPlan,
  { folder, dimensions, cache }: SegmentTarget,
  onLinked: (done: number) => void,
): Promise<Segment> {
  const name = `vectors-${first}.hnsw`
  const path = join(folder, name)
  if (before && remove.length === 0 && add.length === 0) {
    await shareFile(join(oldFolder, name), path)
    return before
  }
  const vectors = before ? await VectorIndex.load(join(oldFolder, name), dimensions) : VectorIndex.empty(dimensions)
  for (const label of remove) vectors.remove(label)
  await linkVectors(vectors, add, cache, onLinked)
  await saveWhole(vectors, path, dimensions)
  return { ...(await describeFile(folder, name)), first, size: vectors.size }
}

/** Finished files are never written to again, so two indexes may have the same; where the disk cannot do that, a copy. */
async function shareFile(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
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
