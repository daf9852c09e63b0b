import { Problem } from '../../ingest/domain/problem.ts'

/** Lets so many questions be worked on at once; the others wait in line, so that a busy workspace leaves room for others. */
export class Queue {
  #free: number
  readonly #most: number
  readonly #line: (() => void)[] = []

  /** `most` may wait at once. */
  constructor(places: number, most: number) {
    this.#free = places
    this.#most = most
  }

  /** Does the work when its turn comes. Throws Problem "rate-limited" where too many wait. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1
    else await this.#wait()
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  #wait(): Promise<void> {
    if (this.#line.length >= this.#most) throw new Problem('rate-limited', 'Too many questions wait to be answered.')
    return new Promise((resolve) => this.#line.push(resolve))
  }

  #leave(): void {
    const next = this.#line.shift()
    if (next) next()
    else this.#free += 1
  }
}
