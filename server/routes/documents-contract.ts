import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'
import { tableSchema } from '../../ingest/domain/table.ts'

export const documentsResponseSchema = z.object({ documents: z.array(documentRecordSchema) })
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>

/** A table without its cells. */
export const tableSummarySchema = tableSchema
  .pick({ id: true, number: true, title: true, role: true, unit: true, project: true })
  .extend({
    rows: z.number().int(),
    columns: z.number().int(),
    lines: z.tuple([z.number().int().positive(), z.number().int().positive()]),
  })
export type TableSummary = z.infer<typeof tableSummarySchema>

export const documentResponseSchema = z.object({ document: documentRecordSchema, tables: z.array(tableSummarySchema) })
export type DocumentResponse = z.infer<typeof documentResponseSchema>

export const tableQuerySchema = z.strictObject({ format: z.enum(['json', 'csv']).default('json') })

export const readinessSchema = z.object({
  status: z.literal('ready'),
  version: z.string().describe('Version of the index that is served.'),
  documents: z.number().int(),
})

export const livenessSchema = z.object({ status: z.literal('ok') })
