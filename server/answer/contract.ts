import { z } from 'zod'
import { bilingualSchema, verdictSchema } from '../../ingest/domain/finding.ts'

/** The one source of the HTTP contract: validation, types, the OpenAPI page and the tests derive from these schemas. */
export const languageSchema = z.enum(['zh', 'en'])
export type Language = z.infer<typeof languageSchema>

export const askRequestSchema = z.strictObject({
  question: z.string().trim().min(1).max(2000).describe('The question, 1 to 2000 characters, Chinese or English.'),
  conversationId: z.string().max(200).optional(),
  language: languageSchema.optional().describe('Language of the answer; that of the question unless given.'),
  organization: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Answers from the documents of this organisation only, by its name or any of its other names.'),
  mode: z.enum(['auto', 'offline']).optional().describe('"offline" never uses a language model.'),
})
export type AskRequest = z.infer<typeof askRequestSchema>

const kindSchema = z.enum(['level', 'change', 'rate', 'share', 'count', 'target', 'actual', 'score'])
const basisSchema = z.enum(['budget', 'final_accounts'])

const citationFrameSchema = z.object({
  id: z.number().int().positive(),
  documentId: z.string(),
  document: z.string(),
  file: z.string(),
  kind: z.enum(['cell', 'text']),
  table: z.object({ id: z.string(), number: z.string().nullable(), title: z.string() }).optional(),
  row: z.array(z.string()).optional(),
  column: z.array(z.string()).optional(),
  raw: z.string().describe('Exactly as it stands in the source.'),
  quote: z.string(),
  href: z.string(),
})
/** A citation without its place. */
export type CitationFrame = z.infer<typeof citationFrameSchema>

const lineRangeSchema = z
  .tuple([z.number().int().positive(), z.number().int().positive()])
  .describe('First and last line, 1-based, of the ingested text or HTML file.')
/** Where a citation points: lines of a text or marked-up file, a box on a page, a cell, a paragraph. */
const sitedSchemas = {
  lines: z.object({ lines: lineRangeSchema }),
  page: z.object({
    page: z.number().int().positive().describe('1-based.'),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .describe('Left, top, right, bottom in points from the top left corner of the page as shown.'),
  }),
  cell: z.object({
    sheet: z.string().describe('Name of the sheet.'),
    cell: z.string().describe('As Excel names it, "C14"; of merged cells the one at the top left.'),
  }),
  paragraph: z.object({ paragraph: z.number().int().positive().describe('1-based.') }),
}

/** Where in its file a citation points, as the contract has it. */
export const whereSchema = z.union([sitedSchemas.lines, sitedSchemas.page, sitedSchemas.cell, sitedSchemas.paragraph])
export type Where = z.infer<typeof whereSchema>

/** Lines where a text or HTML file is cited, a box on a page where a PDF is, a cell in Excel, a paragraph in Word. */
export const citationSchema = z.union([
  citationFrameSchema.extend(sitedSchemas.lines.shape),
  citationFrameSchema.extend(sitedSchemas.page.shape),
  citationFrameSchema.extend(sitedSchemas.cell.shape),
  citationFrameSchema.extend(sitedSchemas.paragraph.shape),
])
export type Citation = z.infer<typeof citationSchema>

export const derivationSchema = z.object({
  expression: z.string(),
  inputs: z.array(
    z.object({ name: z.string(), label: z.string(), value: z.string(), unit: z.string(), citation: z.number().int() }),
  ),
})
export type Derivation = z.infer<typeof derivationSchema>

export const figureSchema = z.object({
  role: z.enum(['answer', 'context']),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  organization: z.string(),
  level: z.enum(['department', 'unit']).nullable(),
  fiscalYear: z.number().int().nullable(),
  basis: basisSchema.nullable(),
  stage: z.enum(['initial', 'adjusted']).nullable(),
  kind: kindSchema,
  comparator: z.enum(['=', '<=', '>=']).nullable(),
  direction: z.enum(['up', 'down', 'flat']).nullable(),
  check: z.enum(['verified', 'derived', 'disputed', 'unconfirmed']),
  citations: z.array(z.number().int()),
  derivation: derivationSchema.optional(),
})
export type Figure = z.infer<typeof figureSchema>

export const noticeSchema = z.object({
  kind: z.enum(['basis', 'scope', 'conflict', 'unit', 'coverage', 'fallback', 'unsupported']),
  message: z.string(),
  citations: z.array(z.number().int()),
})
export type Notice = z.infer<typeof noticeSchema>

const traceSchema = z.object({
  prompts: z
    .array(z.object({ name: z.string(), version: z.number().int(), hash: z.string() }))
    .describe('Versioned texts that the model was given.'),
  sentences: z
    .object({ kept: z.number().int(), refused: z.record(z.string(), z.number().int()) })
    .describe('Sentences of the model that were shown, and that were not, by why.'),
})

export const answerSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  status: z.enum(['answered', 'not_found', 'ambiguous']),
  language: languageSchema,
  understood: z.string().optional().describe('The full question that a follow-up was understood as.'),
  answer: z.string().describe('Markdown; [1] points to citation 1.'),
  figures: z.array(figureSchema),
  citations: z.array(citationSchema),
  notices: z.array(noticeSchema),
  alternatives: z.array(z.object({ label: z.string(), question: z.string() })),
  engine: z
    .object({ mode: z.enum(['offline', 'llm']), model: z.string().nullable(), fellBack: z.boolean() })
    .describe('"llm": a plan or words of the model named are in it. fellBack: what the model gave could not be shown.'),
  trace: traceSchema.optional().describe('How a language model was asked; only where one was.'),
  timings: z.object({ totalMs: z.number() }),
})
export type Answer = z.infer<typeof answerSchema>

export const publishedFactSchema = z.object({
  id: z.string(),
  organization: z.string(),
  fiscalYear: z.number().int().nullable(),
  basis: basisSchema.nullable(),
  kind: kindSchema,
  measure: z.object({
    name: z.string(),
    classification: z.enum(['functional', 'economic']).nullable(),
    code: z.string().nullable(),
  }),
  scope: z.string().describe('Role of the table or section.'),
  value: z.string(),
  unit: z.string(),
  stage: figureSchema.shape.stage.describe('Of a budget that final accounts quote: 年初预算 or 全年(调整)预算.'),
  direction: figureSchema.shape.direction.describe('Of a change or rate; the value is its magnitude as printed.'),
  comparator: figureSchema.shape.comparator.describe('Of a target.'),
  project: z.string().nullable().describe('The project whose money or indicator it is.'),
  parents: z.array(z.string()).describe('Names that contain the measure, outermost first.'),
  facet: z.array(z.string()).describe('What narrows the measure: a column (基本支出), 分值 or 得分, 比上年.'),
  of: z
    .string()
    .nullable()
    .describe('Of a share: of what; of a change: against what; of a sum: for each of what (每人每年).'),
  origin: z
    .enum(['cell', 'sentence', 'form', 'declared', 'reason'])
    .describe('Where it was read; declared: a note says there is none; reason: mentioned in passing.'),
  source: citationSchema,
})
export type PublishedFact = z.infer<typeof publishedFactSchema>

export const factsResponseSchema = z.object({ facts: z.array(publishedFactSchema), nextPage: z.string().nullable() })
export type FactsResponse = z.infer<typeof factsResponseSchema>

export const factsQuerySchema = z.strictObject({
  organization: z.string().max(200).optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  item: z.string().max(200).optional(),
  table: z.string().max(200).optional().describe('Role of the table, or a part of its number or title.'),
  basis: basisSchema.optional(),
  page: z.string().max(200).optional(),
})
export type FactsQuery = z.infer<typeof factsQuerySchema>

export const publishedFindingSchema = z.object({
  id: z.string(),
  documentId: z.string(),
  file: z.string(),
  rule: z.string(),
  title: bilingualSchema.describe('What the rule holds against what.'),
  verdict: verdictSchema.describe(
    'scope: explained by a difference of scope, or may be; unreadable: our own reading of the place is in doubt.',
  ),
  minor: z.boolean().describe('True for slips of wording and typing.'),
  message: bilingualSchema,
  values: z.array(z.string()).describe('What does not agree, as printed, and what it should be.'),
  computed: z.string().describe('The arithmetic; "" where there is none.'),
  remedy: bilingualSchema.nullable().describe('What would make it right.'),
  places: z.array(citationSchema).describe('Every place that takes part, the likely culprit first.'),
})
export type PublishedFinding = z.infer<typeof publishedFindingSchema>

export const checksResponseSchema = z.object({
  findings: z.array(publishedFindingSchema),
  applied: z.record(z.string(), z.number().int()).describe('How often each rule could be tried.'),
  total: z.number().int().describe('How many findings there are, whatever the limit.'),
})
export type ChecksResponse = z.infer<typeof checksResponseSchema>

const MOST_FINDINGS = 100_000

export const checksQuerySchema = z.strictObject({
  document: z.string().max(200).optional().describe('Id of a document; all where there is none.'),
  limit: z.coerce.number().int().min(1).max(MOST_FINDINGS).default(1000).describe('At most so many findings.'),
})

/** RFC 9457 problem details. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional().describe('As in X-Request-Id and in the log of the server.'),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type ProblemDetails = z.infer<typeof problemSchema>
