import type { Budget } from './budget.ts'
import { ModelFailure } from './model-failure.ts'

/** Lets so many through at once; the others wait in line, as long as their budget lasts. */
export class Turnstile {
  #free: number
  readonly #line: (() => void)[] = []

  constructor(places: number) {
    this.#free = places
  }

  /** Resolves to what gives the place back. Throws ModelFailure "busy" where the budget ends first. */
  async enter({ signal }: Budget): Promise<() => void> {
    if (signal.aborted) throw new ModelFailure('busy', 'no time is left')
    if (this.#free > 0) this.#free -= 1
    else await this.#wait(signal)
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      this.#leave()
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        this.#line.splice(this.#line.indexOf(go), 1)
        reject(new ModelFailure('busy', 'no call became free in time'))
      }
      signal.addEventListener('abort', giveUp, { once: true })
      this.#line.push(go)
    })
  }

  #leave(): void {
    const next = this.#line.shift()
    if (next) next()
    else this.#free += 1
  }
}
