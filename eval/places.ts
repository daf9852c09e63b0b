import type { Evidence } from './gold.ts'
import type { Sources } from './sources.ts'

/** Lines of a source file, 1-based, both ends included. */
export interface Place {
  readonly file: string
  readonly from: number
  readonly to: number
}

/** Where the evidence stands; what is in no text that is held (a page of a PDF, another corpus) is left out. */
export function placesOf(evidence: readonly Evidence[], sources: Sources): Place[] {
  return evidence.flatMap(({ doc, lines }) => {
    const file = sources.fileOf(doc)
    return file === null || lines === undefined ? [] : [{ file, from: lines[0], to: lines[1] }]
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
