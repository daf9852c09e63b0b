import type { Block } from '../../domain/block.ts'
import { isNumberedHeading, numberingLevel } from '../headings.ts'
import { hasLeaders, numberedHeadingLevel, proseBlock } from '../prose-blocks.ts'
import type { PrintedLine } from './printed-line.ts'
import { heightOf } from './runs.ts'

/** A printed line with what it says, the line of the transcript it became, and where its page sets text. */
export interface ProseLine {
  readonly printed: PrintedLine
  readonly text: string
  readonly line: number
  readonly column: TextColumn
}

/** Where the lines of a page begin and end that are set to full width. */
export interface TextColumn {
  readonly left: number
  readonly right: number
}

/** In heights of the line: a first line is indented by two characters, and what begins further in stands in the middle. */
const INDENT = 0.9
const CENTRED = 4
/** A line that ends within so many characters of the right edge was cut there. */
const FULL = 2.6
/** Lines further apart than this many heights are set apart. */
const APART = 2.4

/** The column of text that the lines of a page stand in. */
export function textColumn(lines: readonly PrintedLine[]): TextColumn {
  if (lines.length === 0) return { left: 0, right: 0 }
  const right = Math.max(...lines.map((line) => line.right))
  const left = Math.min(...lines.map((line) => line.left))
  const full = lines.filter(
    (line) => line.right > right - FULL * heightOf(line) && line.right - line.left > (right - left) / 2,
  )
  return { left: Math.min(...(full.length > 0 ? full : lines).map((line) => line.left)), right }
}

/** Undoes the wraps: paragraphs and headings in the order of their lines. */
export function readProse(lines: readonly ProseLine[]): Block[] {
  const indents = indentsParagraphs(lines)
  const size = bodyHeight(lines)
  const paragraphs: ProseLine[][] = []
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const last = open?.at(-1)
    if (open && last && (goesOn(last, line, indents) || isTitleGoingOn(open, line, size))) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.flatMap(
    (paragraph) => titleOf(paragraph, size) ?? wrappedHeading(paragraph) ?? proseBlock(paragraph),
  )
}

/** Height of most characters of running text. */
function bodyHeight(lines: readonly ProseLine[]): number {
  const heights = lines.filter(isFull).map(({ printed }) => heightOf(printed))
  return heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? Number.POSITIVE_INFINITY
}

/** A title is set larger than what it is the title of, by at least so much. */
const LARGER = 1.12
const LONGEST_TITLE = 60
const MOST_TITLE_LINES = 3
/** What a title does not say: sentences, figures, the names of tables and what stands above them. */
const NO_TITLE = /[。；，：:]|\d[\d.,]*\s*(?:万元|元|%)|(?:表|明细)(?:[(（].*[)）])?$/

function isCentredLarge(line: ProseLine, size: number): boolean {
  const { printed, column } = line
  const sides = Math.abs(printed.left - column.left - (column.right - printed.right))
  return heightOf(printed) >= LARGER * size && indentOf(line) >= CENTRED && sides <= CENTRED * heightOf(printed)
}

/** A title too long for its line goes on in the next, as large and in the middle too. */
function isTitleGoingOn(open: readonly ProseLine[], line: ProseLine, size: number): boolean {
  const last = open.at(-1)
  if (!last || open.length >= MOST_TITLE_LINES || !isCentredLarge(line, size)) return false
  const [height, gap] = [heightOf(line.printed), line.printed.top - last.printed.bottom]
  const alike = Math.abs(heightOf(last.printed) - height) < 1
  const long = last.printed.right - last.printed.left > (last.column.right - last.column.left) / 2
  return alike && long && gap >= 0 && gap <= APART * height && heightOf(last.printed) >= LARGER * size
}

/** The title of a part of the document, printed larger than its text and in the middle; null for other paragraphs. */
function titleOf(lines: readonly ProseLine[], size: number): Block[] | null {
  const [first] = lines
  const text = lines.map((line) => line.text).join('')
  if (!first || lines.length > MOST_TITLE_LINES || !lines.every((line) => isCentredLarge(line, size))) return null
  if (text.length > LONGEST_TITLE || NO_TITLE.test(text)) return null
  return [{ kind: 'heading', level: numberingLevel(text) ?? 1, text, line: first.line }]
}

/** What the heading of a part says its part is. */
const HEADS_PART = /^[^，；。]+(?:说明|情况|事项|分析|概况|设置|构成|解释)$/

/** A numbered heading too long for its line; null for other paragraphs. */
function wrappedHeading(lines: readonly ProseLine[]): Block[] | null {
  const [first, second, ...others] = lines
  if (!first || !second || others.length > 0) return null
  const text = first.text + second.text
  const level = HEADS_PART.test(text) ? numberedHeadingLevel(text) : null
  return level === null ? null : [{ kind: 'heading', level, text, line: first.line }]
}

/** Whether first lines are indented: of the lines below a line that was cut, some begin further in. */
function indentsParagraphs(lines: readonly ProseLine[]): boolean {
  const indented = lines.filter((line) => indentOf(line) >= INDENT && indentOf(line) < CENTRED && isFull(line))
  return indented.length > 0 && indented.length * 12 >= lines.filter(isFull).length
}

function goesOn(last: ProseLine, line: ProseLine, indents: boolean): boolean {
  if (!isCutBefore(last, line) || indentOf(line) >= INDENT || indentOf(last) >= CENTRED) return false
  // Entries of a table of contents, one a line.
  if (hasLeaders(last.text) || (isNumberedHeading(last.text) && numberingLevel(line.text) !== null)) return false
  // "四、" behind a full stop, or behind a line that had room left, begins a part of its own.
  if (CHAPTER.test(line.text) && (!isFull(last) || /[。；：:]$/.test(last.text))) return false
  const gap = line.printed.top - last.printed.bottom
  if (gap > APART * heightOf(line.printed)) return false
  return indents || (numberingLevel(line.text) === null && !/[。：:]$/.test(last.text))
}

const CHAPTER = /^[一二三四五六七八九十]{1,3}、/

/**
 * A line of so many characters that ends no sentence goes on below, wherever its page ends its lines; pieces set apart on
 * one line are fields of a form.
 */
const LONG = 20

/** Whether a line ends where it does because the next word had no room, or because its page ended in a sentence. */
function isCutBefore(last: ProseLine, line: ProseLine): boolean {
  if (isFull(last) || (last.text.length >= LONG && !/[。；：:！？]$| {2}/.test(last.text))) return true
  const openAtPageEnd = line.printed.top < last.printed.top && !/[。；：:！？]$/.test(last.text)
  const figure = /^[\dA-Za-z][\w.,%]*/.exec(line.text)?.[0].length ?? 0
  const [first] = line.printed.runs
  const size = first ? (first.right - first.left) / Math.max(1, first.text.length) : 0
  return openAtPageEnd || last.printed.right + figure * size > last.column.right - FULL * heightOf(last.printed)
}

/** In characters of the line. */
function indentOf({ printed, column }: ProseLine): number {
  return (printed.left - column.left) / heightOf(printed)
}

function isFull({ printed, column }: ProseLine): boolean {
  return printed.right > column.right - FULL * heightOf(printed)
}
