import type { Glyph } from './drawing.ts'
import type { Pdfium } from './pdfium.ts'
import type { PageView } from './view.ts'

/** Text rendering mode 3 (ISO 32000, 9.3.6): neither filled nor stroked. */
const INVISIBLE = 3
/** More characters than any printed page has; what a page draws beyond them is left unread. */
const MOST_GLYPHS = 60_000

/**
 * The characters of a page in the order of their drawing, spaces left out. Invisible ones are taken only where the page
 * has no others; such a page is `hidden`. Characters drawn twice at one place (false bold) count once.
 */
export function readGlyphs(
  pdfium: Pdfium,
  page: number,
  view: PageView,
): { readonly glyphs: readonly Glyph[]; readonly hidden: boolean } {
  const { call } = pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return { glyphs: [], hidden: false }
  try {
    const count = Math.min(call.FPDFText_CountChars(text), MOST_GLYPHS)
    const [shown, invisible] = [new GlyphList(), new GlyphList()]
    for (let index = 0; index < count; index += 1) {
      const glyph = glyphAt(pdfium, text, index, view)
      if (glyph) (isInvisible(pdfium, text, index) ? invisible : shown).add(glyph)
    }
    const hidden = shown.glyphs.length === 0 && invisible.glyphs.length > 0
    return { glyphs: hidden ? invisible.glyphs : shown.glyphs, hidden }
  } finally {
    call.FPDFText_ClosePage(text)
  }
}

/** Null for spaces and for what stands off the page. */
function glyphAt({ call, scratch }: Pdfium, text: number, index: number, view: PageView): Glyph | null {
  const code = call.FPDFText_GetUnicode(text, index)
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfffe || code === 0xffff) return null
  if (call.FPDFText_IsGenerated(text, index) === 1) return null
  if (!call.FPDFText_GetLooseCharBox(text, index, scratch.at(0))) return null
  // FS_RECTF: left, top, right, bottom.
  const [left, top, right, bottom] = [scratch.float(0), scratch.float(1), scratch.float(2), scratch.float(3)]
  const box = view.box(left, bottom, right, top)
  const off = box.right < 0 || box.left > view.width || box.bottom < 0 || box.top > view.height
  if (off || !call.FPDFText_GetCharOrigin(text, index, scratch.at(0), scratch.at(1))) return null
  const [, baseline] = view.point(scratch.double(0), scratch.double(1))
  return { ...box, text: String.fromCodePoint(code), baseline }
}

function isInvisible({ call }: Pdfium, text: number, index: number): boolean {
  const object = call.FPDFText_GetTextObject(text, index)
  return object !== 0 && call.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE
}

/** Collects glyphs, each place once. */
class GlyphList {
  readonly glyphs: Glyph[] = []
  readonly #places = new Set<string>()

  add(glyph: Glyph): void {
    const places = NEARBY.map(
      ([x, y]) => `${glyph.text}${Math.round(glyph.left + x)},${Math.round(glyph.baseline + y)}`,
    )
    if (places.some((place) => this.#places.has(place))) return
    this.#places.add(places[0] ?? '')
    this.glyphs.push(glyph)
  }
}

/** A copy is drawn up to a point beside the first. */
const NEARBY = [
  [0, 0],
  [-0.7, 0],
  [0.7, 0],
  [0, -0.7],
  [0, 0.7],
] as const
