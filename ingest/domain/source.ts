import { z } from 'zod'

/**
 * Where a thing is printed in a text file: 1-based, inclusive line numbers of the ingested file.
 * Other formats (PDF page and box, sheet and cell) become further members of this union.
 */
export const sourceSchema = z.object({
  kind: z.literal('lines'),
  from: z.number().int().positive(),
  to: z.number().int().positive(),
})
export type Source = z.infer<typeof sourceSchema>

/** The contract allows a citation to span at most this many lines. */
export const MAX_CITED_LINES = 20

/** A source of lines `from` to `to` (1-based, inclusive), cut to what a citation may span. */
export function lines(from: number, to: number = from): Source {
  return { kind: 'lines', from, to: Math.min(Math.max(from, to), from + MAX_CITED_LINES - 1) }
}

/** As {@link lines}, but cut at its beginning: for a figure that stands at the end of the words that name it. */
export function linesUpTo(from: number, to: number): Source {
  return lines(Math.max(from, to - MAX_CITED_LINES + 1), to)
}
