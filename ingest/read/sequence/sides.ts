import { type Half, type ReadRow, readHalf, type SequenceRow } from './row.ts'
import { isOrdinal, type Token } from './token.ts'

/** Tells which half of a table a row of one half belongs to, by what the rows above it counted. */
export class Sides {
  readonly #halves: readonly Half[]
  /** The last ordinal of each half. */
  readonly #ordinals: (number | null)[]

  constructor(halves: readonly Half[]) {
    this.#halves = halves
    this.#ordinals = halves.map(() => null)
  }

  /** The one half that the tokens at `from` can be; null where it is none, or may be another as well. */
  read(tokens: readonly Token[], from: number): ReadRow | null {
    const fitting = this.#halves.flatMap((half, side) => {
      const read = readHalf(tokens, from, half)
      return read ? [{ read, side }] : []
    })
    const [only, ...others] = pickedOf(fitting, ({ read, side }) => this.#goesOn(read.row, side))
    if (!only || others.length > 0) return null
    this.note(only.read.row)
    return only.read
  }

  /** Remembers what a row counted. */
  note(row: SequenceRow): void {
    this.#halves.forEach((half, side) => {
      const ordinal = ordinalIn(row, half)
      if (ordinal !== null) this.#ordinals[side] = ordinal
    })
  }

  #goesOn(row: SequenceRow, side: number): boolean {
    const ordinal = ordinalIn(row, this.#halves[side] ?? [])
    return ordinal !== null && ordinal === (this.#ordinals[side] ?? 0) + 1
  }
}

/** All where there is one, else those that the test picks. */
function pickedOf<T>(items: readonly T[], picks: (item: T) => boolean): readonly T[] {
  return items.length <= 1 ? items : items.filter(picks)
}

function ordinalIn(row: SequenceRow, half: Half): number | null {
  const at = half.find(({ kind }) => kind === 'ordinal')?.at
  const text = at === undefined ? undefined : row.get(at)?.text
  return text !== undefined && isOrdinal(text) ? Number(text) : null
}
