import type { Answer, Figure, Notice } from './contract.ts'
import type { DraftCitation } from './draft-citation.ts'
import type { ShownFigure } from './evidence.ts'

/** An answer whose figures stand in the text as slots; code prints them once they are verified. */
export interface Draft {
  readonly status: Answer['status']
  readonly text: string
  /** The words of documents and of the question that stand in the text, as they stand there. */
  readonly quotations: readonly string[]
  readonly figures: readonly Figure[]
  /** What stands behind each figure, by index: it is verified against this. */
  readonly shown: readonly ShownFigure[]
  readonly citations: readonly DraftCitation[]
  /** Ids of the citations whose passages are quoted in the text. */
  readonly quoted: readonly number[]
  readonly notices: readonly Notice[]
  readonly alternatives: Answer['alternatives']
}
