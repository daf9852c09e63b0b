import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'
import { placeSchema } from '../../ingest/domain/place.ts'
import { sourceSchema } from '../../ingest/domain/source.ts'
import { cellSchema, rowSchema, tableSchema } from '../../ingest/domain/table.ts'

export const documentsResponseSchema = z.object({ documents: z.array(documentRecordSchema) })
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>

const rangeSchema = z.tuple([z.number().int().positive(), z.number().int().positive()])
const summaryFrameSchema = tableSchema
  .pick({ id: true, number: true, title: true, role: true, unit: true, project: true })
  .extend({ rows: z.number().int(), columns: z.number().int() })

/** A table without its cells; first and last line in a text, first and last page in a document of pages. */
export const tableSummarySchema = z.union([
  summaryFrameSchema.extend({ lines: rangeSchema }),
  summaryFrameSchema.extend({ pages: rangeSchema }),
])
export type TableSummary = z.infer<typeof tableSummarySchema>

const publishedSourceSchema = z.union([sourceSchema, placeSchema])
export type PublishedSource = z.infer<typeof publishedSourceSchema>

const placed = { source: publishedSourceSchema }
/** A table; what is read from pages stands in a box on a page, what is read from a text on lines. */
export const publishedTableSchema = tableSchema.extend({
  rows: z.array(rowSchema.extend(placed)),
  cells: z.array(cellSchema.extend(placed)),
  emptyNote: z.object({ text: z.string(), ...placed }).nullable(),
  ...placed,
})
export type PublishedTable = z.infer<typeof publishedTableSchema>

export const documentResponseSchema = z.object({ document: documentRecordSchema, tables: z.array(tableSummarySchema) })
export type DocumentResponse = z.infer<typeof documentResponseSchema>

export const tableQuerySchema = z.strictObject({ format: z.enum(['json', 'csv']).default('json') })

export const readinessSchema = z.object({
  status: z.literal('ready'),
  version: z.string().describe('Version of the index that is served.'),
  documents: z.number().int(),
})

export const livenessSchema = z.object({ status: z.literal('ok') })
