import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import { Problem } from '../domain/problem.ts'
import { checksumOf, checksumOfText } from './checksum.ts'
import { STORE_SCHEMA } from './sqlite-schema.ts'

/** Files of an index folder, beside those of the vectors. */
export const STORE_FILE = 'store.sqlite'
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

/** What a file was when it was written: one that was changed since is not read. */
const fileSchema = z.object({ name: z.string().regex(/^[a-z0-9.-]+$/), bytes: z.number(), crc32: z.number() })

const segmentSchema = fileSchema.extend({
  /** Its labels go from this one to before the next segment's first. */
  first: z.number().int(),
  /** Vectors in its graph, removed ones included. */
  size: z.number().int(),
})

const manifestSchema = z.object({
  schema: z.literal(STORE_SCHEMA),
  createdAt: z.string(),
  embedder: z.object({ id: z.string(), dimensions: z.number().int().positive() }),
  /** By document id. */
  documents: z.record(z.string(), heldDocumentSchema),
  store: fileSchema,
  /** The vectors, by label. */
  segments: z.array(segmentSchema),
  /** CRC-32 of this file's text with a 0 in this place. */
  crc32: z.number(),
})
export type Manifest = z.infer<typeof manifestSchema>
export type HeldDocument = z.infer<typeof heldDocumentSchema>
export type IndexFile = z.infer<typeof fileSchema>
export type Segment = z.infer<typeof segmentSchema>

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
export async function checkSize(folder: string, { name, bytes }: IndexFile): Promise<void> {
  const found = await sizeOf(join(folder, name))
  if (found === null) throw damaged(folder, `${name} is missing`)
  if (found !== bytes) throw damaged(folder, `${name} has ${found} bytes and had ${bytes}`)
}

/** Throws Problem "index-damaged" where a file of the index is not, byte for byte, what was written. */
export async function checkFile(folder: string, file: IndexFile): Promise<void> {
  await checkSize(folder, file)
  const found = await checksumOf(join(folder, file.name)).catch((cause: unknown) => {
    throw damaged(folder, `${file.name} cannot be read`, cause)
  })
  if (found !== file.crc32) throw damaged(folder, `${file.name} is not as it was written`)
}

export async function writeManifest(folder: string, manifest: Omit<Manifest, 'schema' | 'crc32'>): Promise<string> {
  const path = join(folder, MANIFEST_FILE)
  const whole: Manifest = { schema: STORE_SCHEMA, ...manifest, crc32: 0 }
  const text = `${JSON.stringify(whole, null, 2)}\n`
  await writeFile(path, text.replace(OWN_CHECKSUM, `"crc32": ${checksumOfText(text)}`))
  return path
}

/** A file that has just been written, as the manifest remembers it. */
export async function describeFile(folder: string, name: string): Promise<IndexFile> {
  const path = join(folder, name)
  return { name, bytes: (await stat(path)).size, crc32: await checksumOf(path) }
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
  const { tables, facts, chunks, checks } = document
  const parsed = JSON.stringify({ record, tables, facts, chunks, checks })
  return { file: record.file, sha256: record.sha256, parser, digest: createHash('sha256').update(parsed).digest('hex') }
}

/** The problem of an index that cannot be used, and what to do about it. */
export function damaged(folder: string, reason: string, cause?: unknown): Problem {
  const remedy = `Move ${dirname(folder)} away and ingest the documents again.`
  return new Problem('index-damaged', `The index in ${folder} cannot be used: ${reason}. ${remedy}`, { cause })
}
