import type { Box, Glyph, PageDrawing, Stroke } from '../pdf/drawing.ts'
import { type RuledGrid, readGrid } from '../pdf/grid.ts'
import { findFrames, findRulings } from '../pdf/rulings.ts'
import { inkOf } from './ink.ts'
import { findMarks, type Mark } from './marks.ts'
import { glyphsOf } from './piece-glyphs.ts'
import { characterHeight, findPieces, heightOf, type Piece } from './pieces.ts'
import { type Raster, rotated, turned } from './raster.ts'
import { type ReadPiece, readPiece } from './read-piece.ts'
import type { Recogniser } from './recogniser.ts'
import { rulingDots, withoutLines } from './ruling-dots.ts'
import { withChineseSigns } from './signs.ts'
import { skewOf } from './skew.ts'
import { withKnownWords } from './vocabulary.ts'

/** What is to be known of a page that was read from its picture: what a drawn page has, but for what it shows beside. */
export type ScannedPage = Pick<PageDrawing, 'width' | 'height' | 'glyphs' | 'strokes' | 'shown' | 'confidence'>

const POINTS_AN_INCH = 72
/** A page slanting by less than this, in radians, is straight: a dot in two thousand. */
const STRAIGHT = 0.0005

/** Reads the picture of a page. */
export function scanPage(raster: Raster, dpi: number, recogniser: Recogniser): ScannedPage {
  const upright = uprightPage(raster, dpi, recogniser)
  const scale = POINTS_AN_INCH / dpi
  const read = upright.regions.flatMap((pieces) =>
    readRegion(pieces.map((piece) => upright.read(piece))).flatMap(({ piece, characters, figure }) => {
      const glyphs = glyphsOf(piece, characters, figure, upright.em, scale)
      return glyphs.length === 0 ? [] : [{ glyphs, confidence: Math.min(...characters.map((one) => one.confidence)) }]
    }),
  )
  return {
    width: upright.raster.width * scale,
    height: upright.raster.height * scale,
    glyphs: read.flatMap(({ glyphs }) => glyphs),
    strokes: upright.strokes,
    shown: (box) => upright.shown(box),
    confidence: (box) =>
      read.reduce(
        (least, { glyphs, confidence }) =>
          glyphs.some((glyph) => isIn(glyph, box)) ? Math.min(least, confidence) : least,
        SURE,
      ),
  }
}

const SURE = 100

/** The pieces of a cell, or all that are outside cells, as one text: words go on from line to line. */
function readRegion(read: readonly ReadPiece[]): ReadPiece[] {
  const words = withKnownWords(read.flatMap(({ characters, figure }) => (figure ? [] : characters)))
  let at = 0
  return read.map((one) => {
    if (one.figure) return one
    const own = words.slice(at, at + one.characters.length)
    at += own.length
    return { ...one, characters: withChineseSigns(own) }
  })
}

function isIn(glyph: Glyph, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}

/** A page straightened and parted into what is to be read. */
interface LaidOutPage {
  readonly raster: Raster
  /** Pieces by the cell they stand in, those outside cells together. */
  readonly regions: readonly (readonly Piece[])[]
  readonly em: number
  /** Reads one of the pieces; once, however often it is asked for. */
  readonly read: (piece: Piece) => ReadPiece
  readonly strokes: readonly Stroke[]
  readonly shown: (box: Box) => Box
}

/** So many pieces tell which way up a page is; read less surely than this, they may stand on their heads. */
const SAMPLE = 6
const READABLE = 85

/** The page the way up in which its words can be read. */
function uprightPage(raster: Raster, dpi: number, recogniser: Recogniser): LaidOutPage {
  const first = layOut(raster, dpi, recogniser)
  let best = { page: first, sure: sureness(first) }
  for (const quarters of [1, 3, 2]) {
    if (best.sure >= READABLE) break
    const page = layOut(turned(raster, quarters), dpi, recogniser)
    const sure = sureness(page)
    if (sure > best.sure) best = { page: { ...page, shown: turnedBack(page, quarters, dpi) }, sure }
  }
  return best.page
}

/** How surely the words of a page are read: of its widest pieces, that have most. */
function sureness({ regions, read }: LaidOutPage): number {
  const widest = [...regions.flat()].sort((a, b) => b.right - b.left - a.right + a.left).slice(0, SAMPLE)
  const sure = widest.flatMap((piece) => read(piece).characters.map((one) => one.confidence))
  return sure.length === 0 ? SURE : sure.reduce((sum, one) => sum + one, 0) / sure.length
}

/** Where a box of a page that was turned clockwise stands on the page as it is shown. */
function turnedBack({ raster, shown }: LaidOutPage, quarters: number, dpi: number): (box: Box) => Box {
  const [width, height] = [raster.width, raster.height].map((dots) => (dots * POINTS_AN_INCH) / dpi)
  const [across, down] = [width ?? 0, height ?? 0]
  return (box) => {
    const { left, top, right, bottom } = shown(box)
    if (quarters === 1) return { left: top, right: bottom, top: across - right, bottom: across - left }
    if (quarters === 3) return { left: down - bottom, right: down - top, top: left, bottom: right }
    return { left: across - right, right: across - left, top: down - bottom, bottom: down - top }
  }
}

function layOut(picture: Raster, dpi: number, recogniser: Recogniser): LaidOutPage {
  const slanting = inkOf(picture, dpi)
  const skew = skewOf(slanting)
  const straight = Math.abs(skew) < STRAIGHT
  const raster = straight ? picture : rotated(picture, -skew)
  const ink = straight ? slanting : inkOf(raster, dpi)
  const lines = rulingDots(ink, dpi)
  const bare = withoutLines(raster, ink, lines)
  const marks = findMarks(bare.ink, dpi)
  const em = characterHeight(marks, dpi)
  const scale = POINTS_AN_INCH / dpi
  const strokes: Stroke[] = [
    ...lines.level.map(({ at, from, to }) => ({
      left: from * scale,
      right: to * scale,
      top: at * scale,
      bottom: at * scale,
    })),
    ...lines.upright.map(({ at, from, to }) => ({
      left: at * scale,
      right: at * scale,
      top: from * scale,
      bottom: to * scale,
    })),
  ]
  const known = new Map<Piece, ReadPiece>()
  return {
    raster: bare.raster,
    read: (piece) => {
      const read = known.get(piece) ?? readPiece(bare.raster, piece, em, recogniser)
      known.set(piece, read)
      return read
    },
    regions: em === 0 ? [] : regionsOf(marks, em, strokes, scale),
    em,
    strokes,
    shown: straight ? (box) => box : slanted(raster, skew, scale),
  }
}

/** A mark so many times as high as a character and as wide is a picture, or a seal. */
const PICTURE = 4

/** The pieces of each cell that the lines draw, and those outside. */
function regionsOf(marks: readonly Mark[], em: number, strokes: readonly Stroke[], scale: number): Piece[][] {
  const grids = findFrames(findRulings(strokes)).flatMap((frame) => readGrid(frame) ?? [])
  const regions = new Map<unknown, Mark[]>()
  for (const mark of marks) {
    if (Math.min(heightOf(mark), mark.right - mark.left) > PICTURE * em) continue
    const region = cellAt(grids, ((mark.left + mark.right) / 2) * scale, ((mark.top + mark.bottom) / 2) * scale)
    const held = regions.get(region)
    if (held) held.push(mark)
    else regions.set(region, [mark])
  }
  return [...regions.values()].map((held) => findPieces(held, em))
}

function cellAt(grids: readonly RuledGrid[], x: number, y: number): unknown {
  for (const grid of grids) {
    if (x < grid.left || x > grid.right || y < grid.top || y > grid.bottom) continue
    return grid.cellAt(x, y)
  }
  return null
}

/** Where a box of a straightened page stands on the slanting one: the box around its turned corners. */
function slanted({ width, height }: Raster, skew: number, scale: number): (box: Box) => Box {
  const [cx, cy] = [(width * scale) / 2, (height * scale) / 2]
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)]
  return ({ left, top, right, bottom }) => {
    // The middle is turned, the sides keep their lengths: a slant of a degree would make the box of a long line much too high.
    const [dx, dy] = [(left + right) / 2 - cx, (top + bottom) / 2 - cy]
    const [x, y] = [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos]
    const [across, down] = [(right - left) / 2, (bottom - top) / 2]
    return { left: x - across, right: x + across, top: y - down, bottom: y + down }
  }
}
