import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'
import {
  answerSchema,
  askRequestSchema,
  checksQuerySchema,
  checksResponseSchema,
  citationSchema,
  factsQuerySchema,
  factsResponseSchema,
  figureSchema,
  noticeSchema,
  problemSchema,
  publishedFactSchema,
  publishedFindingSchema,
} from '../answer/contract.ts'
import { coverageResponseSchema } from '../lookup/coverage-contract.ts'
import {
  documentResponseSchema,
  documentsResponseSchema,
  livenessSchema,
  publishedTableSchema,
  readinessSchema,
  tableQuerySchema,
} from '../lookup/documents-contract.ts'
import {
  chatCompletionSchema,
  chatRequestSchema,
  modelSchema,
  modelsSchema,
  openaiErrorSchema,
} from '../openai/contract.ts'
import { slipSchema } from '../slip/slip.ts'
import { uploadReportSchema, uploadStatusSchema } from './uploads-contract.ts'

/** The schemas of the contract under the names they have in the OpenAPI document. */
export const COMPONENTS = {
  AskRequest: askRequestSchema,
  Answer: answerSchema,
  Figure: figureSchema,
  Citation: citationSchema,
  Notice: noticeSchema,
  Fact: publishedFactSchema,
  Facts: factsResponseSchema,
  Finding: publishedFindingSchema,
  Checks: checksResponseSchema,
  Document: documentRecordSchema,
  Documents: documentsResponseSchema,
  Coverage: coverageResponseSchema,
  DocumentWithTables: documentResponseSchema,
  Table: publishedTableSchema,
  ChatRequest: chatRequestSchema,
  ChatCompletion: chatCompletionSchema,
  Model: modelSchema,
  Models: modelsSchema,
  OpenaiError: openaiErrorSchema,
  Slip: slipSchema,
  UploadReport: uploadReportSchema,
  UploadStatus: uploadStatusSchema,
  Liveness: livenessSchema,
  Readiness: readinessSchema,
  Problem: problemSchema,
} as const

export type ComponentName = keyof typeof COMPONENTS

/** JSON schemas of the components; one inside another is a reference. */
export function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-2020-12', uri: reference })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  )
}

export function reference(id: string): string {
  return `#/components/schemas/${id}`
}

export const QUERIES = { facts: factsQuerySchema, checks: checksQuerySchema, table: tableQuerySchema } as const

/** The parameters of a query string, from its schema. */
export function queryParameters(query: keyof typeof QUERIES): object[] {
  const { properties = {} } = z.toJSONSchema(QUERIES[query])
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}
