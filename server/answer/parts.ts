import type { Fact } from '../../ingest/domain/fact.ts'

/** The facet of a row that prints one of several parts under one name, as reading marks it (ingest/facts/cell-facts.ts). */
export const PART = '分项'

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

/** The rows that print the parts of a project, in one table; null where no table prints it in parts. */
export function partsOfProject(project: string, held: readonly Fact[]): readonly [Fact, ...Fact[]] | null {
  const part = held.find((fact) => fact.project === project && fact.facet.length === 1 && fact.facet[0] === PART)
  return part ? partsOf(part, held) : null
}
