import type { SumFinding } from './checks/sum-finding.ts'
import { tableSums } from './checks/table-sums.ts'
import type { Doubt } from './inspection/doubt.ts'
import { findDoubts } from './inspection/find-doubts.ts'
import { type Parse, parseDocument } from './parse.ts'
import { lookAtPdf, type PageLook } from './read/pdf/look-at-pdf.ts'
import { formatOf } from './read/reader.ts'

export type { Field, SumFinding, SumRelation } from './checks/sum-finding.ts'
export type { Doubt } from './inspection/doubt.ts'
export type { Parse } from './parse.ts'
export type { PageLook } from './read/pdf/look-at-pdf.ts'

/** What was read of a file, beside what a person needs to hold it against the file. */
export interface Inspection {
  readonly file: string
  readonly parse: Parse
  /** Null where the lines are those of the file. */
  readonly pages: readonly PageLook[] | null
  /** Of all tables. */
  readonly sums: readonly SumFinding[]
  readonly doubts: readonly Doubt[]
}

/** Reads a file as an ingest does, and tells what of it is in doubt. Throws the Problems of an ingest. */
export async function inspectFile(bytes: Uint8Array, file: string): Promise<Inspection> {
  const parse = await parseDocument(bytes, file)
  const pages = formatOf(bytes) === 'pdf' ? await lookAtPdf(bytes, file) : null
  const sums = parse.tables.flatMap((table) => tableSums(table, parse.identity.organization))
  return { file, parse, pages, sums, doubts: findDoubts(parse, sums, pages) }
}
