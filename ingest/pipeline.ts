import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type DocumentReader, WorkerReader } from './document-reader.ts'
import type { DocumentRecord } from './domain/document.ts'
import type { ParsedDocument } from './domain/parsed-document.ts'
import { Problem, type ProblemCode } from './domain/problem.ts'
import { updateIndex } from './index/build.ts'
import type { Embedder } from './index/embedder.ts'
import type { IndexChange } from './index/index-change.ts'
import { type HeldIndex, heldDocuments, heldIndex } from './index/served-index.ts'
import { documentId, hashOf, PARSER_VERSION } from './parse.ts'

/**
 * A step of an ingest, for a progress line; `file` is null where it concerns no single file. Of a long file, "read" counts
 * its pages.
 */
export interface IngestEvent {
  readonly stage: 'read' | 'parse' | 'embed' | 'write'
  readonly file: string | null
  readonly done: number
  readonly total: number
}

/** A file that is now held, and whether it was before. */
export interface IngestedFile {
  readonly file: string
  readonly status: 'ingested' | 'unchanged' | 'replaced'
  readonly record: DocumentRecord
}

/** A file or folder that did not go in, and why. */
export interface RefusedFile {
  readonly file: string
  readonly code: ProblemCode
  readonly reason: string
}

/** What became of every file given. */
export interface IngestReport {
  readonly documents: readonly IngestedFile[]
  readonly refused: readonly RefusedFile[]
  /** Version of the index now served; null where nothing went in. */
  readonly version: string | null
}

/** What to read, where to keep it, and who is told. */
export interface IngestOptions {
  /** Files and folders; folders are read recursively, hidden entries left out. */
  readonly paths: readonly string[]
  readonly dataDir: string
  readonly embedder: Embedder
  /** Whether everything held before is dropped (the demo corpus, when a person's own documents come). */
  readonly replaceAll?: boolean
  /** What reads the files; one of its own, ended with the ingest, unless given. */
  readonly reader?: DocumentReader
  readonly onProgress: (event: IngestEvent) => void
}

/** Larger files are no budget texts: the longest disclosures have a few megabytes. */
const LARGEST_FILE = 50 * 1024 * 1024
const PARSER = String(PARSER_VERSION)
/** A file that is read within this time of its first page is short; of others, each page is told. */
const LONG_MS = 1000

/**
 * Reads files into the index. A file that cannot be read is refused with a reason and the others go in; a file that is
 * held unchanged costs a hash; a changed file of the same name replaces exactly its own facts. Killed at any moment, it
 * leaves the index that was served before, or the finished new one.
 */
export async function ingestPaths(options: IngestOptions): Promise<IngestReport> {
  if (options.reader) return ingestWith(options.reader, options)
  const reader = new WorkerReader()
  try {
    return await ingestWith(reader, options)
  } finally {
    await reader.close()
  }
}

async function ingestWith(reader: DocumentReader, options: IngestOptions): Promise<IngestReport> {
  const { paths, dataDir, embedder, onProgress } = options
  const refused: RefusedFile[] = []
  const files = await listFiles(paths, refused)
  const held = await heldIndex(dataDir, options.replaceAll ?? false)
  const read = await readFiles({ files, held, refused, reader, onProgress }).finally(() => held.close())
  const documents = read.map(({ ingested }) => ingested)
  const parsed = read.flatMap(({ document }) => document ?? [])
  if (documents.length === 0) return { documents, refused, version: held.version }
  const change: IndexChange = {
    put: parsed,
    keep: documents.flatMap(({ status, record }) => (status === 'unchanged' ? [record.id] : [])),
    delete: parsed.flatMap(({ record }) => olderVersions(held, record)),
    parser: PARSER,
    replaceAll: options.replaceAll ?? false,
  }
  const version = await updateIndex(dataDir, embedder, change, ({ step, done, total }) => {
    onProgress({ stage: step === 'embedding' ? 'embed' : 'write', file: null, done, total })
  })
  return { documents, refused, version }
}

/** Tells of each page of a file that takes long. */
function pagesToldOf(file: string, onProgress: IngestOptions['onProgress']): (page: number, of: number) => void {
  let began: number | null = null
  return (page, of) => {
    began ??= performance.now()
    if (performance.now() - began > LONG_MS) onProgress({ stage: 'read', file, done: page, total: of })
  }
}

/** What becomes of one file, with the document to put in where it is not held as it is. */
interface ReadFile {
  readonly ingested: IngestedFile
  readonly document: ParsedDocument | null
}

interface Reading {
  readonly files: readonly string[]
  readonly held: HeldIndex
  readonly refused: RefusedFile[]
  readonly reader: DocumentReader
  readonly onProgress: IngestOptions['onProgress']
}

async function readFiles({ files, held, refused, reader, onProgress }: Reading): Promise<ReadFile[]> {
  const done: ReadFile[] = []
  for (const [at, path] of files.entries()) {
    const file = basename(path)
    onProgress({ stage: 'parse', file, done: at, total: files.length })
    try {
      const read = (bytes: Buffer) => reader.read(bytes, file, pagesToldOf(file, onProgress))
      done.push(await readFileInto(held, file, await readBounded(path), read))
    } catch (error) {
      refused.push(refusal(path, error))
    }
  }
  return done
}

async function readFileInto(
  held: HeldIndex,
  file: string,
  bytes: Buffer,
  read: (bytes: Buffer) => Promise<ParsedDocument>,
): Promise<ReadFile> {
  const id = documentId(hashOf(bytes))
  const record = held.documents.get(id)?.parser === PARSER ? held.record(id) : null
  if (record) return { ingested: { file, status: 'unchanged', record }, document: null }
  const document = await read(bytes)
  const status = olderVersions(held, document.record).length > 0 ? 'replaced' : 'ingested'
  return { ingested: { file, status, record: document.record }, document }
}

/** Documents held from a file of the same name. */
function olderVersions({ documents }: HeldIndex, { id, file }: DocumentRecord): string[] {
  return [...documents].filter(([other, held]) => other !== id && held.file === file).map(([other]) => other)
}

/** Deletes documents by id. Throws Problem "document-unknown" for an id that is not held. */
export async function deleteDocument(dataDir: string, embedder: Embedder, id: string): Promise<string> {
  const held = await heldDocuments(dataDir)
  if (!held.has(id)) throw new Problem('document-unknown', `No document has the id ${id}.`)
  return updateIndex(dataDir, embedder, { put: [], delete: [id] })
}

async function readBounded(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > LARGEST_FILE)
    throw new Problem('file-too-large', `${path} has ${size} bytes; the limit is ${LARGEST_FILE}.`)
  return readFile(path)
}

/** Files in a stable order, each once; a path that does not exist is refused. */
async function listFiles(paths: readonly string[], refused: RefusedFile[]): Promise<string[]> {
  const found = new Set<string>()
  const visit = async (path: string): Promise<void> => {
    const info = await stat(path)
    if (!info.isDirectory()) {
      found.add(path)
      return
    }
    const entries = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    for (const name of entries) await visit(join(path, name))
  }
  for (const path of paths) {
    try {
      await visit(resolve(path))
    } catch (error) {
      refused.push(refusal(path, error))
    }
  }
  return [...found]
}

function refusal(path: string, error: unknown): RefusedFile {
  if (error instanceof Problem) return { file: path, code: error.code, reason: error.message }
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (missing) return { file: path, code: 'file-not-found', reason: `${path} does not exist.` }
  return {
    file: path,
    code: 'file-unreadable',
    reason: `${path} could not be opened: ${error instanceof Error ? error.message : String(error)}`,
  }
}
