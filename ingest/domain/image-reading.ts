import { z } from 'zod'
import { compareDecimals, decimal, sumDecimals } from './amount.ts'

const lineSchema = z.number().int().positive()

/** A sum that a table prints, by the lines of its figures: each prints one, and none of them is zero. */
const additionSchema = z.object({
  whole: lineSchema,
  /** One where the whole has a single part, of which it is a copy. */
  parts: z.array(lineSchema).min(1),
})
export type Addition = z.infer<typeof additionSchema>

/** How a figure was read that its file holds as an image only. */
export const imageReadingSchema = z.object({
  /** How sure its reader was, 0 to 100. */
  confidence: z.number().int().min(0).max(100),
  /** What bears it out: a sum that it takes part in, or a fact that states the same and is borne out itself; null without any. */
  proof: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('sum'), addition: additionSchema }),
      z.object({ kind: z.literal('fact'), id: z.string() }),
    ])
    .nullable(),
})
export type ImageReading = z.infer<typeof imageReadingSchema>

/**
 * Whether an addition comes out to the last digit, and bears out the figure of a line: it takes part, is not zero, and no
 * line stands for two. `figureOn` gives the one figure that a line prints, as a plain decimal.
 */
export function bearsOut({ whole, parts }: Addition, line: number, figureOn: (line: number) => string | null): boolean {
  const members = [whole, ...parts]
  if (!members.includes(line) || new Set(members).size < members.length) return false
  const [sum, ...addends] = members.flatMap((member) => figureOn(member) ?? []).map(decimal)
  if (sum === undefined || addends.length < parts.length) return false
  if ([sum, ...addends].some(({ digits }) => digits === 0n)) return false
  return compareDecimals(sumDecimals(addends), sum) === 0
}
