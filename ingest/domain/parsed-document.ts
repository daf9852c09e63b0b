import type { Chunk } from './chunk.ts'
import type { DocumentRecord } from './document.ts'
import type { Fact } from './fact.ts'
import type { DocumentChecks } from './finding.ts'
import type { Place } from './place.ts'
import type { Table } from './table.ts'

/** Everything ingest knows of one document: what the store takes in and gives back whole. */
export interface ParsedDocument {
  readonly record: DocumentRecord
  /** The decoded text, line by line; element 0 is line 1. */
  readonly lines: readonly string[]
  /** Where each line is printed; null where the lines are those of the file. */
  readonly places: readonly Place[] | null
  readonly tables: readonly Table[]
  readonly facts: readonly Fact[]
  readonly chunks: readonly Chunk[]
  /** What of the document does not agree with itself. */
  readonly checks: DocumentChecks
}
