import type { Fact } from '../domain/fact.ts'
import type { ImageReading } from '../domain/image-reading.ts'
import type { Place } from '../domain/place.ts'
import { statesTheSame } from '../domain/same-statement.ts'
import type { Table } from '../domain/table.ts'
import { borneOut, type LineConfidence, legible } from './borne-out.ts'

/** What of a document is held against the images that it was read from. */
export interface ReadDocumentParts {
  readonly lines: readonly string[]
  /** Null where the lines are those of the file. */
  readonly places: readonly Place[] | null
  readonly tables: readonly Table[]
  readonly facts: readonly Fact[]
  /** Whose document it is. */
  readonly organization: string
}

/**
 * The facts, those marked that were read from an image: each with how surely, and with what bears it out. A figure of a
 * table is borne out by a sum of the table, one of a sentence by a figure of a table that states the same.
 */
export function withImageReadings({ lines, places, tables, facts, organization }: ReadDocumentParts): Fact[] {
  const confidenceOf: LineConfidence = (line) => places?.[line - 1]?.confidence ?? null
  if (!places?.some(({ confidence }) => confidence !== undefined)) return [...facts]
  const proofs = new Map(tables.flatMap((table) => [...proofsOf(table, lines, organization, confidenceOf)]))
  const marked = facts.map((fact): Fact => {
    const confidence = leastConfidence(fact, confidenceOf)
    if (confidence === null) return fact
    const proof = fact.origin === 'cell' ? (proofs.get(fact.source.from) ?? null) : null
    return { ...fact, image: { confidence, proof } }
  })
  const proven = marked.filter(({ origin, image }) => origin === 'cell' && (!image || image.proof))
  return marked.map((fact) => {
    if (!fact.image || fact.image.proof || fact.origin !== 'sentence') return fact
    const same = proven.find((other) => statesTheSame(fact, other))
    return same ? { ...fact, image: { ...fact.image, proof: { kind: 'fact', id: same.id } } } : fact
  })
}

function leastConfidence({ source: { from, to } }: Fact, confidenceOf: LineConfidence): number | null {
  const lines = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const read = lines.flatMap((line) => confidenceOf(line) ?? [])
  return read.length === 0 ? null : Math.min(...read)
}

/** By line, what bears out the figures of a table of which one knows what they are. */
function proofsOf(
  table: Table,
  lines: readonly string[],
  organization: string,
  confidenceOf: LineConfidence,
): Map<number, NonNullable<ImageReading['proof']>> {
  if (!table.cells.some(({ source }) => confidenceOf(source.from) !== null)) return new Map()
  const sums = borneOut(table, organization, confidenceOf)
  const isLegible = legible(table, lines, confidenceOf)
  return new Map(
    table.cells.flatMap(({ row, column, source }) => {
      const addition = sums.get(source.from)
      return addition && isLegible({ row, column }) ? [[source.from, { kind: 'sum', addition }]] : []
    }),
  )
}
