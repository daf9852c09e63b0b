import type { Broken } from './root-cause.ts'
import type { Tried } from './rule.ts'

/** Fewer broken relations than this are an error of the document sooner than one of its reader. */
const LEAST_BROKEN = 4

/** A table that was probably read wrongly, with the relations inside it that do not hold. */
export interface DoubtedTable {
  readonly tableId: string
  readonly tried: number
  readonly broken: readonly [Broken, ...Broken[]]
}

/**
 * Tables in which most relations fail, though no one figure is in all of these: we doubt our own reading of them before
 * we doubt what they print, and hold nothing against them.
 */
export function doubtedTables(relations: readonly Tried[], broken: readonly Broken[]): DoubtedTable[] {
  const triedIn = new Map<string, number>()
  for (const { witnesses } of relations) {
    const table = tableOf(witnesses)
    if (table !== null) triedIn.set(table, (triedIn.get(table) ?? 0) + 1)
  }
  return [...triedIn].flatMap(([tableId, tried]): DoubtedTable[] => {
    const own = broken.filter(
      ({ witnesses, breach }) => breach.verdict === 'contradiction' && tableOf(witnesses) === tableId,
    )
    const [first, ...others] = own
    if (!first || own.length < LEAST_BROKEN || own.length * 2 <= tried || haveOneWitness(own)) return []
    return [{ tableId, tried, broken: [first, ...others] }]
  })
}

/** The table that all of a relation stands in; null where it is held against anything else. */
function tableOf(witnesses: Tried['witnesses']): string | null {
  const [first, ...others] = witnesses
  return first && others.every(({ tableId }) => tableId === first.tableId) ? first.tableId : null
}

function haveOneWitness([first, ...others]: readonly Broken[]): boolean {
  return (first?.witnesses ?? []).some(({ key }) =>
    others.every(({ witnesses }) => witnesses.some((witness) => witness.key === key)),
  )
}
