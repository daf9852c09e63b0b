import { z } from 'zod'
import { cellPosition } from '../../ingest/domain/cell-name.ts'
import { MAX_CITED_LINES } from '../../ingest/domain/source.ts'
import type { CitedText } from '../web/source-view.ts'

const NO_BOX = 'must be four numbers like 90.5,120,200,134.25: left, top, right, bottom'
const NO_LINES = `must be two line numbers like 214-216, at most ${MAX_CITED_LINES} lines`

/**
 * Query of the source viewer: `?lines=214-216&raw=3.50&nth=2`, or `?page=12&box=90.5,120,200,134&raw=3.50` in a document
 * of pages, `?sheet=…&cell=C14` in a workbook, `?paragraph=12` in a Word file. Other parameters are none of its business.
 */
export const sourceQuerySchema = z.object({
  lines: z
    .string()
    .regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/, NO_LINES)
    .transform((text) => text.split('-').map(Number))
    .pipe(z.tuple([z.number(), z.number()]))
    .refine(([from, to]) => from <= to && to - from < MAX_CITED_LINES, NO_LINES)
    .optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
  box: z
    .string()
    .regex(/^-?\d{1,6}(?:\.\d{1,6})?(?:,-?\d{1,6}(?:\.\d{1,6})?){3}$/, NO_BOX)
    .transform((text) => text.split(',').map(Number))
    .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
    .optional()
    .describe('In points from the top left corner of the page.'),
  sheet: z.string().max(200).optional(),
  cell: z
    .string()
    .refine((name) => cellPosition(name) !== null, 'must be a cell like C14')
    .optional(),
  paragraph: z.coerce.number().int().min(1).max(10_000_000).optional(),
  raw: z.string().max(500).optional().describe('The text to mark in the cited lines.'),
  nth: z.coerce.number().int().min(1).optional().describe('Which of several places of the text is meant.'),
  table: z.string().max(200).optional().describe('The table to show beside the source.'),
  language: z.enum(['zh', 'en']).optional(),
})

type SourceQuery = z.infer<typeof sourceQuerySchema>

/** A page without a box is cited whole, and a sheet without a cell not at all. */
function siteOf({ lines, page, box, sheet, cell, paragraph }: SourceQuery): CitedText['site'] | null {
  if (page !== undefined) return box ? { kind: 'page', page, box } : { kind: 'whole-page', page }
  if (sheet !== undefined && cell !== undefined) return { kind: 'cell', sheet, cell }
  if (paragraph !== undefined) return { kind: 'paragraph', paragraph }
  return lines ? { kind: 'lines', from: lines[0], to: lines[1] } : null
}

/** What a link to the source viewer cites; null where it cites nothing. */
export function citedText(query: SourceQuery): CitedText | null {
  const site = siteOf(query)
  return site && { site, raw: query.raw ?? null, nth: query.nth ?? null }
}
