import { z } from 'zod'

const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** Left, top, right, bottom in points (1/72 inch) from the top left corner of the page as it is shown. */
export type Box = z.infer<typeof boxSchema>

/**
 * Where a line of a document's text is printed, in formats whose lines are not those of the file. A reader of such a
 * format writes the text down line by line (a cell a line, a printed line of prose a line), and tells the place of each.
 */
export const placeSchema = z.object({
  kind: z.literal('page'),
  /** 1-based. */
  page: z.number().int().positive(),
  box: boxSchema,
})
export type Place = z.infer<typeof placeSchema>

/** The smallest box around all of them. Throws RangeError where there is none. */
export function boxAround([first, ...others]: readonly Box[]): Box {
  if (!first) throw new RangeError('No box around nothing')
  return others.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  )
}

/** Page and box, each 32 bits. */
const BYTES_A_LINE = 20
/** Boxes are kept in hundredths of a point: four thousandths of a millimetre. */
const PARTS_OF_A_POINT = 100

/**
 * The place of each line of a document, packed: 60,000 lines take 1.2 MB. Boxes are rounded to hundredths of a point.
 */
export class LinePlaces {
  readonly #view: DataView

  private constructor(packed: Uint8Array) {
    this.#view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  }

  /** As {@link packed} gave them. */
  static unpacked(packed: Uint8Array): LinePlaces {
    return new LinePlaces(packed)
  }

  /** `places[0]` is that of line 1. */
  static of(places: readonly Place[]): LinePlaces {
    const bytes = new Uint8Array(places.length * BYTES_A_LINE)
    const view = new DataView(bytes.buffer)
    for (const [index, { page, box }] of places.entries()) {
      const numbers = [page, ...box.map((edge) => Math.round(edge * PARTS_OF_A_POINT))]
      for (const [at, number] of numbers.entries()) view.setInt32(index * BYTES_A_LINE + at * 4, number, true)
    }
    return new LinePlaces(bytes)
  }

  /** The same on every machine. */
  get packed(): Uint8Array {
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset, this.#view.byteLength)
  }

  /** How many lines there are. */
  get length(): number {
    return this.#view.byteLength / BYTES_A_LINE
  }

  /** Of a 1-based line; null where there is no such line. */
  at(line: number): Place | null {
    if (line < 1 || line > this.length) return null
    const edge = (at: number) => this.#number(line, at) / PARTS_OF_A_POINT
    return { kind: 'page', page: this.pageOf(line), box: [edge(1), edge(2), edge(3), edge(4)] }
  }

  /** The page of a line that there is. Throws RangeError for others. */
  pageOf(line: number): number {
    return this.#number(line, 0)
  }

  /** Those of the lines `from` to `to` (1-based, inclusive) that are on a page. */
  linesOn(page: number, from: number, to: number): number[] {
    const on: number[] = []
    for (let line = Math.max(1, from); line <= Math.min(to, this.length); line += 1)
      if (this.pageOf(line) === page) on.push(line)
    return on
  }

  /** The pages of the lines `from` to `to`, in reading order. */
  pages(from: number, to: number): number[] {
    const pages = new Set<number>()
    for (let line = Math.max(1, from); line <= Math.min(to, this.length); line += 1) pages.add(this.pageOf(line))
    return [...pages]
  }

  /** Where the lines `from` to `to` are printed on a page, as one box; null where none of them is on it. */
  around(page: number, from: number, to: number): Place | null {
    const boxes = this.linesOn(page, from, to).flatMap((line) => {
      const place = this.at(line)
      return place ? [place.box] : []
    })
    return boxes.length === 0 ? null : { kind: 'page', page, box: boxAround(boxes) }
  }

  /** The lines of a page that lie inside a box, in reading order. */
  linesInside(page: number, box: Box): number[] {
    const inside: number[] = []
    for (let line = 1; line <= this.length; line += 1) {
      const own = this.pageOf(line) === page ? this.at(line)?.box : undefined
      if (own && boxAround([box, own]).every((edge, at) => edge === box[at])) inside.push(line)
    }
    return inside
  }

  #number(line: number, at: number): number {
    return this.#view.getInt32((line - 1) * BYTES_A_LINE + at * 4, true)
  }
}
