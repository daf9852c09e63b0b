import { type Ink, type InkRun, runsOfRow } from './ink.ts'
import type { DotBox } from './raster.ts'

/** Ink that hangs together: a character, a stroke of one, a dot. */
export interface Mark extends DotBox {
  /** How many dots of ink it has. */
  readonly area: number
}

/** More than any printed page has; a page of noise is left unread. */
const MOST_MARKS = 60_000

/** The marks of a page, without specks; none for a page of nothing but noise. */
export function findMarks(ink: Ink, dpi: number): Mark[] {
  const marks = connected(ink)
  return marks.length > MOST_MARKS ? [] : withoutSpecks(marks, dpi)
}

interface OpenMark {
  left: number
  top: number
  right: number
  bottom: number
  area: number
  /** The mark that it turned out to be a part of. */
  into: OpenMark | null
}

/** Stretches of ink with those of the row before that they touch, at a corner at least. */
function connected(ink: Ink): Mark[] {
  const marks: OpenMark[] = []
  let above: { readonly run: InkRun; readonly mark: OpenMark }[] = []
  for (let row = 0; row < ink.height; row += 1) {
    let first = 0
    above = runsOfRow(ink, row, 0, 1).map((run) => {
      while ((above[first]?.run.right ?? Number.POSITIVE_INFINITY) < run.left) first += 1
      let mark: OpenMark = {
        left: run.left,
        right: run.right,
        top: row,
        bottom: row + 1,
        area: run.right - run.left,
        into: null,
      }
      marks.push(mark)
      for (let at = first; ; at += 1) {
        const other = above[at]
        if (!other || other.run.left > run.right) break
        mark = united(rootOf(other.mark), mark)
      }
      return { run, mark }
    })
  }
  return marks.filter(({ into }) => into === null)
}

function rootOf(mark: OpenMark): OpenMark {
  let root = mark
  while (root.into) root = root.into
  return root
}

function united(one: OpenMark, other: OpenMark): OpenMark {
  if (one === other) return one
  one.left = Math.min(one.left, other.left)
  one.right = Math.max(one.right, other.right)
  one.top = Math.min(one.top, other.top)
  one.bottom = Math.max(one.bottom, other.bottom)
  one.area += other.area
  other.into = one
  return one
}

/** Share of an inch: what is no larger is a speck unless it stands close to something larger, as a decimal point does. */
const SPECK = 0.013
const CLOSE = 0.06

function withoutSpecks(marks: readonly Mark[], dpi: number): Mark[] {
  const speck = Math.max(1, SPECK * dpi)
  const isLarge = ({ left, top, right, bottom }: Mark) => Math.max(right - left, bottom - top) > 2 * speck
  const near = new Nearby(marks.filter(isLarge), CLOSE * dpi)
  return marks.filter((mark) => {
    if (mark.area <= 1) return false
    const { left, top, right, bottom } = mark
    return Math.max(right - left, bottom - top) > speck || near.to(mark)
  })
}

/** Boxes by the squares of a lattice that they lie in, to find those around a place. */
class Nearby {
  readonly #reach: number
  readonly #squares = new Map<number, DotBox[]>()

  constructor(boxes: readonly DotBox[], reach: number) {
    this.#reach = reach
    for (const box of boxes)
      for (const key of this.#keys(box)) this.#squares.set(key, [...(this.#squares.get(key) ?? []), box])
  }

  to(mark: DotBox): boolean {
    const reach = this.#reach
    return this.#keys(mark).some((key) =>
      (this.#squares.get(key) ?? []).some(
        ({ left, top, right, bottom }) =>
          left - reach < mark.right &&
          mark.left < right + reach &&
          top - reach < mark.bottom &&
          mark.top < bottom + reach,
      ),
    )
  }

  /** Of all squares within reach of a box. */
  #keys({ left, top, right, bottom }: DotBox): number[] {
    const side = 4 * this.#reach
    const place = (dots: number) => Math.floor(dots / side)
    const keys: number[] = []
    for (let y = place(top - this.#reach); y <= place(bottom + this.#reach); y += 1) {
      for (let x = place(left - this.#reach); x <= place(right + this.#reach); x += 1) keys.push(y * LATTICE + x)
    }
    return keys
  }
}

/** More squares than a row of the lattice has. */
const LATTICE = 100_000
