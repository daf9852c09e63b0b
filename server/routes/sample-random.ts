/** For tests: chance that comes out the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, but not, `below`. */
  number(below: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  bytes(count: number): Buffer
}

/** For tests: the generator mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const number = (below: number) => Math.floor(next() * below)
  return {
    number,
    pick: (items) => items[number(items.length)] ?? items[0],
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => number(256))),
  }
}
