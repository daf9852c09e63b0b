import type { PageColumn } from './columns.ts'
import { type Fragment, isNumber } from './fragment.ts'

/** A fragment with the index of its column. */
export interface PlacedFragment extends Fragment {
  readonly column: number
}

/** Lines of one printed row, top to bottom. */
export type RowLines = readonly (readonly PlacedFragment[])[]

/** What begins a row of its own, however it is set: an enumerator, a code, a total, "其中". */
const OWN_ROW =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d|其中|合\s*计|总\s*计|小\s*计|[收支]入?出?总计|本年[收支])/
/** A line that comes this close to the widest of its column was full. */
const NEARLY_FULL = 2
const SHORTEST_FULL = 8

/**
 * Puts the lines of a body together to rows: a line whose only fragment is a piece of a name belongs to the row whose
 * name it begins or goes on with. Where rows print their figures beside the middle of a name, pieces stand above and
 * below them in equal number; else only below.
 */
export function joinWrapped(body: readonly (readonly PlacedFragment[])[], columns: readonly PageColumn[]): RowLines[] {
  const joiner = new RowJoiner(body, columns)
  for (const line of body) joiner.take(line)
  return joiner.close()
}

/** Takes lines from the top downwards; holds pieces of names back until the next row tells whose they are. */
class RowJoiner {
  readonly #columns: readonly PageColumn[]
  readonly #widest: ReadonlyMap<number, number>
  readonly #centred: ReadonlySet<number>
  readonly #rows: (readonly PlacedFragment[])[][] = []
  #pieces: readonly PlacedFragment[] = []
  /** How many pieces of its name the last row took from above. */
  #above = 0

  constructor(body: readonly (readonly PlacedFragment[])[], columns: readonly PageColumn[]) {
    this.#columns = columns
    this.#widest = widestNames(body)
    this.#centred = centredColumns(body, columns)
  }

  take(line: readonly PlacedFragment[]): void {
    const piece = this.#pieceOf(line)
    if (piece) this.#pieces = [...this.#pieces, piece]
    else this.#settle(line)
  }

  close(): RowLines[] {
    this.#settle(null)
    return this.#rows
  }

  /** The only fragment of a line that may be part of a name; null for a row of its own. */
  #pieceOf(line: readonly PlacedFragment[]): PlacedFragment | null {
    const [only, ...others] = line
    if (!only || others.length > 0 || isNumber(only.text) || OWN_ROW.test(only.text)) return null
    const beside = this.#pieces.length > 0 && this.#pieces[0]?.column !== only.column
    const held = this.#pieces.length < MOST_PIECES
    return (this.#columns[only.column]?.words ?? 0) > 0.5 && !beside && held ? only : null
  }

  /** Deals the pieces held back out to the row above them and the one below. */
  #settle(next: readonly PlacedFragment[] | null): void {
    const column = this.#pieces[0]?.column ?? -1
    const rest = this.#centred.has(column) ? this.#endsCentred(next === null) : this.#endsFull()
    this.#pieces = []
    const begins = next !== null && this.#centred.has(column) && (lacksName(next, column) || this.#above > 0)
    const prefix = begins ? rest : []
    if (!begins) for (const piece of rest) this.#rows.push([[piece]])
    this.#above = prefix.length
    if (next) this.#rows.push([...prefix.map((piece) => [piece]), next])
  }

  /** Gives the last row as many pieces as stood above it; what is left. */
  #endsCentred(last: boolean): readonly PlacedFragment[] {
    const count = last && this.#above > 0 ? this.#pieces.length : this.#above
    for (const piece of this.#pieces.slice(0, count)) this.#rows.at(-1)?.push([piece])
    return this.#pieces.slice(count)
  }

  /** Gives the last row the pieces below it as long as each line above was full; what is left. */
  #endsFull(): readonly PlacedFragment[] {
    const row = this.#rows.at(-1)
    const end = this.#pieces.findIndex((piece) => {
      const goesOn = row !== undefined && isFull(row, piece, this.#widest)
      if (goesOn) row.push([piece])
      return !goesOn
    })
    return end < 0 ? [] : this.#pieces.slice(end)
  }
}

/** Lines that one name takes at most. */
const MOST_PIECES = 12

function widestNames(body: readonly (readonly PlacedFragment[])[]): Map<number, number> {
  const widest = new Map<number, number>()
  for (const { column, right } of body.flat()) widest.set(column, Math.max(widest.get(column) ?? 0, right))
  return widest
}

/** Whether the last piece of a row in a column fills the column's width, so that what stands below it goes on with it. */
function isFull(row: RowLines, { column, text }: PlacedFragment, widest: ReadonlyMap<number, number>): boolean {
  const last = row.flat().findLast((fragment) => fragment.column === column)
  return (
    last !== undefined &&
    last.right >= (widest.get(column) ?? 0) - NEARLY_FULL &&
    (last.right - last.left >= SHORTEST_FULL || text.length <= 2)
  )
}

function lacksName(line: readonly PlacedFragment[], column: number): boolean {
  return line.some(({ text }) => isNumber(text)) && line.every((fragment) => fragment.column !== column)
}

/** Columns of names that stand beside figures with no name on their own line, between lines of names alone. */
function centredColumns(body: readonly (readonly PlacedFragment[])[], columns: readonly PageColumn[]): Set<number> {
  const centred = new Set<number>()
  body.forEach((line, index) => {
    const [only, ...others] = body[index - 1] ?? []
    if (!only || others.length > 0 || isNumber(only.text) || OWN_ROW.test(only.text)) return
    if ((columns[only.column]?.words ?? 0) > 0.5 && lacksName(line, only.column)) centred.add(only.column)
  })
  return centred
}
