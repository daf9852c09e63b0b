import { z } from 'zod'
import { amountSchema } from './amount.ts'
import { basisSchema, levelSchema } from './document.ts'
import { imageReadingSchema } from './image-reading.ts'
import { sourceSchema } from './source.ts'
import { roleSchema } from './table.ts'

/** What sort of figure: a sum, its change, its rate of change, a share, a number of things, a target, a result, a score. */
export const factKindSchema = z.enum(['level', 'change', 'rate', 'share', 'count', 'target', 'actual', 'score'])
export type FactKind = z.infer<typeof factKindSchema>

/** What is measured. */
export const measureSchema = z.object({
  /** Name of the very thing measured, normalised; the national name where a code or synonym settles it. */
  name: z.string().min(1),
  classification: z.enum(['functional', 'economic']).nullable(),
  code: z.string().nullable(),
})
export type Measure = z.infer<typeof measureSchema>

/** Of which money a figure speaks: 全口径, 一般公共预算/财政拨款, 政府性基金, 国有资本经营; null where it cannot be said. */
export const fundSchema = z.enum(['all', 'general', 'government_fund', 'state_capital'])
export type Fund = z.infer<typeof fundSchema>

/** The facet of a figure that is one of several under one name, whose whole no row prints. */
export const PART = '分项'

/** A figure with its meaning. Facts from cells and facts from sentences have this one shape. */
export const factSchema = z.object({
  /** Unique within the corpus: document id, "-f", running number. */
  id: z.string(),
  documentId: z.string(),
  organization: z.string(),
  level: levelSchema.nullable(),
  fiscalYear: z.number().int().nullable(),
  basis: basisSchema.nullable(),
  /** 年初预算 or 全年(调整)预算, where final accounts quote the budget. */
  stage: z.enum(['initial', 'adjusted']).nullable(),
  kind: factKindSchema,
  comparator: z.enum(['=', '<=', '>=']).nullable(),
  direction: z.enum(['up', 'down', 'flat']).nullable(),
  measure: measureSchema,
  /** Names that contain the measure, outermost first: parent rows, 类 and 款, indicator levels. */
  parents: z.array(z.string()),
  /** The column's own word where it narrows the measure (基本支出, 人员经费); [] for a total column. */
  facet: z.array(z.string()),
  project: z.string().nullable(),
  role: roleSchema,
  fund: fundSchema.nullable(),
  /** Whether the figure is a total over its table or section (its measure then names what is totalled). */
  total: z.boolean(),
  amount: amountSchema,
  /** For shares: of what (占…的); for sums: for each of what (每人每年); for changes: against what, where said (上年执行数). */
  of: z.string().nullable(),
  /** "declared": no cell, but a note that says there is none; the amount is then 0. "reason": mentioned in passing, in a reason. */
  origin: z.enum(['cell', 'sentence', 'form', 'declared', 'reason']),
  tableId: z.string().nullable(),
  /** Row and column header path as printed, for cells. */
  row: z.array(z.string()),
  column: z.array(z.string()),
  /** Section headings above, outermost first. */
  section: z.array(z.string()),
  /** The row or sentence around it. */
  quote: z.string(),
  source: sourceSchema,
  /** How it was read, where its file holds it as an image only. */
  image: imageReadingSchema.optional(),
})
export type Fact = z.infer<typeof factSchema>
