import { z } from 'zod'
import { cellName, cellPosition } from './cell-name.ts'
import type { Place } from './place.ts'

/** Kind with confidence, and five numbers, each 32 bits. */
const BYTES_A_LINE = 24
/** How many lines there are, in 32 bits. */
const BYTES_OF_HEAD = 4
/** Boxes are kept in hundredths of a point: four thousandths of a millimetre. */
const PARTS_OF_A_POINT = 100

/** The kind of a place stands in the lowest byte of its first number, its confidence and one above it; 0 for none. */
const KIND_BITS = 8
const KIND = 0xff

const CODES = { page: 0, cell: 1, paragraph: 2, line: 3 } as const satisfies Record<Place['kind'], number>
const sheetsSchema = z.array(z.string())

/**
 * The places of a document's lines in one piece of memory, 24 bytes a line: their number, the places, and the names of the
 * sheets as JSON. Boxes are rounded to hundredths of a point.
 */
export class PackedPlaces {
  readonly bytes: Uint8Array
  readonly length: number
  readonly #view: DataView
  readonly #sheets: readonly string[]

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.length = this.#view.getInt32(0, true)
    const names = bytes.subarray(BYTES_OF_HEAD + this.length * BYTES_A_LINE)
    this.#sheets = sheetsSchema.parse(JSON.parse(new TextDecoder().decode(names)))
  }

  static of(places: readonly Place[]): PackedPlaces {
    const sheets = [...new Set(places.flatMap((place) => (place.kind === 'cell' ? [place.sheet] : [])))]
    const names = new TextEncoder().encode(JSON.stringify(sheets))
    const body = BYTES_OF_HEAD + places.length * BYTES_A_LINE
    const bytes = new Uint8Array(body + names.length)
    const view = new DataView(bytes.buffer)
    view.setInt32(0, places.length, true)
    const sheetAt = new Map(sheets.map((name, at) => [name, at]))
    for (const [index, place] of places.entries()) {
      const confidence = place.confidence === undefined ? 0 : place.confidence + 1
      const numbers = [CODES[place.kind] | (confidence << KIND_BITS), ...numbersOf(place, sheetAt)]
      for (const [at, number] of numbers.entries())
        view.setInt32(BYTES_OF_HEAD + index * BYTES_A_LINE + at * 4, number, true)
    }
    bytes.set(names, body)
    return new PackedPlaces(bytes)
  }

  /** Of a 1-based line; null where there is no such line. */
  at(line: number): Place | null {
    if (line < 1 || line > this.length) return null
    const number = (at: number) => this.#view.getInt32(BYTES_OF_HEAD + (line - 1) * BYTES_A_LINE + at * 4, true)
    const confidence = (number(0) >> KIND_BITS) - 1
    const read = confidence < 0 ? {} : { confidence }
    const edge = (at: number) => number(at) / PARTS_OF_A_POINT
    const code = number(0) & KIND
    if (code === CODES.page)
      return { ...read, kind: 'page', page: number(1), box: [edge(2), edge(3), edge(4), edge(5)] }
    if (code === CODES.paragraph) return { ...read, kind: 'paragraph', paragraph: number(1) }
    if (code === CODES.line) return { ...read, kind: 'line', line: number(1) }
    const cell = cellName({ row: number(2), column: number(3) })
    return { ...read, kind: 'cell', sheet: this.#sheets[number(1)] ?? '', cell }
  }
}

function numbersOf(place: Place, sheetAt: ReadonlyMap<string, number>): readonly number[] {
  if (place.kind === 'page') return [place.page, ...place.box.map((edge) => Math.round(edge * PARTS_OF_A_POINT))]
  if (place.kind === 'paragraph') return [place.paragraph]
  if (place.kind === 'line') return [place.line]
  const position = cellPosition(place.cell)
  if (!position) throw new RangeError(`${place.cell} is no cell`)
  return [sheetAt.get(place.sheet) ?? 0, position.row, position.column]
}
