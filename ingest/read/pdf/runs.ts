import { type Box, type Glyph, unitedBox } from './drawing.ts'

/** Characters drawn one after another without a gap: a word, a figure, a piece of a line. */
export interface Run extends Box {
  readonly text: string
  readonly baseline: number
  readonly glyphs: readonly Glyph[]
}

/** Gap between two characters of a run, backwards and forwards, as a share of their height. */
const OVERLAP = 0.6
const GAP = 0.3
/** How far the baselines of a run's characters may lie apart, likewise. */
const SAME_LINE = 0.25

/** The runs of a page in the order of their drawing. */
export function findRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = []
  let open: Glyph[] = []
  for (const glyph of glyphs) {
    const last = open.at(-1)
    if (last && !follows(last, glyph)) {
      runs.push(runOf(open))
      open = []
    }
    open.push(glyph)
  }
  if (open.length > 0) runs.push(runOf(open))
  return runs
}

function follows(last: Glyph, next: Glyph): boolean {
  const height = Math.min(heightOf(last), heightOf(next))
  const gap = next.left - last.right
  return (
    Math.abs(next.baseline - last.baseline) <= SAME_LINE * height && gap <= GAP * height && gap >= -OVERLAP * height
  )
}

/** A run of at least one character. */
export function runOf(glyphs: readonly Glyph[]): Run {
  const { left, top, right, bottom } = unitedBox(glyphs)
  let text = ''
  for (const glyph of glyphs) text += glyph.text
  return { left, top, right, bottom, text, baseline: glyphs[0]?.baseline ?? 0, glyphs }
}

/** Height of what is printed, about that of its font. */
export function heightOf({ top, bottom }: Box): number {
  return Math.max(1, bottom - top)
}
