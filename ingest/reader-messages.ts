import { z } from 'zod'
import type { ParsedDocument } from './domain/parsed-document.ts'
import { PROBLEMS, type ProblemCode } from './domain/problem.ts'

/** What the worker is asked to read. */
export const readRequestSchema = z.object({
  bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array),
  file: z.string(),
  /** Pages to leave out, from 1. */
  skip: z.array(z.number().int()),
})
export type ReadRequest = z.infer<typeof readRequestSchema>

const isObject = (value: unknown) => typeof value === 'object' && value !== null

/** What the worker says. A document comes from our own readers and is checked where it is stored. */
export const workerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun') }),
  z.object({ kind: z.literal('page'), page: z.number().int(), of: z.number().int() }),
  /** A page turns out to be a picture, which takes longer. */
  z.object({ kind: z.literal('picture'), page: z.number().int() }),
  z.object({ kind: z.literal('read'), document: z.custom<ParsedDocument>(isObject) }),
  z.object({
    kind: z.literal('refused'),
    code: z.custom<ProblemCode>((code) => typeof code === 'string' && Object.hasOwn(PROBLEMS, code)),
    message: z.string(),
  }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
])
export type WorkerMessage = z.infer<typeof workerMessageSchema>
