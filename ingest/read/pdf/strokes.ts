import type { Box, Stroke } from './drawing.ts'
import { isWhite } from './glyphs.ts'
import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** Kinds of page objects (fpdf_edit.h). */
const PATH = 2
const IMAGE = 3
const FORM = 5
const [LINE_TO, MOVE_TO] = [0, 2]
/** A line may be drawn as a filled rectangle as thin as this, in points. */
const THICKEST = 2.5
/** Bounds on what a drawn page may ask for. */
const MOST_OBJECTS = 60_000
const MOST_SEGMENTS = 2_000
const DEEPEST_FORM = 6
/** An A3 sheet scanned at 600 dots an inch has seventy million. */
const MOST_DOTS = 100_000_000
/** A picture of at least this share of the page may be a scan of it. */
const LARGE = 0.3
const POINTS_AN_INCH = 72

/** a, b, c, d, e, f of x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * The straight lines of a page, drawn as such, as thin rectangles or as frames; whether it shows a large picture; and
 * what is filled with a colour.
 */
export function readStrokes(
  pdfium: Pdfium,
  page: number,
  view: PageView,
): Pick<StrokeReader, 'strokes' | 'pictured' | 'vast' | 'fills'> {
  const { call } = pdfium
  const reader = new StrokeReader(pdfium, view)
  const count = call.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index += 1) reader.take(pdfium.direct.objectAt(page, index), IDENTITY, 0)
  return reader
}

class StrokeReader {
  readonly strokes: Stroke[] = []
  readonly fills: Box[] = []
  pictured: number | null = null
  vast = false
  readonly #pdfium: Pdfium
  readonly #view: PageView
  #objects = 0

  constructor(pdfium: Pdfium, view: PageView) {
    this.#pdfium = pdfium
    this.#view = view
  }

  take(object: number, outer: Matrix, depth: number): void {
    const { call, direct } = this.#pdfium
    this.#objects += 1
    if (object === 0 || this.#objects > MOST_OBJECTS) return
    const type = direct.objectType(object)
    if (type === PATH) this.#takePath(object, outer)
    else if (type === IMAGE) this.#takeImage(object, outer)
    else if (type === FORM && depth < DEEPEST_FORM) {
      const matrix = joined(this.#matrixOf(object), outer)
      const count = call.FPDFFormObj_CountObjects(object)
      for (let index = 0; index < count; index += 1)
        this.take(call.FPDFFormObj_GetObject(object, index), matrix, depth + 1)
    }
  }

  #takeImage(object: number, outer: Matrix): void {
    const box = this.#boundsOf(object, outer)
    if (!box) return
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (width * height > LARGE * this.#view.width * this.#view.height)
      this.pictured = Math.max(this.pictured ?? 0, this.#dotsAnInch(object, Math.max(width, height)))
  }

  /** Of a picture whose longer side takes so many points; 0 where it does not say how large it is. */
  #dotsAnInch(object: number, points: number): number {
    const { call, scratch } = this.#pdfium
    if (!call.FPDFImageObj_GetImagePixelSize(object, scratch.at(0), scratch.at(1))) return 0
    const [across, down] = [scratch.integer(0), scratch.integer(2)]
    if (across * down > MOST_DOTS) this.vast = true
    return (Math.max(across, down) * POINTS_AN_INCH) / points
  }

  #takePath(object: number, outer: Matrix): void {
    const box = this.#boundsOf(object, outer)
    if (!box) return
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (Math.min(width, height) <= THICKEST) this.#add(box)
    else {
      if (this.#isStroked(object)) this.#takeSegments(object, joined(this.#matrixOf(object), outer))
      if (!isWhite(this.#pdfium, object)) this.fills.push(box)
    }
  }

  #takeSegments(object: number, matrix: Matrix): void {
    const { call, scratch } = this.#pdfium
    const count = call.FPDFPath_CountSegments(object)
    if (count > MOST_SEGMENTS) return
    let start: readonly [number, number] | null = null
    let from: readonly [number, number] | null = null
    for (let index = 0; index < count; index += 1) {
      const segment = call.FPDFPath_GetPathSegment(object, index)
      if (segment === 0 || !call.FPDFPathSegment_GetPoint(segment, scratch.at(0), scratch.at(1))) return
      const to = applied(matrix, scratch.float(0), scratch.float(2))
      const type = call.FPDFPathSegment_GetType(segment)
      if (type === MOVE_TO) start = to
      else if (type === LINE_TO && from) this.#addLine(from, to)
      if (start && call.FPDFPathSegment_GetClose(segment)) this.#addLine(to, start)
      from = to
    }
  }

  #addLine([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): void {
    const box = this.#view.box(x0, y0, x1, y1)
    if (Math.min(box.right - box.left, box.bottom - box.top) <= THICKEST) this.#add(box)
  }

  /** A thin box becomes the line in its middle. */
  #add(box: Box): void {
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    this.strokes.push(
      width >= height
        ? { left: box.left, right: box.right, top: y, bottom: y }
        : { left: x, right: x, top: box.top, bottom: box.bottom },
    )
  }

  #isStroked(object: number): boolean {
    const { call, scratch } = this.#pdfium
    return call.FPDFPath_GetDrawMode(object, scratch.at(0), scratch.at(1)) && scratch.integer(2) !== 0
  }

  /** As shown; null where the object has none. */
  #boundsOf(object: number, outer: Matrix): Box | null {
    const { direct, scratch } = this.#pdfium
    if (direct.objectBounds(object, scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)) === 0) return null
    const [left, bottom, right, top] = [scratch.float(0), scratch.float(2), scratch.float(4), scratch.float(6)]
    return this.#view.box(...applied(outer, left, bottom), ...applied(outer, right, top))
  }

  #matrixOf(object: number): Matrix {
    const { call, scratch } = this.#pdfium
    if (!call.FPDFPageObj_GetMatrix(object, scratch.at(0))) return IDENTITY
    const value = (index: number) => scratch.float(index)
    return [value(0), value(1), value(2), value(3), value(4), value(5)]
  }
}

function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** First the inner, then the outer. */
function joined(inner: Matrix, outer: Matrix): Matrix {
  const [a, b] = applied([...linear(outer), 0, 0], inner[0], inner[1])
  const [c, d] = applied([...linear(outer), 0, 0], inner[2], inner[3])
  const [e, f] = applied(outer, inner[4], inner[5])
  return [a, b, c, d, e, f]
}

function linear([a, b, c, d]: Matrix): readonly [number, number, number, number] {
  return [a, b, c, d]
}
