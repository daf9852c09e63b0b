import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { type Answer, answerSchema, citationSchema } from '../answer/contract.ts'

/** A file that is cited. */
const slipSourceSchema = z.object({
  documentId: z.string(),
  file: z.string(),
  title: z.string(),
  sha256: z.string().describe('Of the bytes of the file.'),
})

const slipContentSchema = z.object({
  slip: z.literal(1).describe('Version of this form.'),
  writtenAt: z.string(),
  question: z.string(),
  status: answerSchema.shape.status,
  language: answerSchema.shape.language,
  understood: answerSchema.shape.understood,
  answer: z.string(),
  figures: answerSchema.shape.figures,
  notices: answerSchema.shape.notices,
  citations: z.array(citationSchema).describe('Each cell or passage: raw text, place, quotation.'),
  sources: z.array(slipSourceSchema),
})

/** An answer with all that it takes to prove it again. */
export const slipSchema = slipContentSchema.extend({
  seal: z.string().describe('SHA-256 of all the rest: tells that a slip was altered, though not by whom.'),
})
export type Slip = z.infer<typeof slipSchema>
type SlipContent = z.infer<typeof slipContentSchema>

/** The slip of an answer that the corpus gave. Throws Problem "document-unknown" where a document went meanwhile. */
export function slipOf(question: string, answer: Answer, corpus: CorpusReader, now: Date): Slip {
  const { status, language, understood, answer: text, figures, notices, citations } = answer
  const ids = [...new Set(citations.map(({ documentId }) => documentId))]
  const sources = ids.map((id) => {
    const document = corpus.document(id)
    if (!document) throw new Problem('document-unknown', `No document has the id ${id} any more; ask again.`)
    return { documentId: id, file: document.file, title: document.title, sha256: document.sha256 }
  })
  const content: SlipContent = {
    slip: 1,
    writtenAt: now.toISOString(),
    question,
    status,
    language,
    ...(understood === undefined ? {} : { understood }),
    answer: text,
    figures,
    notices,
    citations,
    sources,
  }
  return { ...content, seal: sealOf(content) }
}

/** The slip in a text; throws Problem "slip-invalid" where there is none. */
export function readSlip(text: string): Slip {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Problem('slip-invalid', 'The slip is no JSON.', { cause })
  }
  const parsed = slipSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Problem('slip-invalid', `This is no slip of an answer. ${faults.slice(0, 5).join('; ')}`)
}

/** The seal that a slip of this content has, however its fields are ordered. */
export function sealOf(content: SlipContent): string {
  return createHash('sha256')
    .update(canonical(slipContentSchema.parse(content)))
    .digest('hex')
}

/** JSON with the fields of every object in order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  )
}
