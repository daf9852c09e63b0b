/** Left, top, right, bottom in points (1/72 inch) from the top left corner of the page as it is shown. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A character where it is printed. */
export interface Glyph extends Box {
  readonly text: string
  /** Distance of the line it stands on from the top of the page. */
  readonly baseline: number
}

/** A straight stroke, along one axis of the page: `top` equals `bottom`, or `left` equals `right`. */
export type Stroke = Box

/** What a page shows, in no other order than that of its drawing. */
export interface PageDrawing {
  /** 1-based. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly strokes: readonly Stroke[]
  /** Dots an inch of the large picture that the page shows, which may hold text that is not drawn as such; null without one. */
  readonly pictured: number | null
  /** Whether a picture of it has more dots than any scan of a page: it is not drawn, lest it take all memory. */
  readonly vast: boolean
  /** Whether its text is invisible: laid under a picture by whoever scanned the page. */
  readonly hidden: boolean
  /** Where a box of the drawing stands on the page as it is shown: the drawing may be turned to be read. */
  readonly shown: (box: Box) => Box
  /** How surely what stands in a box was read, 0 to 100, where it was read from a picture; null where it is drawn as text. */
  readonly confidence: ((box: Box) => number) | null
}

/** The least box that holds all of them; of none, an empty one in the corner. */
export function unitedBox(boxes: Iterable<Box>): Box {
  let united: { left: number; top: number; right: number; bottom: number } | null = null
  for (const box of boxes) {
    if (!united) {
      united = { left: box.left, top: box.top, right: box.right, bottom: box.bottom }
      continue
    }
    united.left = Math.min(united.left, box.left)
    united.top = Math.min(united.top, box.top)
    united.right = Math.max(united.right, box.right)
    united.bottom = Math.max(united.bottom, box.bottom)
  }
  return united ?? { left: 0, top: 0, right: 0, bottom: 0 }
}

/** Whether a point lies in a box. */
export function holds({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}
