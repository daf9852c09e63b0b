/** Lets the questions of one conversation be answered one after another, those of different ones at once. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Does the work once all that was begun before under the same name is done; never rejects on account of earlier work. */
  async after(name: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.then(work)
    const settled = mine.catch(() => undefined)
    this.#last.set(name, settled)
    try {
      await mine
    } finally {
      if (this.#last.get(name) === settled) this.#last.delete(name)
    }
  }

  /** Settles when all work that was begun is done. */
  async done(): Promise<void> {
    await Promise.all(this.#last.values())
  }
}
