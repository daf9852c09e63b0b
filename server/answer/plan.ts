import { z } from 'zod'
import { basisSchema } from '../../ingest/domain/document.ts'
import { factKindSchema, fundSchema } from '../../ingest/domain/fact.ts'
import { roleSchema } from '../../ingest/domain/table.ts'
import { languageSchema } from './contract.ts'

/** A known name found in the question: a national account or a fiscal term. */
export const conceptSchema = z.object({
  /** As written in the question. */
  surface: z.string(),
  /** Names under which documents may print it, the official one first. */
  names: z.array(z.string()),
  codes: z.array(z.string()),
  /** "item": the very thing asked for; "scope": narrows which table or money is meant; "soft": a hint only. */
  weight: z.enum(['item', 'scope', 'soft']),
})
export type Concept = z.infer<typeof conceptSchema>

const FUND_WORDS =
  /^(?:一般公共预算|一般预算|公共预算|财政拨款|政府性基金|国有资本经营|general public budget|fiscal appropriation|government fund|state capital)/

/** Whether a concept says which money is meant, not which thing. */
export function namesFund({ surface }: Concept): boolean {
  return FUND_WORDS.test(surface)
}

/** What documents call a concept: as the question has it, or its official name where the question has it in English. */
export function chineseName({ names: [official], surface }: Concept): string {
  return /[a-z]/i.test(surface) ? (official ?? surface) : surface
}

/** What a question asks, as data: made from its words alone, runnable against any index. */
export const planSchema = z.object({
  language: languageSchema,
  question: z.string(),
  /** The question without the units and years it names. */
  wording: z.string(),
  /** "text": asks for words (why, who, on what basis); "coverage": asks what is held; "findings": asks what is wrong. */
  operation: z.enum(['lookup', 'list', 'text', 'coverage', 'findings']),
  /** Documents meant; [] where those named are not held. */
  documentIds: z.array(z.string()),
  organizations: z.object({
    named: z.array(z.string()),
    /** Named but not held. */
    unknown: z.array(z.string()),
    /** No unit is named, and more than one is held. */
    open: z.boolean(),
  }),
  years: z.array(z.number().int()),
  /** "2021 年底": the state of things at a year's end, told by the next year's budget. */
  asOf: z.array(z.number().int()),
  basis: basisSchema.nullable(),
  /** Whether a figure of the other basis is no answer at all (决算, 实际执行). */
  basisStrict: z.boolean(),
  stage: z.enum(['initial', 'adjusted']).nullable(),
  /** Kinds of figure that would answer, best first; [] for any level or count. */
  kinds: z.array(factKindSchema),
  /** Units that would answer ("人", "%"); [] for any. */
  units: z.array(z.string()),
  /** The unit of money asked for by name, to convert to. */
  moneyUnit: z.enum(['元', '万元', '亿元']).nullable(),
  concepts: z.array(conceptSchema),
  codes: z.array(z.string()),
  roles: z.array(roleSchema),
  fund: fundSchema.nullable(),
  /** What is left of the question once all the above is taken out: pieces to be found in names and sentences. */
  subject: z.array(z.string()),
  /** What "A 占 B" is a share of: B. */
  whole: z.object({ concepts: z.array(conceptSchema), subject: z.array(z.string()) }).nullable(),
  /** Amounts that the question itself mentions ("那笔80万元的专项"). */
  amounts: z.array(z.object({ value: z.string(), unit: z.string() })),
})
export type Plan = z.infer<typeof planSchema>
