import type { PageColumn } from './columns.ts'
import type { Fragment } from './fragment.ts'

/** A word of a header that may have been wrapped, with the columns it stands over. */
export interface HeaderWord {
  readonly text: string
  readonly line: number
  readonly left: number
  readonly right: number
  /** Indices of the first and last column. */
  readonly from: number
  readonly to: number
}

/** Finds the columns that words in the upper lines of a header stand over. */
export class Spans {
  readonly #columns: readonly PageColumn[]
  /** Words placed so far, lowest lines first. */
  readonly #paths: readonly (readonly HeaderWord[])[]
  /** First columns of halves whose lowest words are the same. */
  readonly #starts: readonly number[]
  /** Spans of words by their text, within their half. */
  readonly #known = new Map<string, readonly [number, number]>()

  constructor(columns: readonly PageColumn[], paths: readonly (readonly HeaderWord[])[], starts: readonly number[]) {
    this.#columns = columns
    this.#paths = paths
    this.#starts = starts
  }

  /** The columns of a half, by its number: wherever its word was centred, it stands over all of them. */
  ofHalf(index: number): readonly [number, number] {
    const from = index === 0 ? 0 : (this.#starts[index] ?? 0)
    return [from, (this.#starts[index + 1] ?? this.#columns.length) - 1]
  }

  /** The columns that a word overlaps; where it stands over none, those around it. Halves are built alike. */
  of(word: Fragment, line: readonly Fragment[]): readonly [number, number] {
    const [touched, inside] = this.#touched(word)
    const wrapped = inside && touched[0] === touched[1] && !this.#isGroup(word, touched[0], line)
    const found = (inside && touched[1] > touched[0]) || wrapped ? touched : this.#centred(word, touched)
    const start = this.#startOf(found[0])
    const known = this.#known.get(word.text)
    if (known && this.#alike() && start > 0) return [start + known[0], start + known[1]]
    if (found[1] > found[0]) this.#known.set(word.text, [found[0] - start, found[1] - start])
    return found
  }

  /**
   * Whether a word above one column's word is over its neighbours too, not the first line of that word: a neighbour
   * begins on the same line as the word below it, and nothing else of this line stands over it.
   */
  #isGroup(word: Fragment, column: number, line: readonly Fragment[]): boolean {
    const below = this.#paths[column]?.[0]
    return [column - 1, column + 1].some((next) => {
      const beside = this.#paths[next]?.[0]
      if (!below || beside?.line !== below.line || this.#isNamed(next) !== this.#isNamed(column)) return false
      const { left, right } = this.#extent(next)
      return !line.some((other) => other !== word && other.left < right && left < other.right)
    })
  }

  /** Whether a column holds names or codes. */
  #isNamed(column: number): boolean {
    const { cells, amounts } = this.#columns[column] ?? { cells: 0, amounts: 0 }
    return cells > 0 && amounts < 0.5
  }

  #startOf(column: number): number {
    return this.#starts.findLast((start) => start <= column) ?? 0
  }

  /** Whether all halves have as many columns. */
  #alike(): boolean {
    const [first = 0, second] = this.#starts
    return second !== undefined && this.#starts.length * (second - first) === this.#columns.length
  }

  #extent(column: number): { readonly left: number; readonly right: number } {
    const { left, right } = this.#paths[column]?.[0] ?? this.#columns[column] ?? { left: 0, right: 0 }
    return { left, right }
  }

  /** The columns that a word overlaps or touches, or else the nearest, and whether it overlaps any. */
  #touched(word: Fragment): readonly [readonly [number, number], boolean] {
    let [from, to, nearest, distance] = [-1, -1, 0, Number.POSITIVE_INFINITY]
    for (let index = 0; index < this.#columns.length; index += 1) {
      const { left, right } = this.#extent(index)
      const gap = Math.max(left - word.right, word.left - right)
      if (gap <= 0 && from < 0) from = index
      if (gap <= 0) to = index
      if (gap < distance) [nearest, distance] = [index, gap]
    }
    return from < 0 ? [[nearest, nearest], false] : [[from, to], distance < 0 || to > from]
  }

  /** Of the runs of columns around a word that have words below it, the one whose middle it stands over. */
  #centred(word: Fragment, touched: readonly [number, number]): readonly [number, number] {
    const kind = this.#isNamed(touched[0])
    const below = (column: number) =>
      (this.#paths[column]?.[0]?.line ?? 0) > word.line && this.#isNamed(column) === kind
    const middle = word.left + word.right
    let best = touched
    let least = Number.POSITIVE_INFINITY
    const [first, last] = touched
    for (let from = first; from >= 0 && (from === first || below(from)); from -= 1) {
      for (let to = last; to < this.#columns.length && (to === last || below(to)); to += 1) {
        const away = Math.abs(this.#extent(from).left + this.#extent(to).right - middle)
        if (to > from && away <= least) [best, least] = [[from, to], away]
      }
    }
    return best
  }
}
