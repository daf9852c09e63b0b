import type { Glyph } from './drawing.ts'
import type { RuledCell, RuledGrid } from './grid.ts'
import { type Run, runOf } from './runs.ts'

/** An account's, of the national classification; its last digits may stand apart. */
const CODE = /^[1-5]\d{2}(?:\s?\d{2}){0,2}\s*$/

/** A run, or a part of one, in the cell it is printed for. */
export interface PlacedRun {
  readonly cell: RuledCell
  readonly run: Run
}

/** Share of a character's width by which it must stand over an edge to stand across it. */
const ACROSS = 0.2
const COMPLETE_AMOUNT = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}$/

/**
 * Puts a run into the cells it is printed in. Words and figures too wide for their cell stand across its edge and stay
 * whole, in the cell that holds most of them; what merely touches its neighbour is parted at the edge.
 */
export function splitRun(run: Run, grid: RuledGrid): PlacedRun[] {
  const middle = (run.top + run.bottom) / 2
  const parts: { cell: RuledCell; glyphs: Glyph[] }[] = []
  for (const glyph of run.glyphs) {
    const cell = grid.cellAt((glyph.left + glyph.right) / 2, middle)
    const last = parts.at(-1)
    if (last && (cell === last.cell || cell === null)) last.glyphs.push(glyph)
    else if (cell) parts.push({ cell, glyphs: [glyph] })
  }
  const joined: { cell: RuledCell; glyphs: Glyph[]; most: number }[] = []
  for (const { cell, glyphs } of parts) {
    const last = joined.at(-1)
    if (!last || !standsAcross(last.glyphs, glyphs, cell.left)) {
      joined.push({ cell, glyphs, most: glyphs.length })
      continue
    }
    last.glyphs = [...last.glyphs, ...glyphs]
    if (glyphs.length > last.most) [last.cell, last.most] = [cell, glyphs.length]
  }
  return joined.map(({ cell, glyphs }) => ({ cell, run: runOf(glyphs) }))
}

/** Whether what stands before an edge and what stands behind it are one word or figure. */
function standsAcross(before: readonly Glyph[], behind: readonly Glyph[], edge: number): boolean {
  const [last, first] = [before.at(-1), behind[0]]
  if (!last || !first) return false
  if (isFigure(last) && isFigure(first)) return !(isComplete(before) && (isComplete(behind) || isCode(behind)))
  const over = (glyph: Glyph) => ACROSS * (glyph.right - glyph.left)
  return last.right > edge + over(last) || first.left < edge - over(first)
}

function isFigure({ text }: Glyph): boolean {
  return /[\d.,]/.test(text)
}

function isComplete(glyphs: readonly Glyph[]): boolean {
  return COMPLETE_AMOUNT.test(textOf(glyphs))
}

function isCode(glyphs: readonly Glyph[]): boolean {
  return CODE.test(textOf(glyphs))
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('')
}
