import type { Block, RawCell, Span } from '../domain/block.ts'
import { barredRows } from './barred-rows.ts'
import { isNumberedHeading, numberingLevel, UNNUMBERED_HEADING } from './headings.ts'
import { type LayoutTable, readLayout } from './layout/layout.ts'
import { stripMarkup } from './markup.ts'
import { isPageNumber } from './prose-blocks.ts'
import { readSequences } from './sequence/sequence.ts'
import { continues, isHardWrapped, isWrappedItem, joint } from './wrapped-lines.ts'

/**
 * Reads plain text and Markdown, as extraction tools write them: tab-separated rows, pipe rows, tables set with spaces,
 * headings by mark or by numbering, and prose whose lines may be broken anywhere, even inside a word, with blank lines
 * between the pieces.
 */
export function readText(lines: readonly string[]): Block[] {
  const layout = readTables(lines)
  const inLayout = linesOf(layout)
  const barred = barredRows(lines)
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
    const cells = rowCells(line, barred.get(index), number)
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
    const { text, marked } = readMarks(line)
    if (text === '') return
    if (marked || (isNumberedHeading(text) && !(hardWrapped && isWrappedItem(text)))) {
      closeProse()
      const level = numberingLevel(text) ?? UNNUMBERED_HEADING
      blocks.push({ kind: 'heading', level, text, line: number })
      return
    }
    if (isLoneNumber(text, blanks, lines[number]) && prose.at(-1)?.text !== '表') return
    // What stands in the middle of its line is a title; no paragraph goes on over it.
    const apart = isCentred(line)
    if (apart || centred || !continues(prose, text, blanks, hardWrapped)) closeProse()
    centred = apart
    prose.push({ text: joint(prose) + text, line: number })
  }
}

/** The text of a line without its marks, and whether these make it a heading. */
function readMarks(line: string): { readonly text: string; readonly marked: boolean } {
  const marked = /^\s*(#{1,6})\s+(.*)$/.exec(line)
  // Runs of spaces part what stands at the left and right margins of a line.
  const text = stripMarkup((marked?.[2] ?? line).replace(/^\s*[-*•]\s+(?=\S)/, '')).replace(/ {3,}/g, '  ')
  return { text, marked: marked !== null }
}

/** Tables without marks between their cells, by the index of their first line. */
function readTables(lines: readonly string[]): ReadonlyMap<number, LayoutTable> {
  const spread = readLayout(lines)
  return new Map([...spread, ...readSequences(lines, linesOf(spread))])
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

/** The cells of a table row, `inside` what its bars hold if it has any; [] for a ruling line; null where the line is no row. */
function rowCells(line: string, inside: string | undefined, number: number): RawCell[] | null {
  if (inside !== undefined) return isRuling(inside) ? [] : splitCells(inside, '|', number)
  return line.includes('\t') ? splitCells(line, '\t', number) : null
}

function isRuling(inside: string): boolean {
  return inside.includes('-') && /^[\s|:+-]+$/.test(inside)
}

function splitCells(text: string, separator: string, line: number): RawCell[] {
  return text.split(separator).map((cell) => ({ text: stripMarkup(cell), line }))
}

/** Whether a line between blank ones is a page number. */
function isLoneNumber(text: string, blanksBefore: number, nextLine: string | undefined): boolean {
  return isPageNumber(text) && blanksBefore > 0 && (nextLine ?? '').trim() === ''
}
