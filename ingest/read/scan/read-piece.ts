import { figureText, isSameFigure, isWellFormed, looksLikeFigure } from './figure-text.ts'
import type { Mark } from './marks.ts'
import { heightOf, type Piece } from './pieces.ts'
import { cropped, type Raster, scaled } from './raster.ts'
import type { Reading, Recogniser } from './recogniser.ts'

/** Height of a character, in dots, at which Tesseract reads Chinese best. */
const EM = 32
/** Heights of a digit at which it reads figures best, the best first; where readings differ, more are taken. */
const DIGIT = 34
const OTHER_DIGITS = [40, 26]
/** White around a line. */
const MARGIN = 10

/** What a figure's readings are worth: read alike by two readers, by most, or as somebody read it. */
const ALIKE = 95
const BY_MOST = 60
const ONCE = 30

/** Reads a piece of a line. */
export function readPiece(raster: Raster, piece: Piece, em: number, recogniser: Recogniser): Reading {
  const line = cropped(raster, piece, 1)
  const height = Math.max(em, heightOf(piece))
  const words = recogniser.words(prepared(line, EM / height))
  return looksLikeFigure(words.text) ? (readFigure(line, piece, words, recogniser) ?? words) : words
}

function prepared(line: Raster, factor: number): Raster {
  const large = scaled(line, factor)
  return cropped(large, { left: 0, top: 0, right: large.width, bottom: large.height }, MARGIN)
}

/** A figure read again by a reader of figures; null where that finds none. */
function readFigure(line: Raster, piece: Piece, words: Reading, recogniser: Recogniser): Reading | null {
  const digit = Math.max(...piece.marks.map(heightOf))
  const again = (height: number) => figureText(recogniser.figures(prepared(line, height / digit)).text)
  const readings = [again(DIGIT), figureText(words.text)]
  const [first, second] = readings
  if (first && second && isSameFigure(first, second) && hasAllMarks(first, piece.marks)) return { text: better(first, second), confidence: ALIKE }
  readings.push(...OTHER_DIGITS.map(again))
  const found = readings.flatMap((reading) => (reading === null ? [] : [reading]))
  const ranked = found
    .map((text) => ({ text, votes: found.filter((other) => isSameFigure(other, text)).length }))
    .sort((a, b) => b.votes - a.votes || Number(isWellFormed(b.text)) - Number(isWellFormed(a.text)))
  const [most] = ranked
  if (!most) return null
  const all = hasAllMarks(most.text, piece.marks)
  return { text: most.text, confidence: all && most.votes >= readings.length - 1 ? BY_MOST : ONCE }
}

function better(a: string, b: string): string {
  return isWellFormed(a) || !isWellFormed(b) ? a : b
}

/** A percent sign is printed in three marks. */
const MARKS_OF_PERCENT = 3

/** Whether a figure has a sign for each mark that was printed: else a point or a digit was passed over. */
function hasAllMarks(figure: string, marks: readonly Mark[]): boolean {
  const percents = figure.endsWith('%') ? MARKS_OF_PERCENT - 1 : 0
  return marks.length <= figure.length + percents
}
