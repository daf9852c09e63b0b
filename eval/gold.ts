import { readFileSync } from 'node:fs'
import { z } from 'zod'

const statedSchema = z.object({ value: z.string(), unit: z.string().optional() })

const wantedFigureSchema = statedSchema.extend({
  label: z.string().optional(),
  /** How far off a right figure may be, in its own unit; exact unless given. */
  tolerance: z.string().optional(),
  /** Other forms that are right too. */
  accept: z.array(statedSchema).optional(),
})
export type WantedFigure = z.infer<typeof wantedFigureSchema>

/** Words to be found; inside a list, one of them is enough. */
const wordsSchema = z.array(z.union([z.string(), z.array(z.string()).min(1)]))
export type Words = z.infer<typeof wordsSchema>

const wantedAnswerSchema = z.discriminatedUnion('type', [
  wantedFigureSchema.extend({ type: z.literal('figure') }),
  z.object({
    type: z.literal('figures'),
    values: z.array(wantedFigureSchema).min(1),
    tolerance: z.string().optional(),
  }),
  z.object({ type: z.literal('text'), contains: wordsSchema }),
  z.object({ type: z.literal('none') }),
])

const lineRangeSchema = z.tuple([z.number().int().positive(), z.number().int().positive()])

/** A place that legitimately supports the answer: lines of a text file or pages of a PDF. */
const evidenceSchema = z.object({
  doc: z.string(),
  lines: lineRangeSchema.optional(),
  pages: lineRangeSchema.optional(),
  raw: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const goldQuestionSchema = z.object({
  id: z.string().min(1),
  /** The documents needed, each a file name or what stands before its first `_` or `.`. */
  docs: z.array(z.string()),
  question: z.string().min(1),
  lang: z.enum(['zh', 'en', 'mixed']),
  kind: z.enum([
    'lookup',
    'narrative',
    'text',
    'count',
    'indicator',
    'derive',
    'compare',
    'list',
    'conflict',
    'unanswerable',
    'ambiguous',
  ]),
  answer: wantedAnswerSchema,
  evidence: z.array(evidenceSchema).optional(),
  must_say: wordsSchema.optional(),
  notes: z.array(z.string()).optional(),
  trap: z.string().optional(),
})
export type GoldQuestion = z.infer<typeof goldQuestionSchema>

/** A line of a gold file that cannot be used; the message names the file and the line. */
export class UnusableGold extends Error {}

function parseQuestion(line: string, place: string): GoldQuestion {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new UnusableGold(`${place}: not JSON`, { cause })
  }
  const parsed = goldQuestionSchema.safeParse(value)
  if (!parsed.success) throw new UnusableGold(`${place}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error })
  return parsed.data
}

/** The questions of a gold text, one JSON object a line; blank lines are passed over. `name` is for the messages. */
export function parseGold(text: string, name: string): GoldQuestion[] {
  return text
    .split('\n')
    .map((line, index) => ({ line, place: `${name}:${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => parseQuestion(line, place))
}

export function readGold(path: string): GoldQuestion[] {
  return parseGold(readFileSync(path, 'utf8'), path)
}
