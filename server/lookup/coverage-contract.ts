import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'
import { roleSchema } from '../../ingest/domain/table.ts'

const coveredDocumentSchema = documentRecordSchema
  .pick({
    id: true,
    title: true,
    file: true,
    organization: true,
    level: true,
    fiscalYear: true,
    basis: true,
    facts: true,
    understood: true,
  })
  .extend({
    warnings: z.number().int(),
    findings: z.number().int().describe('How many things in it do not agree.'),
    contradictions: z.number().int().describe('How many of them are contradictions.'),
    tables: z
      .array(z.object({ role: roleSchema, state: z.enum(['held', 'empty']), id: z.string() }))
      .describe('What its tables are about; "empty": declared so by a note. A role that is not here is absent.'),
  })
export type CoveredDocument = z.infer<typeof coveredDocumentSchema>

export const coverageResponseSchema = z.object({
  documents: z.array(coveredDocumentSchema).describe('By organisation, then fiscal year.'),
})
export type CoverageResponse = z.infer<typeof coverageResponseSchema>
