import { z } from 'zod'

/**
 * Where a thing is printed: 1-based, inclusive numbers of the document's lines. In a document of pages these are the lines
 * that its reader wrote down; where each of them is printed, its places tell.
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
