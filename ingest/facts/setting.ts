import type { Identity } from '../domain/document.ts'
import type { Role } from '../domain/table.ts'

/** What the words of a performance form tell of: what is to be reached, or what came of it. */
export type Purpose = 'target' | 'actual'

/** Where a paragraph stands: what its sentences leave unsaid. */
export interface Setting {
  readonly identity: Identity
  readonly role: Role
  /** Headings above, outermost first. */
  readonly section: readonly string[]
  readonly project: string | null
  /** The unit's own names, longest first: they are no part of a measure's name. */
  readonly ownNames: readonly string[]
  /** What the words of a performance form are for; left out elsewhere. */
  readonly purpose?: Purpose | null
}
