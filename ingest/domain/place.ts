import { z } from 'zod'
import { cellPosition } from './cell-name.ts'
import { sourceSchema } from './source.ts'

const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** Left, top, right, bottom in points (1/72 inch) from the top left corner of the page as it is shown. */
export type Box = z.infer<typeof boxSchema>

const pageSchema = z.object({
  kind: z.literal('page'),
  /** 1-based. */
  page: z.number().int().positive(),
  box: boxSchema,
})
const cellSchema = z.object({
  kind: z.literal('cell'),
  /** Name of the sheet. */
  sheet: z.string(),
  /** As Excel names it, "C14"; of merged cells the one at the top left. */
  cell: z.string().refine((name) => cellPosition(name) !== null, 'must be a cell like C14'),
})
const paragraphSchema = z.object({
  kind: z.literal('paragraph'),
  /** 1-based, those in tables counted as they come. */
  paragraph: z.number().int().positive(),
})
const lineSchema = z.object({
  kind: z.literal('line'),
  /** 1-based, of the file's decoded text. */
  line: z.number().int().positive(),
})

/** Of a line that was read from an image: how sure its reader is, 0 to 100. Left out where the file holds its text. */
const fromImage = { confidence: z.number().int().min(0).max(100).optional() }

/**
 * Where a line of a document's text is printed, in formats whose lines are not those of the file: on a page of a PDF, in a
 * cell of a sheet, in a paragraph of a Word file, on a line of marked-up text. A reader of such a format writes the text
 * down line by line (a cell a line, a printed line or paragraph of prose a line), and tells the place of each.
 */
export const placeSchema = z.discriminatedUnion('kind', [
  pageSchema.extend(fromImage),
  cellSchema.extend(fromImage),
  paragraphSchema.extend(fromImage),
  lineSchema.extend(fromImage),
])
export type Place = z.infer<typeof placeSchema>
export type PagePlace = Extract<Place, { kind: 'page' }>

/** What people are shown as the place of a text: as a {@link Place}, but for lines, of which they are shown several at once. */
export const siteSchema = z.union([pageSchema, cellSchema, paragraphSchema, sourceSchema])
export type Site = z.infer<typeof siteSchema>

/** Whether two sites are one. */
export function isSameSite(a: Site, b: Site): boolean {
  if (a.kind === 'page') return b.kind === 'page' && a.page === b.page && a.box.every((edge, at) => edge === b.box[at])
  if (a.kind === 'cell') return b.kind === 'cell' && a.sheet === b.sheet && a.cell === b.cell
  if (a.kind === 'paragraph') return b.kind === 'paragraph' && a.paragraph === b.paragraph
  return b.kind === 'lines' && a.from === b.from && a.to === b.to
}

/** The page of a place; null where it is not on a page. */
export function pageOf(place: Place | null | undefined): number | null {
  return place?.kind === 'page' ? place.page : null
}

/** The smallest box around all of them. Throws RangeError where there is none. */
export function boxAround([first, ...others]: readonly Box[]): Box {
  if (!first) throw new RangeError('No box around nothing')
  return others.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  )
}
