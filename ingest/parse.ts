import { createHash } from 'node:crypto'
import { withImageReadings } from './checks/image-readings.ts'
import type { Block, HeadingBlock } from './domain/block.ts'
import type { Identity, Warning } from './domain/document.ts'
import type { Fact } from './domain/fact.ts'
import type { Place } from './domain/place.ts'
import { Problem } from './domain/problem.ts'
import type { Table } from './domain/table.ts'
import { type EvaluationForm, findEvaluationForms } from './facts/evaluation-form.ts'
import { extractFacts, type PlacedParagraph, placeParagraphs } from './facts/extract.ts'
import { readIdentity } from './facts/identity.ts'
import type { PageWatch } from './read/pdf/read-pages.ts'
import { readFileContent, type TextFile, type TranscribedFile } from './read/reader.ts'
import { readText } from './read/text.ts'
import { buildTables } from './tables/build.ts'

/** Raised with every change that would give the same file other facts: older parses are then done anew. */
export const PARSER_VERSION = 21

/** A document read and understood, before it is cut into chunks and stored. */
export interface Parse {
  readonly id: string
  readonly sha256: string
  readonly encoding: string
  readonly lines: readonly string[]
  /** Where each line is printed; null where the lines are those of the file. */
  readonly places: readonly Place[] | null
  /** Lines that are one cell of a table each; in a text, a line may hold many, and none is told. */
  readonly cellLines: ReadonlySet<number>
  /** What the reader could not read. */
  readonly warnings: readonly Warning[]
  readonly identity: Identity
  readonly headings: readonly HeadingBlock[]
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
export async function parseDocument(bytes: Uint8Array, file: string, watch: PageWatch = {}): Promise<Parse> {
  const sha256 = hashOf(bytes)
  const id = documentId(sha256)
  const read = await readFileContent(bytes, file, watch)
  const { lines, encoding, places } = read
  const cellLines = cellLinesOf(read)
  const identity = readIdentity(lines, cellLines)
  const { blocks, ...parts } = read.places === null ? textParts(read, identity) : transcribedParts(read)
  const tables = buildTables(blocks, id, [identity.organization, ...identity.aliases])
  const paragraphs = placeParagraphs(blocks)
  const facts = extractFacts({ documentId: id, identity, paragraphs, tables, forms: parts.forms })
  if (facts.length === 0) throw new Problem('no-figures', `${file}: neither a table nor a figure was recognised.`)
  const headings = blocks.filter((block) => block.kind === 'heading')
  const printed = {
    encoding,
    lines,
    places,
    cellLines,
    headings,
    paragraphs,
    ...parts,
    tables: tables.map(({ table }) => table),
  }
  const marked = withImageReadings({ ...printed, facts, organization: identity.organization })
  return { id, sha256, ...printed, identity, facts: marked }
}

function cellLinesOf(read: TextFile | TranscribedFile): ReadonlySet<number> {
  const blocks = read.places === null ? [] : read.blocks
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : []))
  return new Set(cells.map(({ line }) => line))
}

interface ReadParts extends Pick<Parse, 'forms' | 'warnings'> {
  readonly blocks: readonly Block[]
}

function textParts({ lines }: TextFile, identity: Identity): ReadParts {
  const forms = findEvaluationForms(lines, identity)
  return { blocks: readText(withoutForms(lines, forms)), forms, warnings: [] }
}

/** Forms are grids there as other tables are: their cells are not torn. */
function transcribedParts({ blocks, warnings }: TranscribedFile): ReadParts {
  return { blocks, forms: [], warnings }
}

/** The lines with those of torn forms blanked: line numbers stay, and no paragraph takes their fragments in. */
function withoutForms(lines: readonly string[], forms: readonly EvaluationForm[]): string[] {
  const rest = [...lines]
  for (const { from, to } of forms) rest.fill('', from, to + 1)
  return rest
}
