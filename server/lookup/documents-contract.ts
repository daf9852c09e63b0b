import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'
import { siteSchema } from '../../ingest/domain/place.ts'
import { cellSchema, rowSchema, tableSchema } from '../../ingest/domain/table.ts'

export const documentsResponseSchema = z.object({ documents: z.array(documentRecordSchema) })
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>

const rangeSchema = z.tuple([z.number().int().positive(), z.number().int().positive()])
const summaryFrameSchema = tableSchema
  .pick({ id: true, number: true, title: true, role: true, unit: true, project: true })
  .extend({ rows: z.number().int(), columns: z.number().int() })

/** A table without its cells; where it begins and ends: lines, pages, cells of a sheet, or paragraphs. */
export const tableSummarySchema = z.union([
  summaryFrameSchema.extend({ lines: rangeSchema }),
  summaryFrameSchema.extend({ pages: rangeSchema }),
  summaryFrameSchema.extend({ sheet: z.string(), cells: z.tuple([z.string(), z.string()]) }),
  summaryFrameSchema.extend({ paragraphs: rangeSchema }),
])
export type TableSummary = z.infer<typeof tableSummarySchema>

const placed = { source: siteSchema }
/** A table; what it says stands in a box on a page, in a cell, in a paragraph, or on lines of the file. */
export const publishedTableSchema = tableSchema.extend({
  rows: z.array(rowSchema.extend(placed)),
  cells: z.array(cellSchema.extend(placed)),
  emptyNote: z.object({ text: z.string(), ...placed }).nullable(),
  ...placed,
})
export type PublishedTable = z.infer<typeof publishedTableSchema>

export const documentResponseSchema = z.object({ document: documentRecordSchema, tables: z.array(tableSummarySchema) })
export type DocumentResponse = z.infer<typeof documentResponseSchema>

export const tableQuerySchema = z.strictObject({ format: z.enum(['json', 'csv', 'xlsx']).default('json') })

export const readinessSchema = z.object({
  status: z.literal('ready'),
  version: z.string().describe('Version of the index that is served.'),
  documents: z.number().int(),
})

export const livenessSchema = z.object({ status: z.literal('ok') })
