/** A source of numbers in [0, 1) that gives the same ones for the same seed. */
export type Random = () => number

/** Mulberry32: small, and good enough for choosing names. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], random: Random): T[] {
  return things
    .map((thing) => ({ thing, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing)
}

/** One of the things; undefined where there are none. */
export function pick<T>(things: readonly T[], random: Random): T | undefined {
  return things[Math.floor(random() * things.length)]
}
