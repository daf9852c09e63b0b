import type { Finding } from '../../ingest/domain/finding.ts'
import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import type { Site } from '../../ingest/domain/place.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { PageLanguage } from './page-language.ts'

/** What the source viewer shows of a document. */
export interface SourceView {
  readonly language: PageLanguage
  /** Address of the same view in the other language. */
  readonly inOtherLanguage: string
  readonly documentId: string
  readonly title: string
  readonly organization: string
  readonly fiscalYear: number | null
  readonly basis: 'budget' | 'final_accounts' | null
  readonly file: string
  readonly lines: readonly string[]
  /** Where the lines are printed; null for a text, whose lines are those of the file. */
  readonly places: LinePlaces | null
  readonly tables: readonly Table[]
  readonly findings: readonly ShownFinding[]
  /** Address of the file itself, where its pages can be shown as they are printed. */
  readonly pages: string | null
  /** The table that was chosen to be looked at; null for that of the cited cell. */
  readonly chosen: Table | null
  /** What to mark; null for nothing. */
  readonly cited: CitedText | null
}

export interface CitedText {
  /** A page without a box is cited whole. */
  readonly site: Site | { readonly kind: 'whole-page'; readonly page: number }
  readonly raw: string | null
  /** Which of several places of the text is meant, from 1. */
  readonly nth: number | null
}

/** A finding with the addresses of its places, in their order. */
export interface ShownFinding {
  readonly finding: Finding
  readonly hrefs: readonly string[]
}
