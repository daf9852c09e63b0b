import type { Field, SumFinding } from '../checks/sum-finding.ts'

/** Where to look: fields of a table, a line of the document, its page; null for what is not known. */
interface Where {
  readonly table: string | null
  readonly fields: readonly Field[]
  readonly line: number | null
  readonly page: number | null
}

/**
 * Something a person should look at: a sum that does not hold; a figure in a column of words or in a header, words in a
 * column of figures; an amount of the page that is in no line, or one that became no fact; characters that have no
 * meaning; a table without rows that nothing declares empty.
 */
export type Doubt = Where &
  (
    | { readonly kind: 'sum'; readonly finding: SumFinding }
    | {
        readonly kind: 'figure-among-words' | 'figure-in-header' | 'words-among-figures' | 'lost' | 'no-fact'
        readonly text: string
      }
    | { readonly kind: 'unmapped'; readonly count: number }
    | { readonly kind: 'no-rows' }
  )
