import { z } from 'zod'
import { sourceSchema } from './source.ts'

/** A passage that can be found by its words or its meaning. */
export const chunkSchema = z.object({
  /** Unique within the corpus: document id, "-c", running number. */
  id: z.string(),
  documentId: z.string(),
  /** "row": a table row with its header path; "prose": sentences of one section. */
  kind: z.enum(['row', 'prose']),
  /** What is embedded and indexed: the words of the passage with its section or table in front. */
  text: z.string().min(1),
  /** The passage as it stands in the document. */
  quote: z.string(),
  section: z.array(z.string()),
  tableId: z.string().nullable(),
  project: z.string().nullable(),
  source: sourceSchema,
})
export type Chunk = z.infer<typeof chunkSchema>
