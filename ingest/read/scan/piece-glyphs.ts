import type { Glyph } from '../pdf/drawing.ts'
import { heightOf, type Piece } from './pieces.ts'
import type { Recognised } from './recogniser.ts'

/** Heights of what is printed, as shares of the size of its font: digits and capitals, and Chinese characters. */
const DIGIT = 0.7
const CHARACTER = 0.93
/** How far a line's characters reach below the line they stand on, likewise. */
const BELOW = 0.12
/** Chinese characters are as wide as their font is large; so many of them tell its size. */
const ENOUGH = 4
/** A wider pitch than this is one of letters set apart. */
const SPACED = 1.2

const CHINESE = /\p{Script=Han}/u

/**
 * The characters of a piece where they stand, about: recognition tells a line's text more surely than the place of each of
 * its characters. In points.
 */
export function glyphsOf(
  piece: Piece,
  characters: readonly Recognised[],
  figure: boolean,
  em: number,
  scale: number,
): Glyph[] {
  const texts = characters.map(({ text }) => text)
  const widths = texts.map(widthOf)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const unit = ((piece.right - piece.left) * scale) / Math.max(0.5, whole)
  const size = figure ? (tallestOf(piece) * scale) / DIGIT : fontSize(piece, texts, em * scale, unit, scale)
  const baseline = figure ? feetOf(piece) * scale : middleOf(piece) * scale + (0.5 - BELOW) * size
  const [top, bottom] = [baseline - (1 - BELOW) * size, baseline + BELOW * size]
  let left = piece.left * scale
  return texts.flatMap((text, index) => {
    const right = left + (widths[index] ?? 1) * unit
    const glyph: Glyph = { left, top, right, bottom, baseline, text }
    left = right
    return text === ' ' ? [] : [glyph]
  })
}

function tallestOf({ marks }: Piece): number {
  return Math.max(...marks.map(heightOf))
}

function middleOf({ top, bottom }: Piece): number {
  return (top + bottom) / 2
}

/** What the digits of a figure stand on. */
function feetOf(piece: Piece): number {
  const tallest = tallestOf(piece)
  const feet = piece.marks.filter((mark) => heightOf(mark) > tallest / 2).map(({ bottom }) => bottom)
  return feet.sort((a, b) => a - b)[Math.floor(feet.length / 2)] ?? piece.bottom
}

function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1
}

function fontSize(piece: Piece, characters: readonly string[], em: number, unit: number, scale: number): number {
  const printed = (heightOf(piece) * scale) / CHARACTER
  const chinese = characters.filter((character) => CHINESE.test(character)).length
  if (chinese >= ENOUGH && unit < SPACED * printed && unit > printed / SPACED) return unit
  // A piece without any high character (一, a dash) is of the usual size.
  return Math.max(printed, em / CHARACTER)
}
