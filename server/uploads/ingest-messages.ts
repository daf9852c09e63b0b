import { z } from 'zod'
import { documentRecordSchema } from '../../ingest/domain/document.ts'
import { PROBLEMS, type ProblemCode } from '../../ingest/domain/problem.ts'

const problemCodeSchema = z.custom<ProblemCode>((code) => typeof code === 'string' && Object.hasOwn(PROBLEMS, code))

const givenFileSchema = z.object({
  path: z.string(),
  name: z.string(),
  shown: z.string(),
  sameName: z.enum(['replaced', 'kept']),
  sameDisclosure: z.enum(['replaced', 'kept']),
})

/** What the process that builds the index is asked to do. */
export const ingestOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ingest'), dataDir: z.string(), files: z.array(givenFileSchema) }),
  z.object({ kind: z.literal('remove'), dataDir: z.string(), id: z.string() }),
])
export type IngestOrder = z.infer<typeof ingestOrderSchema>

const eventSchema = z.object({
  stage: z.enum(['read', 'parse', 'embed', 'write']),
  file: z.string().nullable(),
  path: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
})

const reportSchema = z.object({
  documents: z.array(
    z.object({
      file: z.string(),
      path: z.string(),
      status: z.enum(['ingested', 'unchanged', 'replaced']),
      record: documentRecordSchema,
      versions: z.array(z.object({ id: z.string(), title: z.string(), file: z.string(), replaced: z.boolean() })),
    }),
  ),
  refused: z.array(z.object({ file: z.string(), path: z.string(), code: problemCodeSchema, reason: z.string() })),
  version: z.string().nullable(),
})

/** What it says: any number of events, then one of the others. */
export const ingestReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), event: eventSchema }),
  z.object({ kind: z.literal('report'), report: reportSchema }),
  z.object({ kind: z.literal('removed') }),
  z.object({ kind: z.literal('problem'), code: problemCodeSchema, message: z.string() }),
])
export type IngestReply = z.infer<typeof ingestReplySchema>
