import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import type { Embedder } from './embedder.ts'
import { folderOf } from './index-folders.ts'
import { damaged, readManifest, STORE_FILE, VECTORS_FILE } from './manifest.ts'
import { servedVersion } from './served-version.ts'
import { openReadOnly, type SqliteDatabase } from './sqlite.ts'
import { SqliteReader } from './sqlite-reader.ts'
import type { CorpusReader, ScoredChunk } from './store.ts'
import { VectorIndex } from './vectors.ts'

/** One version of the corpus, for reading; it stays as it is whatever is ingested meanwhile. */
export interface CorpusIndex extends CorpusReader {
  readonly version: string
  /** Which embedder answers `searchVectors`; null where vector search is off. */
  readonly embedderId: string | null
  /** Chunks nearest in meaning, best first; `documentIds` limits it, null looks everywhere. [] where it is off. */
  searchVectors(query: string, documentIds: readonly string[] | null, limit: number): Promise<readonly ScoredChunk[]>
}

interface Semantics {
  readonly embedder: Embedder
  readonly vectors: VectorIndex
}

interface LabelledChunk {
  readonly label: number
  readonly chunkId: string
  readonly documentId: string
}

class OpenIndex extends SqliteReader implements CorpusIndex {
  readonly version: string
  private readonly semantics: Semantics | null
  private readonly chunksByLabel: ReadonlyMap<number, LabelledChunk>

  constructor(database: SqliteDatabase, version: string, semantics: Semantics | null) {
    super(database)
    this.version = version
    this.semantics = semantics
    const chunks = database
      .prepare<[], LabelledChunk>('SELECT label, id AS chunkId, document_id AS documentId FROM chunks')
      .all()
    this.chunksByLabel = new Map(chunks.map((chunk) => [chunk.label, chunk]))
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
    const wanted = documentIds && new Set(documentIds)
    const vector = await this.semantics.embedder.embedQuery(query)
    const allowed = wanted ? (label: number) => this.isOf(label, wanted) : undefined
    return this.semantics.vectors.search(vector, limit, allowed).flatMap(({ label, score }) => {
      const chunkId = this.chunksByLabel.get(label)?.chunkId
      return chunkId === undefined ? [] : [{ chunkId, score }]
    })
  }

  private isOf(label: number, documentIds: ReadonlySet<string>): boolean {
    const chunk = this.chunksByLabel.get(label)
    return chunk !== undefined && documentIds.has(chunk.documentId)
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
  try {
    const semantics = embedder && {
      embedder,
      vectors: await VectorIndex.load(join(folder, VECTORS_FILE), embedder.dimensions),
    }
    return new OpenIndex(openReadOnly(join(folder, STORE_FILE)), version, semantics)
  } catch (cause) {
    throw damaged(folder, cause)
  }
}
