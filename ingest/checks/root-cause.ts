import type { Breach, Rule, Tried } from './rule.ts'
import type { Witness } from './witness.ts'

/** A relation that does not hold, with the rule that it is one of. */
export interface Broken {
  readonly rule: Rule
  readonly witnesses: readonly Witness[]
  readonly breach: Breach
}

/** Relations that one wrong figure breaks, and that figure. */
export interface RootCause {
  readonly culprit: Witness
  /** The one that is told first is first. */
  readonly broken: readonly [Broken, ...Broken[]]
}

/** A document with more is no disclosure that anybody reads finding by finding. */
const MOST_CAUSES = 300

/** In how many relations a witness takes part that do not hold, and that do. */
interface Standing {
  failed: number
  held: number
}

/**
 * Puts relations together that one wrong figure breaks: it breaks every relation that it is in, and those beside it are
 * borne out by others. At most 300. `held` are all relations that hold, whatever their rule.
 */
export function rootCauses(broken: readonly Broken[], held: readonly Tried[]): RootCause[] {
  const causes: RootCause[] = []
  const heldBy = countHeld(broken, held)
  let rest = broken
  for (;;) {
    const [first] = rest
    if (!first || causes.length === MOST_CAUSES) return causes
    const culprit = worstOf(rest, heldBy) ?? leastBorneOut(first, heldBy)
    const own = rest.filter(({ witnesses }) => witnesses.some(({ key }) => key === culprit.key))
    const [main, ...others] = own
    if (!main) return causes
    causes.push({ culprit, broken: [main, ...others] })
    rest = rest.filter((relation) => !own.includes(relation))
  }
}

/** How many relations hold that each witness of a broken one takes part in. */
function countHeld(broken: readonly Broken[], held: readonly Tried[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { witnesses } of broken) for (const { key } of witnesses) counts.set(key, 0)
  for (const { witnesses } of held) {
    for (const { key } of witnesses) {
      const count = counts.get(key)
      if (count !== undefined) counts.set(key, count + 1)
    }
  }
  return counts
}

/** The witness that breaks most relations, two at least, beyond those that bear it out; null where none does. */
function worstOf(broken: readonly Broken[], heldBy: ReadonlyMap<string, number>): Witness | null {
  const standings = new Map<string, Standing & { readonly witness: Witness }>()
  for (const { witnesses } of broken) {
    for (const witness of witnesses) {
      const standing = standings.get(witness.key)
      if (standing) standing.failed += 1
      else standings.set(witness.key, { witness, failed: 1, held: heldBy.get(witness.key) ?? 0 })
    }
  }
  const excess = ({ failed, held }: Standing) => failed - held
  const shared = [...standings.values()].filter(({ failed, held }) => failed > 1 && failed > held)
  const [first, ...others] = shared
  if (!first) return null
  return others.reduce((worst, next) => (excess(next) > excess(worst) ? next : worst), first).witness
}

/** Of one broken relation: the witness that fewest others bear out, the first of them where several are. */
function leastBorneOut({ witnesses }: Broken, heldBy: ReadonlyMap<string, number>): Witness {
  const held = ({ key }: Witness) => heldBy.get(key) ?? 0
  return witnesses.reduce((least, next) => (held(next) < held(least) ? next : least))
}
