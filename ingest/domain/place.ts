import { z } from 'zod'

/**
 * Where a line of a document's text is printed, in formats whose lines are not those of the file. A reader of such a
 * format writes the text down line by line (a cell a line, a printed line of prose a line), and tells the place of each.
 */
export const placeSchema = z.object({
  kind: z.literal('page'),
  /** 1-based. */
  page: z.number().int().positive(),
  /** Left, top, right, bottom in points (1/72 inch) from the top left corner of the page as it is shown. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})
export type Place = z.infer<typeof placeSchema>
