import type { Box, Glyph, PageDrawing } from './drawing.ts'

/** Share of a page's steps from character to character that go up or down where its text stands sideways. */
const SIDEWAYS = 0.7
/** A page of fewer characters is left as it is. */
const LEAST_GLYPHS = 30
/** Where a line's characters stand on it, as a share of their height from below. */
const BELOW_BASELINE = 0.2

/**
 * A page whose text stands sideways, as a landscape table printed on a portrait page does, turned so that it can be read;
 * `shown` leads back to the page as it is shown. Other pages stay as they are.
 */
export function turnedUpright(drawing: PageDrawing): PageDrawing {
  const direction = directionOf(drawing.glyphs)
  if (direction === 'across') return drawing
  const { width, height } = drawing
  const up = direction === 'up'
  const turn = (box: Box): Box =>
    up
      ? { left: height - box.bottom, right: height - box.top, top: box.left, bottom: box.right }
      : { left: box.top, right: box.bottom, top: width - box.right, bottom: width - box.left }
  const shown = (box: Box): Box =>
    up
      ? { left: box.top, right: box.bottom, top: height - box.right, bottom: height - box.left }
      : { left: width - box.bottom, right: width - box.top, top: box.left, bottom: box.right }
  return {
    ...drawing,
    width: height,
    height: width,
    glyphs: drawing.glyphs.map((glyph) => uprightGlyph(glyph, turn(glyph))),
    strokes: drawing.strokes.map(turn),
    shown,
  }
}

function uprightGlyph({ text }: Glyph, box: Box): Glyph {
  return { ...box, text, baseline: box.bottom - BELOW_BASELINE * (box.bottom - box.top) }
}

/** Which way most of the text is read: across, or up or down the page. */
function directionOf(glyphs: readonly Glyph[]): 'across' | 'up' | 'down' {
  if (glyphs.length < LEAST_GLYPHS) return 'across'
  const counts = { across: 0, up: 0, down: 0 }
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (last) counts[stepOf(last, glyph)] += 1
    last = glyph
  }
  const least = SIDEWAYS * (glyphs.length - 1)
  if (counts.up >= least) return 'up'
  return counts.down >= least ? 'down' : 'across'
}

function stepOf(last: Glyph, next: Glyph): 'across' | 'up' | 'down' {
  const [x, y] = [Math.abs(next.left - last.left), next.top - last.top]
  if (Math.abs(y) <= x) return 'across'
  return y < 0 ? 'up' : 'down'
}
