import type { Glyph } from '../pdf/drawing.ts'
import { heightOf, type Piece } from './pieces.ts'

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
const FIGURE = /^[-(]?\d[\d.,]*[%)]?$/
/** Spaces count where they part Latin words. */
const NO_SPACE = /(?<![A-Za-z]) | (?![A-Za-z])/g

/**
 * The characters of a piece where they stand, about: recognition tells a line's text more surely than the place of each of
 * its characters. In points.
 */
export function glyphsOf(piece: Piece, text: string, em: number, scale: number): Glyph[] {
  const characters = [...text.replace(/\s+/g, ' ').replace(NO_SPACE, '')]
  const widths = characters.map(widthOf)
  const unit = ((piece.right - piece.left) * scale) / Math.max(0.5, widths.reduce((sum, width) => sum + width, 0))
  const size = fontSize(piece, characters, em * scale, unit, scale)
  const baseline = baselineOf(piece, text, scale, size)
  const [top, bottom] = [baseline - (1 - BELOW) * size, baseline + BELOW * size]
  let left = piece.left * scale
  return characters.flatMap((character, index) => {
    const right = left + (widths[index] ?? 1) * unit
    const glyph: Glyph = { left, top, right, bottom, baseline, text: character }
    left = right
    return character === ' ' ? [] : [glyph]
  })
}

function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1
}

function fontSize(piece: Piece, characters: readonly string[], em: number, unit: number, scale: number): number {
  if (FIGURE.test(characters.join(''))) return (Math.max(...piece.marks.map(heightOf)) * scale) / DIGIT
  const printed = (heightOf(piece) * scale) / CHARACTER
  const chinese = characters.filter((character) => CHINESE.test(character)).length
  if (chinese >= ENOUGH && unit < SPACED * printed && unit > printed / SPACED) return unit
  // A piece without any high character (一, a dash) is of the usual size.
  return Math.max(printed, em / CHARACTER)
}

function baselineOf(piece: Piece, text: string, scale: number, size: number): number {
  if (!FIGURE.test(text)) {
    const middle = ((piece.top + piece.bottom) / 2) * scale
    return middle + (0.5 - BELOW) * size
  }
  const tallest = Math.max(...piece.marks.map(heightOf))
  const feet = piece.marks.filter((mark) => heightOf(mark) > tallest / 2).map(({ bottom }) => bottom)
  return (feet.sort((a, b) => a - b)[Math.floor(feet.length / 2)] ?? piece.bottom) * scale
}
