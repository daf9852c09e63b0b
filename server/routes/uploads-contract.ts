import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'

const versionSchema = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  replaced: z.boolean().describe('Whether the uploaded file took its place; else both are held.'),
})

/** What became of the files of an upload. */
export const uploadReportSchema = z.object({
  documents: z.array(
    z.object({
      file: z.string().describe('The name it is held under; a number is added to a name that another document has.'),
      status: z.enum(['ingested', 'unchanged', 'replaced']),
      document: documentRecordSchema,
      versions: z
        .array(versionSchema)
        .describe('Other documents of the same organisation, level, fiscal year and basis.'),
    }),
  ),
  refused: z.array(
    z.object({ file: z.string(), code: z.string(), reason: z.string().describe('What is wrong and what to do.') }),
  ),
  version: z.string().nullable().describe('Version of the index now served.'),
})
export type UploadReport = z.infer<typeof uploadReportSchema>

/** An event "status" of an upload's stream; the others are "report" and "error" (problem details). */
export const uploadStatusSchema = z.object({
  stage: z.enum(['waiting', 'reading', 'indexing']),
  file: z.string().nullable(),
  done: z.number().int().describe('Pages read, texts embedded, documents ahead.'),
  total: z.number().int(),
})

export const documentPathSchema = z.object({ id: z.string() })

/** What a form says beside its files. */
export const uploadFieldsSchema = z.strictObject({
  onDuplicate: z.enum(['keep', 'replace']).default('keep'),
})
