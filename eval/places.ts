import type { Evidence } from './gold.ts'
import type { Sources } from './sources.ts'

/** Lines (or pages) of a source file, 1-based, both ends included. */
export interface Place {
  readonly file: string
  readonly from: number
  readonly to: number
}

/** Where the evidence stands, by its lines or by its pages; what has none, or is in no file that is held, is left out. */
export function placesOf(evidence: readonly Evidence[], sources: Sources, by: 'lines' | 'pages' = 'lines'): Place[] {
  return evidence.flatMap(({ doc, [by]: range }) => {
    const file = sources.fileOf(doc)
    return file === null || range === undefined ? [] : [{ file, from: range[0], to: range[1] }]
  })
}

/** Whether a passage shares a line with one of the places. */
export function isAmong(passage: Place, places: readonly Place[]): boolean {
  return places.some(({ file, from, to }) => passage.file === file && passage.from <= to && passage.to >= from)
}

/** The rank, from 1, of the first passage that shares a line with one of the places; null where none does. */
export function rankOfEvidence(passages: readonly Place[], places: readonly Place[]): number | null {
  const at = passages.findIndex((passage) => isAmong(passage, places))
  return at < 0 ? null : at + 1
}
