import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { Problem } from '../domain/problem.ts'
import { DocumentVectors } from './document-vectors.ts'
import type { Embedder } from './embedder.ts'
import { folderOf } from './index-folders.ts'
import { checkFile, checkSize, damaged, type Manifest, readManifest } from './manifest.ts'
import { servedVersion } from './served-version.ts'
import { openReadOnly, type SqliteDatabase } from './sqlite.ts'
import { SqliteReader } from './sqlite-reader.ts'
import type { CorpusReader, ScoredChunk } from './store.ts'
import { VectorSegments } from './vector-segments.ts'
import type { ScoredLabel } from './vectors.ts'

/** One version of the corpus, for reading; it stays as it is whatever is ingested meanwhile. */
export interface CorpusIndex extends CorpusReader {
  readonly version: string
  /** When it was built. */
  readonly createdAt: Date
  /** Which embedder answers `searchVectors`; null where vector search is off. */
  readonly embedderId: string | null
  /** Settles when the store was read through: what is wrong with it, or null. Small stores are checked before they are opened. */
  readonly checked: Promise<Problem | null>
  /** Chunks nearest in meaning, best first; `documentIds` limits it, null looks everywhere. [] where it is off. */
  searchVectors(query: string, documentIds: readonly string[] | null, limit: number): Promise<readonly ScoredChunk[]>
}

interface Semantics {
  readonly embedder: Embedder
  readonly vectors: VectorSegments
}

/** So many documents have their vectors compared one by one: as many as have them kept. */
const FEW_DOCUMENTS = 64
/** Beyond them, a share of all documents small enough for that too. */
const FEW = 0.05
/** Questions whose vectors are kept: the units of a comparison are all asked for in the same words. */
const QUERIES_KEPT = 256

interface LabelledChunk {
  readonly label: number
  readonly documentId: string
}

class OpenIndex extends SqliteReader implements CorpusIndex {
  readonly version: string
  readonly createdAt: Date
  readonly checked: Promise<Problem | null>
  private readonly semantics: Semantics | null
  private documentsByLabel: ReadonlyMap<number, string> | null = null
  private readonly byDocument: DocumentVectors | null
  private readonly queriesKept = new LRUCache<string, readonly number[]>({ max: QUERIES_KEPT })

  constructor(
    database: SqliteDatabase,
    { version, createdAt }: { readonly version: string; readonly createdAt: Date },
    semantics: Semantics | null,
    checked: Promise<Problem | null>,
  ) {
    super(database)
    this.version = version
    this.createdAt = createdAt
    this.checked = checked
    this.semantics = semantics
    this.byDocument = semantics && new DocumentVectors(database, semantics.embedder)
  }

  get embedderId(): string | null {
    return this.semantics?.embedder.id ?? null
  }

  async searchVectors(
    query: string,
    documentIds: readonly string[] | null,
    limit: number,
  ): Promise<readonly ScoredChunk[]> {
    if (!this.semantics || documentIds?.length === 0) return []
    const vector = await this.embedded(query, this.semantics.embedder)
    if (vector.length === 0) return []
    const chunkIds = this.database.prepare<[number], string>('SELECT id FROM chunks WHERE label = ?').pluck()
    return this.nearest(this.semantics.vectors, vector, documentIds, limit).flatMap(({ label, score }) => {
      const chunkId = chunkIds.get(label)
      return chunkId === undefined ? [] : [{ chunkId, score }]
    })
  }

  private async embedded(query: string, embedder: Embedder): Promise<readonly number[]> {
    const kept = this.queriesKept.get(query)
    if (kept) return kept
    const vector = await embedder.embedQuery(query)
    if (vector.length > 0) this.queriesKept.set(query, vector)
    return vector
  }

  private nearest(
    vectors: VectorSegments,
    vector: readonly number[],
    documentIds: readonly string[] | null,
    limit: number,
  ): readonly ScoredLabel[] {
    if (!documentIds || !this.byDocument) return vectors.search(vector, limit)
    const wanted = new Set(documentIds)
    const held = this.documents().length
    if (wanted.size <= Math.max(FEW_DOCUMENTS, held * FEW)) return this.byDocument.nearest(vector, [...wanted], limit)
    // A filter that lets all through is asked of every vector on the way.
    if (wanted.size === held) return vectors.search(vector, limit)
    return vectors.search(vector, limit, (label) => this.isOf(label, wanted))
  }

  private isOf(label: number, documentIds: ReadonlySet<string>): boolean {
    this.documentsByLabel ??= new Map(
      this.database
        .prepare<[], LabelledChunk>('SELECT label, document_id AS documentId FROM chunks')
        .all()
        .map((chunk) => [chunk.label, chunk.documentId]),
    )
    return documentIds.has(this.documentsByLabel.get(label) ?? '')
  }
}

/**
 * Opens the index that the data folder serves now. Throws Problem "index-missing" where there is none, "index-damaged"
 * where it cannot be read, and "index-embedder" where another embedder than `embedder` made its vectors; with null in
 * its place, vector search is off.
 */
export async function openIndex(dataDir: string, embedder: Embedder | null): Promise<CorpusIndex> {
  const version = await servedVersion(dataDir)
  if (version === null) throw new Problem('index-missing', `there is no index in ${dataDir}; ingest documents first`)
  try {
    return await openVersion(dataDir, version, embedder)
  } catch (error) {
    // Two ingests may have ended since, and the second has swept this version away.
    if (version === (await servedVersion(dataDir))) throw error
    return openIndex(dataDir, embedder)
  }
}

async function openVersion(dataDir: string, version: string, embedder: Embedder | null): Promise<CorpusIndex> {
  const folder = folderOf(dataDir, version)
  const manifest = await readManifest(folder)
  if (embedder && manifest.embedder.id !== embedder.id) {
    const made = `the index in ${dataDir} was made with ${manifest.embedder.id}`
    throw new Problem('index-embedder', `${made}, and ${embedder.id} is at hand; ingest the documents again`)
  }
  // Before they are read: the library that reads vectors does not survive every fault in them.
  if (embedder) await checkVectors(folder, manifest)
  await checkSize(folder, manifest.store)
  const check = checkFile(folder, manifest.store)
  const checked = check.then(() => null, asProblem)
  if (manifest.store.bytes <= MOST_CHECKED_FIRST) await check
  try {
    const semantics = embedder && {
      embedder,
      vectors: await VectorSegments.load(folder, manifest.segments, embedder.dimensions),
    }
    const identity = { version, createdAt: new Date(manifest.createdAt) }
    return new OpenIndex(openReadOnly(join(folder, manifest.store.name)), identity, semantics, checked)
  } catch (cause) {
    throw damaged(folder, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

/** A store of half a gigabyte is checked in half a second, before it is read; a larger one while it is already read. */
const MOST_CHECKED_FIRST = 512 * 1024 * 1024

/** Any ingest links damaged vectors anew; nothing needs to be moved away. */
async function checkVectors(folder: string, { segments }: Manifest): Promise<void> {
  for (const segment of segments) {
    await checkFile(folder, segment).catch((cause: unknown) => {
      if (!(cause instanceof Problem)) throw cause
      const fault = `${join(folder, segment.name)} is missing or not as it was written`
      const remedy = 'It can be built anew from the rest: ingest any of the documents again.'
      throw new Problem('index-damaged', `${fault}. ${remedy}`, { cause })
    })
  }
}

function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('index-damaged', String(error), { cause: error })
}
