import { isNumberedHeading } from '../headings.ts'
import { lineText, type PrintedLine } from './printed-line.ts'
import { isAmount, isFigure, type Piece, piecesOf } from './unruled-pieces.ts'

/** What a line may be to a table that has no ruling lines. */
export type LineKind =
  /** Cells side by side, one of them an amount, or three and more. */
  | 'row'
  /** Two pieces of words: of a header, of a wrapped name, a code with a name. */
  | 'part'
  /** One piece: a cell alone in its row, a line of a wrapped one, or a line of its own. */
  | 'single'
  /** Prose, titles, captions, notes, entries of a table of contents. */
  | 'other'

/** A line outside ruled tables with its pieces. */
export interface TextLine {
  readonly line: PrintedLine
  readonly pieces: readonly Piece[]
  readonly kind: LineKind
}

/** A line as a piece of a table sees it. */
export function textLine(line: PrintedLine): TextLine {
  const pieces = piecesOf(line)
  return { line, pieces, kind: kindOf(lineText(line), pieces) }
}

const LEADERS = /[.…·．]{4,}|…{2,}/
const CAPTION = /(?:^|\s)(?:(?:金额)?单\s*位|部门|(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?)\s*[：:]/
const NOTE = /^\s*(?:注|备注|说明|附注)\s*[：:]/
const PART_OF_DOCUMENT = /^第[一二三四五六七八九十]+(?:部分|章)/
const TITLE = /(?:表|目\s*录)(?:[（(][^（()）]*[)）])?$|^[（(]?20\d{2}\s*年(?:度)?[)）]?$/
const FIELD = /^(?!其中)[^：:]{1,12}[：:]/
const SENTENCE = /[，。；！？]/
const LONGEST_SINGLE = 30
const LONGEST_NAME = 26

function kindOf(text: string, pieces: readonly Piece[]): LineKind {
  const [first, ...others] = pieces
  if (!first || LEADERS.test(text) || CAPTION.test(text) || NOTE.test(text)) return 'other'
  if (others.length === 0) return isLineOfItsOwn(first.text) ? 'other' : 'single'
  if (PART_OF_DOCUMENT.test(first.text) || pieces.every((piece) => FIELD.test(piece.text))) return 'other'
  if (pieces.length === 2 && isSentence(first.text)) return 'other'
  if (pieces.some((piece) => isAmount(piece.text))) return 'row'
  return pieces.length > 2 && !pieces.some((piece) => isSentence(piece.text)) ? 'row' : 'part'
}

function isSentence(text: string): boolean {
  return text.length > LONGEST_NAME && SENTENCE.test(text)
}

/** Long, punctuated like a sentence, a heading of prose, a title. */
function isLineOfItsOwn(text: string): boolean {
  if (isFigure(text)) return false
  if (text.length > LONGEST_SINGLE || /[。；！？]|[，：:]$/.test(text)) return !/^其中[：:]$/.test(text)
  if (TITLE.test(text) || PART_OF_DOCUMENT.test(text)) return true
  return isNumberedHeading(text) && /(?:说明|情况|概况|职责|设置|名单|构成|解释)$/.test(text)
}

/** Whether a line stands between a table's title and the table: unit, department. */
export function isCaption({ line }: TextLine): boolean {
  return CAPTION.test(lineText(line))
}

const YEAR = /^20\d\d(?:年.*)?$/
const ROW_START = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{3}(?!\d?年)|\d{1,2}[.、])/
const TOTAL = /^(?:合\s*计|总\s*计|总分|无)$/

/** Whether a line is below the header: it prints a figure, or begins as rows do. */
export function isData({ pieces }: TextLine): boolean {
  if (pieces.some(({ text }) => isFigure(text) && !YEAR.test(text))) return true
  const [first] = pieces
  return first !== undefined && !YEAR.test(first.text) && ROW_START.test(first.text)
}

/** Whether a line prints nothing but the name of a total: a row without amounts, or a header's word between two levels. */
export function isLoneTotal({ pieces: [first, ...others] }: TextLine): boolean {
  return first !== undefined && others.length === 0 && TOTAL.test(first.text)
}

/** Whether words begin a row of their own, however near they stand to another: an enumerator, a code, a total, "其中". */
export function startsRow(text: string): boolean {
  return ROW_START.test(text) || /^(?:\d+$|其中|合\s*计|总\s*计|小\s*计|[收支]入?出?总计|本年[收支])/.test(text)
}
