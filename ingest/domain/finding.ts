import { z } from 'zod'
import { sourceSchema } from './source.ts'

/** The same words in both languages. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof bilingualSchema>

/**
 * What became of figures or words that should agree: they contradict each other; they differ as rounding may make them
 * differ; they differ and speak of different scopes, or may; or our own reading of the place is in doubt.
 */
export const verdictSchema = z.enum(['contradiction', 'rounding', 'scope', 'unreadable'])
export type Verdict = z.infer<typeof verdictSchema>

/** A field of a table: indices into its rows and columns. */
export const fieldSchema = z.object({ row: z.number().int(), column: z.number().int() })
export type Field = z.infer<typeof fieldSchema>

/** Where a figure or wording that takes part in a finding stands. */
export const findingPlaceSchema = z.object({
  documentId: z.string(),
  /** The table that prints it, with its row and column; null in running text. */
  tableId: z.string().nullable(),
  /** Where in the table; null where the cell was not kept as one. */
  field: fieldSchema.nullable(),
  row: z.array(z.string()),
  column: z.array(z.string()),
  /** Exactly as printed. */
  raw: z.string().min(1),
  /** The row or sentence around it. */
  quote: z.string(),
  source: sourceSchema,
})
export type FindingPlace = z.infer<typeof findingPlaceSchema>

/** Something in a document that does not agree with something else in it, or in another one of the same unit. */
export const findingSchema = z.object({
  /** Document id, "-k", and a digest of the rule and its places' words: the same at each ingest of the same file. */
  id: z.string(),
  documentId: z.string(),
  /** Code of the rule. */
  rule: z.string(),
  /** What the rule holds against what, in a few words. */
  title: bilingualSchema,
  verdict: verdictSchema,
  /** Whether it is a slip of wording or typing. */
  minor: z.boolean(),
  message: bilingualSchema,
  /** The figures or words that do not agree, as printed, and what they should be where that can be told. */
  values: z.array(z.string()),
  /** The arithmetic in words; "" where there is none. */
  computed: z.string(),
  /** What would make it right; null where that cannot be told. */
  remedy: bilingualSchema.nullable(),
  /** Every place that takes part, the likely culprit first. */
  places: z.array(findingPlaceSchema).min(1),
})
export type Finding = z.infer<typeof findingSchema>

/** What the checks of a document came to. */
export const documentChecksSchema = z.object({
  findings: z.array(findingSchema),
  /** How often each rule could be tried, by its code. */
  applied: z.record(z.string(), z.number().int()),
})
export type DocumentChecks = z.infer<typeof documentChecksSchema>
