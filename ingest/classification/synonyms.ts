import { SYNONYM_ROWS } from './synonym-data.ts'

/** An everyday word and the words documents use for it, the likeliest first; applied by adding, never by replacing. */
export interface Synonym {
  readonly say: string
  readonly means: readonly string[]
}

/** Everyday Chinese → official wording, grouped by subject as in synonym-data.ts. Source: general usage; this project's own list. */
export const SYNONYMS: readonly Synonym[] = SYNONYM_ROWS.map(([say, ...means]) => ({ say, means }))
