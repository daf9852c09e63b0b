import type { Block, RawCell, Span } from '../domain/block.ts'
import { isNumberedHeading, numberingLevel } from './headings.ts'
import { type LayoutTable, readLayout } from './layout/layout.ts'
import { stripMarkup } from './markup.ts'

/**
 * Reads plain text and Markdown, as extraction tools write them: tab-separated rows, pipe rows, tables set with spaces,
 * headings by mark or by numbering, and prose whose lines may be broken anywhere, even inside a word, with blank lines
 * between the pieces.
 */
export function readText(lines: readonly string[]): Block[] {
  const layout = readLayout(lines)
  const inLayout = linesOf(layout)
  const hardWrapped = isHardWrapped(lines.filter((_, index) => !inLayout.has(index)))
  const blocks: Block[] = []
  let prose: Span[] = []
  let rows: RawCell[][] = []
  let [blanks, centred] = [0, false]

  const closeProse = () => {
    if (prose.length > 0) blocks.push({ kind: 'paragraph', spans: prose })
    prose = []
  }
  const closeGrid = () => {
    if (rows.length > 0) blocks.push({ kind: 'grid', rows })
    rows = []
  }

  lines.forEach((line, index) => {
    const number = index + 1
    if (inLayout.has(index)) {
      blanks = 0
      closeGrid()
      closeProse()
      blocks.push(...gridsAt(layout, index))
      return
    }
    if (line.trim() === '') {
      blanks += 1
      closeGrid()
      return
    }
    const cells = rowCells(line, number)
    if (cells) {
      closeProse()
      if (cells.length > 0) rows.push(cells)
    } else {
      closeGrid()
      readProseLine(line, number)
    }
    blanks = 0
  })
  closeGrid()
  closeProse()
  return blocks

  function readProseLine(line: string, number: number): void {
    const marked = /^\s*(#{1,6})\s+(.*)$/.exec(line)
    // Runs of spaces part what stands at the left and right margins of a line.
    const text = stripMarkup((marked?.[2] ?? line).replace(/^\s*[-*•]\s+(?=\S)/, '')).replace(/ {3,}/g, '  ')
    if (text === '') return
    if (marked || (isNumberedHeading(text) && !(hardWrapped && isWrappedItem(text)))) {
      closeProse()
      const level = numberingLevel(text) ?? UNNUMBERED_HEADING
      blocks.push({ kind: 'heading', level, text, line: number })
      return
    }
    if (isPageNumber(text, blanks, lines[number]) && prose.at(-1)?.text !== '表') return
    // What stands in the middle of its line is a title; no paragraph goes on over it.
    const apart = isCentred(line)
    if (apart || centred || !continues(prose, text, blanks, hardWrapped)) closeProse()
    centred = apart
    prose.push({ text: joint(prose) + text, line: number })
  }
}

/** The table that begins at a line, if one does. */
function gridsAt(layout: ReadonlyMap<number, LayoutTable>, index: number): Block[] {
  const table = layout.get(index)
  return table ? [table.grid] : []
}

/** Indices of the lines that are read as tables set with spaces. */
function linesOf(layout: ReadonlyMap<number, LayoutTable>): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const { from, to } of layout.values()) for (let index = from; index < to; index += 1) lines.add(index)
  return lines
}

/** Whether a line begins further in than paragraphs do. */
function isCentred(line: string): boolean {
  return /^\f? {10}(?!\s*[。，；、])/.test(line)
}

/** Level of a heading that carries a mark but no number, such as a table's title: below every numbered one. */
const UNNUMBERED_HEADING = 6

/** The cells of a table row; [] for a ruling line; null where the line is no row. */
function rowCells(line: string, number: number): RawCell[] | null {
  const inside = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  if (inside !== undefined) return isRuling(inside) ? [] : splitCells(inside, '|', number)
  return line.includes('\t') ? splitCells(line, '\t', number) : null
}

function isRuling(inside: string): boolean {
  return inside.includes('-') && /^[\s|:-]+$/.test(inside)
}

function splitCells(text: string, separator: string, line: number): RawCell[] {
  return text.split(separator).map((cell) => ({ text: stripMarkup(cell), line }))
}

/** A number alone between blank lines is a page number; budget figures never stand alone without decimals or a unit. */
function isPageNumber(text: string, blanksBefore: number, nextLine: string | undefined): boolean {
  return /^[-—\s]*\d{1,3}[-—\s]*$/.test(text) && blanksBefore > 0 && (nextLine ?? '').trim() === ''
}

const WRAP_WIDTH = 20
const SENTENCE_END = /[。：:！？!?]$/
const CLAUSE_END = /[；;]$/
/** What titles and headings end with: the next line is not their continuation. */
const TITLE_END = /(?:表|说明|情况|公开|概况|目\s*录)$/
/** "项目名称：" opens a line of its own; "其中：" and "原因是：" go on with a sentence. */
const LABEL = /^(?!其中|主要|原因|具体)[^\s，。：:、（(]{2,12}(?<![是为中下])[：:]/

/** Whether most prose lines stop at one width in the middle of a sentence, as text taken from a PDF does. */
function isHardWrapped(lines: readonly string[]): boolean {
  const prose = lines.map((line) => line.trim()).filter((line) => line.length >= WRAP_WIDTH && !/[\t|]/.test(line))
  const open = prose.filter((line) => line.length <= 45 && !/[。；;：:！？!?，,、]$/.test(line))
  return prose.length >= 10 && open.length * 2 > prose.length
}

/** Whether a line goes on with the paragraph before it. */
function continues(prose: readonly Span[], text: string, blanks: number, hardWrapped: boolean): boolean {
  const last = prose.at(-1)
  if (!last) return false
  if (SENTENCE_END.test(last.text)) return blanks === 0 && !startsAnew(text) && !/[：:]$/.test(last.text)
  if (CLAUSE_END.test(last.text) && !hardWrapped) return false
  // A line that was full when its page was set was cut there, whatever it ends with.
  const full = hardWrapped && last.text.trim().length >= WRAP_WIDTH
  if (numberingLevel(text) !== null || (LABEL.test(text) && !full)) return false
  if (blanks === 0 || full) return true
  return !TITLE_END.test(last.text) && isOpenSentence(prose)
}

/** What stands above a blank line is a sentence cut in two where it is long or has clauses, else a line of its own. */
function isOpenSentence(prose: readonly Span[]): boolean {
  let length = 0
  for (const { text } of prose) {
    length += text.length
    if (length >= WRAP_WIDTH || /[，、；]/.test(text)) return true
  }
  return false
}

/** An item of a numbered list ("1.…支出(类)…") that fills its line goes on in the next; it is no heading. */
function isWrappedItem(text: string): boolean {
  return numberingLevel(text) === 4 && text.length >= WRAP_WIDTH
}

function startsAnew(text: string): boolean {
  return numberingLevel(text) !== null || LABEL.test(text)
}

/** A space where two Latin words or numbers would run together; Chinese needs none. */
function joint(prose: readonly Span[]): string {
  const last = prose.at(-1)?.text
  return last && /[A-Za-z]$/.test(last) ? ' ' : ''
}
