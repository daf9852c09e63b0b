import { type DocumentReader, WorkerReader } from './document-reader.ts'
import type { DocumentRecord } from './domain/document.ts'
import type { ParsedDocument } from './domain/parsed-document.ts'
import { Problem } from './domain/problem.ts'
import { type GivenFile, listFiles, type RefusedFile, readBounded, refusal } from './given-files.ts'
import { updateIndex } from './index/build.ts'
import type { Embedder } from './index/embedder.ts'
import type { IndexChange } from './index/index-change.ts'
import { keepOriginal } from './index/originals.ts'
import { type HeldIndex, heldDocuments, heldIndex } from './index/served-index.ts'
import { documentId, hashOf, PARSER_VERSION } from './parse.ts'
import { formatOf } from './read/reader.ts'
import { Disclosures, type OtherVersion } from './same-disclosure.ts'

export type { GivenFile, RefusedFile } from './given-files.ts'
export type { OtherVersion } from './same-disclosure.ts'

/**
 * A step of an ingest, for a progress line; `file` is null where it concerns no single file. Of a long file, "read" counts
 * its pages.
 */
export interface IngestEvent {
  readonly stage: 'read' | 'parse' | 'embed' | 'write'
  readonly file: string | null
  /** Where that file lies. */
  readonly path: string | null
  readonly done: number
  readonly total: number
}

/** A file that is now held, and whether it was before. */
export interface IngestedFile {
  readonly file: string
  readonly path: string
  readonly status: 'ingested' | 'unchanged' | 'replaced'
  readonly record: DocumentRecord
  /** Other documents of the same organisation, level, year and basis; whether they were replaced by this one. */
  readonly versions: readonly OtherVersion[]
}

/** What became of every file given. */
export interface IngestReport {
  readonly documents: readonly IngestedFile[]
  readonly refused: readonly RefusedFile[]
  /** Version of the index now served; null where nothing went in. */
  readonly version: string | null
}

/** Where to keep what is read, and who is told. */
export interface IngestSettings {
  readonly dataDir: string
  readonly embedder: Embedder
  /** Whether everything held before is dropped (the demo corpus, when a person's own documents come). */
  readonly replaceAll?: boolean
  /** What reads the files; one of its own, ended with the ingest, unless given. */
  readonly reader?: DocumentReader
  readonly onProgress: (event: IngestEvent) => void
}

export interface IngestOptions extends IngestSettings {
  /** Files and folders; folders are read recursively, hidden entries left out. */
  readonly paths: readonly string[]
}

const PARSER = String(PARSER_VERSION)
/** A file that is read within this time of its first page is short; of others, each page is told. */
const LONG_MS = 1000

/**
 * Reads files into the index. A file that cannot be read is refused with a reason and the others go in; a file that is
 * held unchanged costs a hash; a changed file of the same name replaces exactly its own facts. Killed at any moment, it
 * leaves the index that was served before, or the finished new one.
 */
export async function ingestPaths(options: IngestOptions): Promise<IngestReport> {
  const refused: RefusedFile[] = []
  return ingestFiles(await listFiles(options.paths, refused), options, refused)
}

/** As {@link ingestPaths}, for files under names of their own; `refused` are those that are none. */
export async function ingestFiles(
  files: readonly GivenFile[],
  settings: IngestSettings,
  refused: readonly RefusedFile[] = [],
): Promise<IngestReport> {
  if (settings.reader) return ingestWith(settings.reader, files, settings, refused)
  const reader = new WorkerReader()
  try {
    return await ingestWith(reader, files, settings, refused)
  } finally {
    await reader.close()
  }
}

async function ingestWith(
  reader: DocumentReader,
  files: readonly GivenFile[],
  { dataDir, embedder, onProgress, replaceAll = false }: IngestSettings,
  notFound: readonly RefusedFile[],
): Promise<IngestReport> {
  const refused = [...notFound]
  const held = await heldIndex(dataDir, replaceAll)
  const disclosures = new Disclosures(held, replaceAll)
  const read = await readFiles(files, { dataDir, held, disclosures, refused, reader, onProgress }).finally(() =>
    held.close(),
  )
  const documents = read.map(({ ingested }) => ingested)
  const leaving = new Set(read.flatMap(({ replaces }) => replaces))
  if (documents.length === 0) return { documents, refused, version: held.version }
  const change: IndexChange = {
    put: read.flatMap(({ document }) => (document && !leaving.has(document.record.id) ? document : [])),
    keep: documents.flatMap(({ status, record }) => (status === 'unchanged' ? [record.id] : [])),
    delete: [...leaving],
    parser: PARSER,
    replaceAll,
  }
  const version = await updateIndex(dataDir, embedder, change, ({ step, done, total }) => {
    onProgress({ stage: step === 'embedding' ? 'embed' : 'write', file: null, path: null, done, total })
  })
  return { documents, refused, version }
}

/** Tells of each page of a file that takes long. */
function pagesToldOf(
  { name, path }: GivenFile,
  onProgress: IngestSettings['onProgress'],
): (page: number, of: number) => void {
  let began: number | null = null
  return (page, of) => {
    began ??= performance.now()
    if (performance.now() - began > LONG_MS) onProgress({ stage: 'read', file: name, path, done: page, total: of })
  }
}

/** What becomes of one file, with the document to put in where it is not held as it is. */
interface ReadFile {
  readonly ingested: IngestedFile
  readonly document: ParsedDocument | null
  /** Ids of documents that it takes the place of. */
  readonly replaces: readonly string[]
}

interface Reading {
  readonly dataDir: string
  readonly held: HeldIndex
  readonly disclosures: Disclosures
  readonly refused: RefusedFile[]
  readonly reader: DocumentReader
  readonly onProgress: IngestSettings['onProgress']
}

async function readFiles(files: readonly GivenFile[], reading: Reading): Promise<ReadFile[]> {
  const done: ReadFile[] = []
  for (const [at, file] of files.entries()) {
    reading.onProgress({ stage: 'parse', file: file.name, path: file.path, done: at, total: files.length })
    try {
      done.push(await readFileInto(file, reading))
    } catch (error) {
      reading.refused.push(refusal(file, error))
    }
  }
  return done
}

async function readFileInto(file: GivenFile, reading: Reading): Promise<ReadFile> {
  const bytes = await readBounded(file)
  const hash = hashOf(bytes)
  const read = await readBytesInto(file, bytes, documentId(hash), reading)
  // Its pages are shown as they are printed, beside what was read of them.
  if (formatOf(bytes) === 'pdf') await keepOriginal(reading.dataDir, hash, bytes)
  return read
}

async function readBytesInto(
  file: GivenFile,
  bytes: Uint8Array,
  id: string,
  { held, disclosures, reader, onProgress }: Reading,
): Promise<ReadFile> {
  const known = held.documents.get(id)
  const record = known?.parser === PARSER ? held.record(id) : null
  if (record) {
    const versions = disclosures.versionsOf(record, false)
    const ingested = { file: record.file, path: file.path, status: 'unchanged', record, versions } as const
    return { ingested, document: null, replaces: [] }
  }
  const { path } = file
  const name = file.sameName === 'replaced' ? file.name : (known?.file ?? disclosures.freeName(file.name))
  const document = await reader.read(bytes, name, pagesToldOf(file, onProgress))
  const older = file.sameName === 'replaced' ? olderVersions(held, document.record) : []
  const versions = disclosures.versionsOf(document.record, file.sameDisclosure === 'replaced', older)
  disclosures.add(document.record)
  const replaces = [...older, ...versions.filter(({ replaced }) => replaced).map((version) => version.id)]
  const status = replaces.length > 0 ? 'replaced' : 'ingested'
  return { ingested: { file: name, path, status, record: document.record, versions }, document, replaces }
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
