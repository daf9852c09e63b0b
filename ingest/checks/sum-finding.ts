import type { Field } from '../domain/finding.ts'

export type { Field } from '../domain/finding.ts'

/**
 * Why a printed figure should be the sum of others: a code contains longer ones (类 = Σ 款), a total row adds up its
 * table, a total column adds up its row, or the two sides of a balance come to the same.
 */
export type SumRelation = 'codes' | 'total' | 'columns' | 'sides'

/** A sum that was tried. */
export interface SumFinding {
  /** Id of the table. */
  readonly table: string
  readonly relation: SumRelation
  readonly whole: Field
  /** Fields added up; those that print nothing count as nothing. */
  readonly parts: readonly Field[]
  /** The whole as a plain decimal; null where it is blank although its parts come to something. */
  readonly printed: string | null
  readonly computed: string
  /** Printed less computed. */
  readonly difference: string
  /** Whether the two are the same, or as near as rounding to the decimals printed can bring them. */
  readonly holds: boolean
  /** Where it does not hold: the fields whose misreading would explain the most. */
  readonly suspects: readonly Field[]
}

/** A sum that was tried, before all of them were held side by side. */
export type TriedSum = Omit<SumFinding, 'suspects'>

/** Fields as keys of sets and maps. */
export function fieldKey({ row, column }: Field): string {
  return `${row}:${column}`
}
