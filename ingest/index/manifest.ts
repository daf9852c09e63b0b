import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import { Problem } from '../domain/problem.ts'
import { STORE_SCHEMA } from './sqlite-schema.ts'

/** Files of an index folder. */
export const STORE_FILE = 'store.sqlite'
export const VECTORS_FILE = 'vectors.hnsw'
const MANIFEST_FILE = 'manifest.json'

const heldDocumentSchema = z.object({
  /** Name of the file. */
  file: z.string(),
  /** Of the file's bytes. */
  sha256: z.string(),
  /** Version of the parser that read it, as the caller of the build names it. */
  parser: z.string(),
  /** Of all that was parsed, so that the same outcome need not be stored again. */
  digest: z.string(),
})

const manifestSchema = z.object({
  schema: z.literal(STORE_SCHEMA),
  createdAt: z.string(),
  embedder: z.object({ id: z.string(), dimensions: z.number().int().positive() }),
  /** By document id. */
  documents: z.record(z.string(), heldDocumentSchema),
  /** Sizes of the files: an index that was cut short is refused before it is read. */
  bytes: z.object({ store: z.number(), vectors: z.number() }),
})
export type Manifest = z.infer<typeof manifestSchema>
export type HeldDocument = z.infer<typeof heldDocumentSchema>

/** Throws Problem "index-damaged" where the folder is not a whole index of this version of the program. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')))
    const bytes = await sizes(folder)
    if (bytes.store === manifest.bytes.store && bytes.vectors === manifest.bytes.vectors) return manifest
  } catch (cause) {
    throw damaged(folder, cause)
  }
  throw damaged(folder, 'its files are not of the size they were written with')
}

export async function writeManifest(folder: string, manifest: Omit<Manifest, 'bytes' | 'schema'>): Promise<string> {
  const path = join(folder, MANIFEST_FILE)
  const whole: Manifest = { schema: STORE_SCHEMA, ...manifest, bytes: await sizes(folder) }
  await writeFile(path, `${JSON.stringify(whole, null, 2)}\n`)
  return path
}

/** What the manifest remembers of a document that is put in. */
export function heldDocument(document: ParsedDocument, parser: string): HeldDocument {
  // The hour of ingest is no part of what was parsed.
  const { ingestedAt: _, ...record } = document.record
  const parsed = JSON.stringify({ record, tables: document.tables, facts: document.facts, chunks: document.chunks })
  return { file: record.file, sha256: record.sha256, parser, digest: createHash('sha256').update(parsed).digest('hex') }
}

export function damaged(folder: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const remedy = `move ${dirname(folder)} away and ingest the documents again`
  return new Problem('index-damaged', `${folder} is no whole index of this version (${reason}); ${remedy}`, { cause })
}

async function sizes(folder: string): Promise<Manifest['bytes']> {
  const [store, vectors] = await Promise.all([stat(join(folder, STORE_FILE)), stat(join(folder, VECTORS_FILE))])
  return { store: store.size, vectors: vectors.size }
}
