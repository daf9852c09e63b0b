import { createHash } from 'node:crypto'
import type { Identity } from './domain/document.ts'
import type { Fact } from './domain/fact.ts'
import { Problem } from './domain/problem.ts'
import type { Table } from './domain/table.ts'
import { type EvaluationForm, findEvaluationForms } from './facts/evaluation-form.ts'
import { extractFacts, type PlacedParagraph, placeParagraphs } from './facts/extract.ts'
import { readIdentity } from './facts/identity.ts'
import { readFileText } from './read/reader.ts'
import { readText } from './read/text.ts'
import { buildTables } from './tables/build.ts'

/** Raised with every change that would give the same file other facts: older parses are then done anew. */
export const PARSER_VERSION = 13

/** A document read and understood, before it is cut into chunks and stored. */
export interface Parse {
  readonly id: string
  readonly sha256: string
  readonly encoding: string
  readonly lines: readonly string[]
  readonly identity: Identity
  readonly paragraphs: readonly PlacedParagraph[]
  readonly tables: readonly Table[]
  readonly forms: readonly EvaluationForm[]
  readonly facts: readonly Fact[]
}

/** The id of a document: the first 16 hex digits of its SHA-256. */
export function documentId(sha256: string): string {
  return sha256.slice(0, 16)
}

/** SHA-256 of a file's bytes, in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads one file into tables and facts. Throws a Problem where it cannot be read or holds no figure. */
export function parseDocument(bytes: Uint8Array, file: string): Parse {
  const sha256 = hashOf(bytes)
  const id = documentId(sha256)
  const { lines, encoding } = readFileText(bytes, file)
  const identity = readIdentity(lines)
  const forms = findEvaluationForms(lines, identity)
  const blocks = readText(withoutForms(lines, forms))
  const tables = buildTables(blocks, id, identity.organization)
  const paragraphs = placeParagraphs(blocks)
  const facts = extractFacts({ documentId: id, identity, paragraphs, tables, forms })
  if (facts.length === 0) throw new Problem('no-figures', `${file}: neither a table nor a figure was recognised.`)
  return { id, sha256, encoding, lines, identity, paragraphs, tables: tables.map(({ table }) => table), forms, facts }
}

/** The lines with those of torn forms blanked: line numbers stay, and no paragraph takes their fragments in. */
function withoutForms(lines: readonly string[], forms: readonly EvaluationForm[]): string[] {
  const rest = [...lines]
  for (const { from, to } of forms) rest.fill('', from, to + 1)
  return rest
}
