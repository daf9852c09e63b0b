import { type Box, type Glyph, unitedBox } from './drawing.ts'
import { lineText, type PrintedLine } from './printed-line.ts'
import { heightOf, type Run, runOf } from './runs.ts'

/** Words, or a figure, that stand together on a line: what a cell prints, or one line of it. */
export interface Piece extends Box {
  readonly text: string
  readonly baseline: number
  readonly runs: readonly Run[]
}

/** In heights of the characters: nearer runs are one word, farther ones are never one, but for spread letters. */
const TOUCHING = 0.35
const PARTED = 1
const SPREAD = 4

const FIGURE = /^[-−+]?\d[\d,，]*(?:\.\d+)?\s?[%％]?$|^[（(]\d[\d,]*\.\d+[)）]$/
const COMPLETE_AMOUNT = /[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}/g
const COMPLETE_AMOUNTS = /^(?:[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2})+$/
const CODE = /^\d{3,8}$/
const UNIT = /^(?:[万亿千]?元|[%％]|个|人|辆|台|套|平方米|公里|万|亿|[年月日])/
const LETTER = /^[\u4e00-\u9fff]$/
/** Heads of the parts of a code stand side by side and are no letters of one word. */
const CODE_PARTS = /^[类款项目节][款项节]$/

/** Whether a piece prints nothing but a number: an amount, a count or a code. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text)
}

/** Whether a number is printed as amounts are: with decimals, thousands or a sign. */
export function isAmount(text: string): boolean {
  return FIGURE.test(text) && /[.,，%％]|^[-−]|^0$/.test(text)
}

/** The pieces of a line, left to right, as far as its own gaps tell; the columns it stands in may part it further. */
export function piecesOf(line: PrintedLine): Piece[] {
  const groups: Run[][] = []
  for (const run of line.runs.flatMap(unjammed)) {
    const open = groups.at(-1)
    if (open && isOneWord(open, run)) open.push(run)
    else groups.push([run])
  }
  return groups.map(pieceOf)
}

/** Runs side by side as one piece. */
export function pieceOf(runs: readonly Run[]): Piece {
  const [only, ...others] = runs
  if (only && others.length === 0) {
    const { left, top, right, bottom, text, baseline } = only
    return { left, top, right, bottom, text, baseline, runs }
  }
  return { ...unitedBox(runs), text: lineText({ runs }), baseline: only?.baseline ?? 0, runs }
}

/** Amounts of neighbouring columns that touch are drawn as one run. */
function unjammed(run: Run): Run[] {
  if (!COMPLETE_AMOUNTS.test(run.text) || run.text.length !== run.glyphs.length) return [run]
  let from = 0
  return (run.text.match(COMPLETE_AMOUNT) ?? []).map((amount) => {
    const glyphs = run.glyphs.slice(from, from + amount.length)
    from += amount.length
    return runOf(glyphs)
  })
}

function isOneWord(open: readonly Run[], next: Run): boolean {
  const last = open.at(-1) ?? next
  const [gap, size] = [next.left - last.right, Math.min(heightOf(last), heightOf(next))]
  if (gap <= TOUCHING * size)
    return !(COMPLETE_AMOUNTS.test(next.text) && COMPLETE_AMOUNTS.test(lineText({ runs: open })))
  if (LETTER.test(next.text) && open.every((run) => LETTER.test(run.text))) return isSpread(open, next, gap, size)
  if (gap > PARTED * size) return false
  const text = lineText({ runs: open })
  if (FIGURE.test(text)) return UNIT.test(next.text)
  return !isAmount(next.text) && !CODE.test(text)
}

/** Letters of a spread word are all as far apart. */
function isSpread(open: readonly Run[], next: Run, gap: number, size: number): boolean {
  const [first, second] = open
  if (gap > SPREAD * size || (first && CODE_PARTS.test((open.at(-1) ?? first).text + next.text))) return false
  const usual = first && second ? second.left - first.right : gap
  return Math.abs(gap - usual) <= 0.5 * usual + 2
}

/** A strip of a page between two columns, in points. */
export type Gutter = readonly [left: number, right: number]

/** So far, in points, a character may stand in a gutter. */
const INTO_GUTTER = 1.5

/** Parts a piece where one of its gaps is over a gutter. Spread words and what is printed on over the gutter stay whole. */
export function partedAt(piece: Piece, gutters: readonly Gutter[]): Piece[] {
  const over = gutters.filter(([left, right]) => piece.left < left && piece.right > right)
  if (over.length === 0 || (piece.runs.length > 1 && piece.runs.every(({ text }) => LETTER.test(text)))) return [piece]
  const glyphs = piece.runs.flatMap((run) => run.glyphs)
  const cuts = new Set(over.flatMap((gutter) => cutIn(glyphs, gutter) ?? []))
  if (cuts.size === 0) return [piece]
  const parts: Run[][] = [[]]
  let at = 0
  for (const run of piece.runs) {
    let from = 0
    run.glyphs.forEach((_, index) => {
      if (index > 0 && cuts.has(at + index)) {
        parts.at(-1)?.push(runOf(run.glyphs.slice(from, index)))
        parts.push([])
        from = index
      }
    })
    if (cuts.has(at)) parts.push([])
    parts.at(-1)?.push(from === 0 ? run : runOf(run.glyphs.slice(from)))
    at += run.glyphs.length
  }
  return parts.map(pieceOf)
}

/** Index of the character behind the widest gap in a gutter; null where the words go on over it. */
function cutIn(glyphs: readonly Glyph[], [left, right]: Gutter): number | null {
  let [best, widest] = [0, 0]
  glyphs.forEach((glyph, index) => {
    const before = glyphs[index - 1]
    if (!before || before.right > right + INTO_GUTTER || glyph.left < left - INTO_GUTTER) return
    const gap = glyph.left - before.right
    const least = /[\d.%]/.test(before.text) === /[\d.%]/.test(glyph.text) ? 0.2 : 0.05
    if (gap >= least * heightOf(glyph) && gap > widest) [best, widest] = [index, gap]
  })
  return best > 0 ? best : null
}
