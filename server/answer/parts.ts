import type { Fact } from '../../ingest/domain/fact.ts'

/** The facet of a row that prints one of several parts under one name, as reading marks it (ingest/facts/cell-facts.ts). */
const PART = '分项'

/** All the rows that print a part of what this fact is a part of, among the facts held; null where it is no part. */
export function partsOf(fact: Fact, held: readonly Fact[]): readonly [Fact, ...Fact[]] | null {
  if (fact.facet.at(-1) !== PART) return null
  const parts = held.filter(
    (other) =>
      other.tableId === fact.tableId &&
      other.project === fact.project &&
      other.measure.name === fact.measure.name &&
      other.facet.join('|') === fact.facet.join('|'),
  )
  const [first, ...rest] = parts
  return first && rest.length > 0 ? [first, ...rest] : null
}
