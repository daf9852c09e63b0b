import { align } from '../layout/columns.ts'
import { type Box, unitedBox } from './drawing.ts'
import type { TextColumn } from './unruled-columns.ts'
import type { Piece } from './unruled-pieces.ts'

/** Words of a header that stand together, over one line or several. */
export interface HeaderWord extends Box {
  readonly lines: readonly Piece[]
  /** Baselines of its first and last line. */
  readonly first: number
  readonly last: number
}

/** In heights of the characters: lines of one word are at most so far apart, and words of two levels at least so far. */
const LEADING = 1.6
const CLOSE = 1.3
const SAME_LINE = 0.45
const CENTRED = 0.75
const FARTHEST = 8

/** Undoes the wraps: a line belongs to the word above it where both have one middle and neither has a neighbour in between. */
export function headerWords(pieces: readonly Piece[], size: number): HeaderWord[] {
  const ordered = [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)
  const words: HeaderWord[] = []
  for (const piece of ordered) {
    const at = words.findIndex((word) => isWrapped(word, piece, ordered, size))
    const above = words[at]
    if (above) words[at] = wordOf([...above.lines, piece])
    else words.push(wordOf([piece]))
  }
  return words
}

function wordOf(lines: readonly Piece[]): HeaderWord {
  return { ...unitedBox(lines), lines, first: lines[0]?.baseline ?? 0, last: lines.at(-1)?.baseline ?? 0 }
}

function isWrapped(word: HeaderWord, piece: Piece, pieces: readonly Piece[], size: number): boolean {
  const step = piece.baseline - word.last
  if (step < SAME_LINE * size || step > LEADING * size) return false
  const centred = Math.abs(middleOf(word) - middleOf(piece)) <= CENTRED * size
  if (!centred && Math.abs(word.left - piece.left) > 0.3 * size) return false
  const isOn = (other: Piece, baseline: number) => Math.abs(other.baseline - baseline) <= SAME_LINE * size
  const alone = pieces.every((other) => {
    if (other === piece || word.lines.includes(other)) return true
    if (isOn(other, piece.baseline)) return !overlaps(other, word)
    return !isOn(other, word.last) || !overlaps(other, piece)
  })
  return alone && (step <= CLOSE * size || !opensLevel(piece, word, pieces, size))
}

/** Whether a line of a word is level with a neighbour that has nothing above it: both are first lines. */
function opensLevel(piece: Piece, above: HeaderWord, pieces: readonly Piece[], size: number): boolean {
  const near = SAME_LINE * size
  const beside = pieces.filter((other) => other !== piece && Math.abs(other.baseline - piece.baseline) < near / 2)
  return beside.some(
    (other) => !pieces.some((higher) => Math.abs(higher.baseline - above.last) <= near && overlaps(higher, other)),
  )
}

export function middleOf({ left, right }: Pick<Box, 'left' | 'right'>): number {
  return (left + right) / 2
}

/** Height of the middle of a word, from the top of the page. */
export function heightAt({ top, bottom }: Pick<Box, 'top' | 'bottom'>): number {
  return (top + bottom) / 2
}

/** So many points do not make words stand above each other. */
const TOUCH = 1

function overlaps(a: Pick<Box, 'left' | 'right'>, b: Pick<Box, 'left' | 'right'>): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH
}

/** A column with the lowest header word over it; null where it has none of its own. */
export interface HeadedColumn extends TextColumn {
  readonly leaf: HeaderWord | null
}

/** What a word that stands over no cells is worth as a column of its own, against standing beside one. */
const OWN_COLUMN = 0.2
/** What it counts that a word is among the lowest. */
const LOWEST = 0.6
/** In heights: words keep so far from the edge of their cell. */
const PADDING = 0.3

/** Puts the lowest words of a header over the columns of the body; what has no cells below it is a column too. */
export function headColumns(
  words: readonly HeaderWord[],
  body: readonly TextColumn[],
  size: number,
  bottom: number,
): { readonly columns: HeadedColumn[]; readonly groups: HeaderWord[] } {
  const tooHigh = isTooHigh(words, bottom)
  const leaves = words
    .filter((word) => !words.some((other) => other.first > word.last + SAME_LINE * size && overlaps(word, other)))
    .sort((a, b) => middleOf(a) - middleOf(b))
    .filter(
      (word, index, all) =>
        !(tooHigh(word) && [all[index - 1], all[index + 1]].every((other) => isLower(other, word, size))),
    )
  const low = lowness(words)
  const pairs = align(leaves.length, body.length, OWN_COLUMN, (leaf, column) => {
    const [word, place] = [leaves[leaf], body[column]]
    const close = word && place ? closeness(word, place, size) : null
    return word && close !== null ? close + LOWEST * low(word) : null
  })
  const pairOf = (index: number) => body[pairs[index] ?? -1]
  const columns: HeadedColumn[] = []
  const taken = new Set<HeaderWord>()
  let next = 0
  const bare = (upTo: number) => {
    for (; next < upTo; next += 1)
      columns.push(...body.slice(next, next + 1).map((column) => ({ ...column, leaf: null })))
  }
  leaves.forEach((leaf, index) => {
    const pair = pairs[index] ?? null
    const column = pairOf(index)
    const beside = [index - 1, index + 1].map((at) => besideOf(leaves[at], pairOf(at)))
    if (!column && isOverGap(leaf, beside, size)) return
    bare(pair ?? placeOf(leaf, body, next, pairs.slice(index)))
    columns.push({ ...(column ?? blankColumn(leaf)), leaf })
    taken.add(leaf)
    if (pair !== null) next = pair + 1
  })
  bare(body.length)
  return { columns, groups: words.filter((word) => !taken.has(word)) }
}

/** Above 1 where the word stands over the column's cells, less the further it stands beside them. */
function closeness(word: HeaderWord, column: TextColumn, size: number): number | null {
  const overlap = Math.min(word.right, column.right) - Math.max(word.left, column.left)
  if (overlap > 0) return 1 + overlap / Math.max(1, Math.min(word.right - word.left, column.right - column.left))
  const away = -overlap / size
  return away <= FARTHEST ? 0.9 - (0.6 * away) / FARTHEST : null
}

/** From 0 for the highest words of a header to 1 for the lowest. */
function lowness(words: readonly HeaderWord[]): (word: HeaderWord) => number {
  const heights = words.map(heightAt)
  const [least, most] = [Math.min(...heights), Math.max(...heights)]
  return (word) => (most > least ? (heightAt(word) - least) / (most - least) : 0)
}

function besideOf(leaf: HeaderWord | undefined, column: TextColumn | undefined): HeadedColumn | null {
  return leaf ? { ...(column ?? blankColumn(leaf)), leaf } : null
}

function isLower(other: HeaderWord | undefined, word: HeaderWord, size: number): boolean {
  return other !== undefined && other.first > word.last + SAME_LINE * size
}

/** Whether a word cannot stand in the middle of a cell that goes down to the bottom of the header: it would begin above it. */
function isTooHigh(words: readonly HeaderWord[], bottom: number): (word: HeaderWord) => boolean {
  const heights = words.map(heightAt)
  const half = bottom - Math.max(...heights)
  const top = Math.min(...heights) - half
  return (word) => 2 * heightAt(word) - bottom < top - half
}

/** A word above the gap between two lower ones is over both of them, where their columns leave no room between them. */
function isOverGap(word: HeaderWord, [before, behind]: readonly (HeadedColumn | null)[], size: number): boolean {
  if (!before?.leaf || !behind?.leaf) return false
  if (!isLower(before.leaf, word, size) || !isLower(behind.leaf, word, size)) return false
  const pad = PADDING * size
  // Words begin at the left edge of a column, figures end at the right one, and the header word is in the middle.
  const right = before.numeric ? before.right + pad : 2 * middleOf(before.leaf) - before.left + pad
  const left = behind.numeric ? 2 * middleOf(behind.leaf) - behind.right - pad : behind.left - pad
  return left - right < word.right - word.left
}

/** Where among the columns a word without cells stands: before the first that begins further right. */
function placeOf(
  leaf: HeaderWord,
  body: readonly TextColumn[],
  next: number,
  pairs: readonly (number | null)[],
): number {
  const bound = pairs.find((later) => later !== null) ?? body.length
  const right = body.findIndex((column, index) => index >= next && index < bound && column.left >= leaf.left)
  return right < 0 ? bound : right
}

function blankColumn({ left, right }: HeaderWord): TextColumn {
  return { left, right, numeric: false, amounts: false }
}
