import { randomOf } from '../../ingest/index/sample-random.ts'

/** For tests: chance that comes out the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, but not, `below`. */
  number(below: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  bytes(count: number): Buffer
}

export function chance(seed: number): Chance {
  const next = randomOf(seed)
  const number = (below: number) => Math.floor(next() * below)
  return {
    number,
    pick: (items) => items[number(items.length)] ?? items[0],
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => number(256))),
  }
}
