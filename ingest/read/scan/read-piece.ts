import { figureText, isSameFigure, isWellFormed, looksLikeFigure } from './figure-text.ts'
import type { Mark } from './marks.ts'
import { heightOf, type Piece } from './pieces.ts'
import { separatedByMarks } from './printed-figure.ts'
import { cropped, type Raster, scaled, WHITE } from './raster.ts'
import type { Recognised, Recogniser } from './recogniser.ts'

/** A piece with its characters. */
export interface ReadPiece {
  readonly piece: Piece
  readonly characters: readonly Recognised[]
  /** Whether it is a figure and nothing else. */
  readonly figure: boolean
}

/** Height of a character, in dots, at which Tesseract reads Chinese best. */
const EM = 32
/** Heights of a digit at which it reads figures best, the best first; where readings differ, more are taken. */
const DIGIT = 34
const OTHER_DIGITS = [40, 26]
/** No figure is as wide as this, in heights of its digits. */
const WIDEST = 30
/** A character that is narrower than this, in heights, is a digit, a letter or a sign. */
const SLIM = 0.75

/** What a figure's readings are worth: read alike by two readers with every mark accounted for; by most; by some. */
const ALIKE = 95
const BY_MOST = 60
const BY_SOME = 30

/** Reads a piece of a line. */
export function readPiece(raster: Raster, piece: Piece, em: number, recogniser: Recogniser): ReadPiece {
  const line = onWhite(cropped(raster, piece, 1))
  const characters = recogniser.words(scaled(line, EM / Math.max(em, heightOf(piece))))
  const text = characters.map((character) => character.text).join('')
  const figure = mayBeFigure(text, piece) ? readFigure(line, piece, text, recogniser) : null
  if (!figure) return { piece, characters, figure: false }
  return { piece, characters: [...figure.text].map((sign) => ({ ...figure, text: sign })), figure: true }
}

/** Print on a shaded field as if it were on white paper. */
function onWhite({ width, height, grey }: Raster): Raster {
  const paper = grey.toSorted()[Math.floor(grey.length * PAPER)] ?? WHITE
  return { width, height, grey: grey.map((shade) => Math.min(WHITE, Math.round((shade * WHITE) / Math.max(1, paper)))) }
}

/** A picture of a line has more paper than ink: its shade is that of most of the lighter dots. */
const PAPER = 0.75

/** A piece may be a figure where most of its signs are those of figures, or it is narrower than any character is. */
function mayBeFigure(text: string, piece: Piece): boolean {
  const [width, height] = [piece.right - piece.left, heightOf(piece)]
  return width < WIDEST * height && (looksLikeFigure(text) || width < SLIM * height)
}

/**
 * A figure read again by a reader of figures; null where that finds none, or where the first reader saw something else and
 * not each mark is accounted for.
 */
function readFigure(line: Raster, piece: Piece, words: string, recogniser: Recogniser): Recognised | null {
  const digit = Math.max(...piece.marks.map(heightOf))
  const again = (height: number) => figureText(recogniser.figures(scaled(line, height / digit)))
  const readings = [again(DIGIT), figureText(words)]
  const [first, second] = readings
  if (first && second && isSameFigure(first, second) && isWhole(first, piece.marks))
    return { text: isWellFormed(first) ? first : second, confidence: ALIKE }
  readings.push(...OTHER_DIGITS.map(again))
  const found = readings.flatMap((reading) =>
    reading === null ? [] : [separatedByMarks(reading, piece.marks) ?? reading],
  )
  const votes = (text: string) => found.filter((other) => isSameFigure(other, text)).length
  const [most] = found.toSorted((a, b) => votes(b) - votes(a) || Number(isWellFormed(b)) - Number(isWellFormed(a)))
  if (most === undefined) return null
  const whole = isWhole(most, piece.marks)
  if (second === null && !whole) return null
  const sure = whole && votes(most) >= readings.length - 1
  return { text: most, confidence: sure ? BY_MOST : BY_SOME }
}

/** A percent sign is printed in three marks. */
const MARKS_OF_PERCENT = 3

/** A mark wider than this, in heights of a digit, is two digits that touch: a reader of pictures may pass over one. */
const TOUCHING = 0.95

/** Whether a figure has a sign for each mark that was printed, and its separators where these are. */
function isWhole(figure: string, marks: readonly Mark[]): boolean {
  const digit = Math.max(...marks.map(heightOf))
  const isTouching = (mark: Mark) => heightOf(mark) > digit / 2 && mark.right - mark.left > TOUCHING * digit
  if (!figure.endsWith('%') && marks.some(isTouching)) return false
  const separated = separatedByMarks(figure, marks)
  if (separated !== null) return isSameFigure(separated, figure)
  const percents = figure.endsWith('%') ? MARKS_OF_PERCENT - 1 : 0
  return marks.length <= figure.length + percents
}
