import type { Glyph } from './drawing.ts'
import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** Whether a white letter at a point can be seen: it is over something that is not white. */
export type Shaded = (x: number, y: number) => boolean

/** Text rendering mode 3 (ISO 32000, 9.3.6): neither filled nor stroked. */
const INVISIBLE = 3
/** More characters than any printed page has; what a page draws beyond them is left unread. */
const MOST_GLYPHS = 60_000

/**
 * The characters of a page in the order of their drawing, spaces left out. Invisible ones are taken only where the page
 * has no others; such a page is `hidden`. White ones on white ground are left out. Characters drawn twice at one place (false bold) count once.
 */
export function readGlyphs(
  pdfium: Pdfium,
  page: number,
  view: PageView,
  isShaded: Shaded,
): { readonly glyphs: readonly Glyph[]; readonly hidden: boolean } {
  const { call } = pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return { glyphs: [], hidden: false }
  try {
    const count = Math.min(call.FPDFText_CountChars(text), MOST_GLYPHS)
    const [shown, invisible] = [new GlyphList(), new GlyphList()]
    const lookOf = looks(pdfium, text)
    for (let index = 0; index < count; index += 1) {
      const code = pdfium.direct.unicode(text, index)
      const glyph = isPrinted(code) ? glyphAt(pdfium, text, index, code, view) : null
      if (!glyph) continue
      const look = lookOf(index)
      if (look === 'white' && !isShaded(glyph.left, (glyph.top + glyph.bottom) / 2)) continue
      ;(look === 'invisible' ? invisible : shown).add(glyph, code)
    }
    const hidden = shown.glyphs.length === 0 && invisible.glyphs.length > 0
    return { glyphs: hidden ? invisible.glyphs : shown.glyphs, hidden }
  } finally {
    call.FPDFText_ClosePage(text)
  }
}

/** Spaces of all widths, control characters and what stands for no character print nothing. */
function isPrinted(code: number): boolean {
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff) return false
  return code !== 0xfffe && code !== 0xffff && !(code >= 0x2000 && code <= 0x200f)
}

/** Null for what stands off the page. */
function glyphAt({ direct, scratch }: Pdfium, text: number, index: number, code: number, view: PageView): Glyph | null {
  if (direct.looseBox(text, index, scratch.at(0)) === 0) return null
  // FS_RECTF: left, top, right, bottom.
  const box = view.box(scratch.float(0), scratch.float(3), scratch.float(2), scratch.float(1))
  const off = box.right < 0 || box.left > view.width || box.bottom < 0 || box.top > view.height
  if (off || direct.origin(text, index, scratch.at(0), scratch.at(1)) === 0) return null
  const [, baseline] = view.point(scratch.double(0), scratch.double(1))
  const { left, top, right, bottom } = box
  return { left, top, right, bottom, text: String.fromCodePoint(code), baseline }
}

type Look = 'plain' | 'white' | 'invisible'

/** How the character of an index is drawn; characters of one text object are drawn alike. */
function looks(pdfium: Pdfium, text: number): (index: number) => Look {
  let last = 0
  let look: Look = 'plain'
  return (index) => {
    const object = pdfium.direct.textObject(text, index)
    if (object !== last) [last, look] = [object, object === 0 ? 'plain' : lookOfObject(pdfium, object)]
    return look
  }
}

function lookOfObject(pdfium: Pdfium, object: number): Look {
  if (pdfium.direct.renderMode(object) === INVISIBLE) return 'invisible'
  return isWhite(pdfium, object) ? 'white' : 'plain'
}

/** Lighter than anybody can read on paper. */
const WHITE = 250

/** Whether an object is filled with white. */
export function isWhite({ direct, scratch }: Pdfium, object: number): boolean {
  if (direct.fillColour(object, scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)) === 0) return false
  return [0, 2, 4].every((part) => scratch.integer(part) >= WHITE)
}

/** A page is less than so many points high; more would only make two places look like one. */
const PLACES = 16_384

/** Collects glyphs, each place once. A copy is drawn up to a point beside the first. */
class GlyphList {
  readonly glyphs: Glyph[] = []
  readonly #places = new Set<number>()

  add(glyph: Glyph, code: number): void {
    const place = (code * PLACES + Math.round(glyph.left)) * PLACES + Math.round(glyph.baseline)
    for (const step of NEARBY) if (this.#places.has(place + step) && this.#isCopy(glyph)) return
    this.#places.add(place)
    this.glyphs.push(glyph)
  }

  /** Looked at only where the same character was drawn nearby: thin letters may well stand there side by side. */
  #isCopy({ text, left, baseline, right }: Glyph): boolean {
    const near = Math.min(1, (right - left) / 3)
    return this.glyphs.some(
      (other) => other.text === text && Math.abs(other.left - left) <= near && Math.abs(other.baseline - baseline) <= 1,
    )
  }
}

/** The same point, and those left, right, above and below. */
const NEARBY = [0, -PLACES, PLACES, -1, 1]
