import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import { Problem } from '../domain/problem.ts'
import { checksumOf, checksumOfText } from './checksum.ts'
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

const fileSchema = z.object({ bytes: z.number(), crc32: z.number() })

const manifestSchema = z.object({
  schema: z.literal(STORE_SCHEMA),
  createdAt: z.string(),
  embedder: z.object({ id: z.string(), dimensions: z.number().int().positive() }),
  /** By document id. */
  documents: z.record(z.string(), heldDocumentSchema),
  /** What the other files were when they were written: one that was changed since is not read. */
  files: z.object({ [STORE_FILE]: fileSchema, [VECTORS_FILE]: fileSchema }),
  /** CRC-32 of this file's text with a 0 in this place. */
  crc32: z.number(),
})
export type Manifest = z.infer<typeof manifestSchema>
export type HeldDocument = z.infer<typeof heldDocumentSchema>
export type IndexFile = typeof STORE_FILE | typeof VECTORS_FILE

const OWN_CHECKSUM = /"crc32": \d+(?=\s*\}\s*$)/

/** Throws Problem "index-damaged" where the folder is no index of this version of the program, or its manifest was changed. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readManifestText(folder)
  const manifest = manifestSchema.safeParse(parsedJson(text))
  if (!manifest.success) throw damaged(folder, manifestFault(text))
  if (checksumOfText(withoutChecksum(text)) !== manifest.data.crc32)
    throw damaged(folder, `${MANIFEST_FILE} is not as it was written`)
  return manifest.data
}

/** Throws Problem "index-damaged" where a file of the index is missing or has another size than was written. */
export async function checkSize(folder: string, manifest: Manifest, file: IndexFile): Promise<void> {
  const { bytes } = manifest.files[file]
  const found = await sizeOf(join(folder, file))
  if (found === null) throw damaged(folder, `${file} is missing`)
  if (found !== bytes) throw damaged(folder, `${file} has ${found} bytes and had ${bytes}`)
}

/** Throws Problem "index-damaged" where a file of the index is not, byte for byte, what was written. */
export async function checkFile(folder: string, manifest: Manifest, file: IndexFile): Promise<void> {
  await checkSize(folder, manifest, file)
  const found = await checksumOf(join(folder, file)).catch((cause: unknown) => {
    throw damaged(folder, `${file} cannot be read`, cause)
  })
  if (found !== manifest.files[file].crc32) throw damaged(folder, `${file} is not as it was written`)
}

export async function writeManifest(
  folder: string,
  manifest: Pick<Manifest, 'createdAt' | 'embedder' | 'documents'>,
): Promise<string> {
  const path = join(folder, MANIFEST_FILE)
  const files = {
    [STORE_FILE]: await describe(folder, STORE_FILE),
    [VECTORS_FILE]: await describe(folder, VECTORS_FILE),
  }
  const whole: Manifest = { schema: STORE_SCHEMA, ...manifest, files, crc32: 0 }
  const text = `${JSON.stringify(whole, null, 2)}\n`
  await writeFile(path, text.replace(OWN_CHECKSUM, `"crc32": ${checksumOfText(text)}`))
  return path
}

async function describe(folder: string, file: IndexFile): Promise<z.infer<typeof fileSchema>> {
  const path = join(folder, file)
  return { bytes: (await stat(path)).size, crc32: await checksumOf(path) }
}

function withoutChecksum(text: string): string {
  return text.replace(OWN_CHECKSUM, '"crc32": 0')
}

async function readManifestText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, MANIFEST_FILE), 'utf8')
  } catch (cause) {
    const reason =
      (await sizeOf(folder)) === null ? 'the folder is missing' : `${MANIFEST_FILE} is missing or cannot be read`
    throw damaged(folder, reason, cause)
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether another version of the program wrote the manifest, or it was changed since. */
function manifestFault(text: string): string {
  const written = z.object({ schema: z.number() }).safeParse(parsedJson(text))
  if (!written.success || written.data.schema === STORE_SCHEMA) return `${MANIFEST_FILE} is not as it was written`
  return `another version of the program made it: ${MANIFEST_FILE} has the form ${written.data.schema}, not ${STORE_SCHEMA}`
}

/** Null where there is nothing. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}

/** What the manifest remembers of a document that is put in. */
export function heldDocument(document: ParsedDocument, parser: string): HeldDocument {
  // The hour of ingest is no part of what was parsed.
  const { ingestedAt: _, ...record } = document.record
  const parsed = JSON.stringify({ record, tables: document.tables, facts: document.facts, chunks: document.chunks })
  return { file: record.file, sha256: record.sha256, parser, digest: createHash('sha256').update(parsed).digest('hex') }
}

/** The problem of an index that cannot be used, and what to do about it. */
export function damaged(folder: string, reason: string, cause?: unknown): Problem {
  const remedy = `Move ${dirname(folder)} away and ingest the documents again.`
  return new Problem('index-damaged', `The index in ${folder} cannot be used: ${reason}. ${remedy}`, { cause })
}
