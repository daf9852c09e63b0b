import type { Fact, FactKind } from '../domain/fact.ts'
import type { Clause } from './clause.ts'
import type { FactDraft } from './fact-base.ts'
import type { PrintedAmount } from './printed-amounts.ts'
import type { Subject } from './subject.ts'

/** An amount with the words of its clause around it. */
export interface SpokenAmount {
  readonly amount: PrintedAmount
  readonly clause: Clause
  /** Words between the amount, or the clause's beginning, before it and this one. */
  readonly before: string
  readonly after: string
}

export type FactTime = Partial<Pick<FactDraft, 'fiscalYear' | 'basis' | 'stage'>>

/** What a sentence says that an amount is. */
export interface Said extends Subject {
  readonly kind: FactKind
  readonly facet: readonly string[]
  readonly direction: Fact['direction']
  readonly of: string | null
  readonly time: FactTime
  /** Whether it only quotes another figure of what the sentence speaks of: last year's, or its plan. */
  readonly quoted?: boolean
}

/** A figure of a subject, with nothing further said of it. */
export function plain({ name, parents, counted, code }: Subject, kind: FactKind): Said {
  const subject = { name, parents, counted: counted || kind === 'count', ...(code === undefined ? {} : { code }) }
  return { ...subject, kind, facet: [], direction: null, of: null, time: {} }
}
