/** Deliveries remembered: Slack tries again for an hour at most, and a recorded request is refused after five minutes. */
const MOST = 20_000

/** Tells a delivery that comes again from one that comes for the first time; in memory only. */
export class Once {
  readonly #seen = new Set<string>()

  /** Whether none of the names was seen before; all of them are, from now on. */
  isFirst(names: readonly string[]): boolean {
    const first = names.every((name) => !this.#seen.has(name))
    for (const name of names) this.#seen.add(name)
    for (const oldest of this.#seen) {
      if (this.#seen.size <= MOST) break
      this.#seen.delete(oldest)
    }
    return first
  }
}
