import type { Block } from '../../domain/block.ts'
import type { PagePlace } from '../../domain/place.ts'
import { withoutEmptyHeadings } from '../prose-blocks.ts'
import { rawRow } from '../raw-row.ts'
import { type Transcript, TranscriptWriter } from '../transcript.ts'
import { continueColumns, headerColumns } from './continue-columns.ts'
import type { Box } from './drawing.ts'
import type { ReadPage } from './page.ts'
import { pagePlace } from './page-place.ts'
import { lineText, type PrintedLine } from './printed-line.ts'
import { type ProseLine, readProse, type TextColumn, textColumn } from './prose.ts'
import type { PageTable } from './ruled-table.ts'

type PageWriter = TranscriptWriter<PagePlace>

/** A part of the document with the page it is on. */
type Part =
  | { readonly kind: 'table'; readonly table: PageTable; readonly page: ReadPage }
  | {
      readonly kind: 'line'
      readonly line: PrintedLine
      readonly page: ReadPage
      readonly prose: Omit<ProseLine, 'line'>
    }

/** Puts the pages of a document together: tables, and prose over page breaks. */
export function assemble(pages: readonly ReadPage[]): Omit<Transcript<PagePlace>, 'warnings'> {
  const columnOf = textColumns(pages)
  const parts = pages.flatMap((page) => partsOf(page, columnOf(page)))
  const transcript: PageWriter = new TranscriptWriter()
  const blocks: Block[] = []
  let prose: ProseLine[] = []
  let above: PageTable | null = null
  const closeProse = () => {
    if (prose.length > 0) blocks.push(...readProse(prose))
    if (prose.length > 0) above = null
    prose = []
  }
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'table') {
      closeProse()
      const below = parts[index + 1]
      const own = below?.kind === 'table' ? headerColumns(part.table, below.table) : part.table
      const table: PageTable = above ? continueColumns(own, above) : own
      blocks.push(ruledGrid(table, part.page, transcript))
      above = table
    } else prose.push({ ...part.prose, line: write(transcript, part.prose.text, part.page, part.line) })
  }
  closeProse()
  return { lines: transcript.lines, places: transcript.places, blocks: withoutEmptyHeadings(blocks) }
}

/** A page with fewer lines does not show where its text begins and ends; others of its size do. */
const LEAST_LINES = 6

/** The column of text of each page. */
function textColumns(pages: readonly ReadPage[]): (page: ReadPage) => TextColumn {
  const own = new Map(pages.map((page) => [page, linesOf(page)]))
  const sizeOf = ({ width, height }: ReadPage) => `${Math.round(width)}x${Math.round(height)}`
  const widest = new Map<string, TextColumn>()
  for (const [page, lines] of own) {
    if (lines.length < LEAST_LINES) continue
    const [column, known] = [textColumn(lines), widest.get(sizeOf(page))]
    const wider = known && { left: Math.min(known.left, column.left), right: Math.max(known.right, column.right) }
    widest.set(sizeOf(page), wider ?? column)
  }
  return (page) => {
    const lines = own.get(page) ?? []
    return (lines.length < LEAST_LINES && widest.get(sizeOf(page))) || textColumn(lines)
  }
}

function linesOf({ parts }: ReadPage): PrintedLine[] {
  return parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []))
}

function partsOf(page: ReadPage, column: TextColumn): Part[] {
  return page.parts.map((part): Part => {
    if (part.kind === 'table') return { ...part, page }
    return { ...part, page, prose: { printed: part.line, text: lineText(part.line), column } }
  })
}

function write(transcript: PageWriter, text: string, { number, shown, confidence }: ReadPage, box: Box): number {
  return transcript.write(text, pagePlace(number, shown(box), confidence?.(box)))
}

function ruledGrid({ rows, xs }: PageTable, page: ReadPage, transcript: PageWriter): Block {
  const width = xs.length - 1
  return {
    kind: 'grid',
    ruled: true,
    rows: rows.map((row) => rawRow(row, width, (cell) => write(transcript, cell.text, page, cell.box))),
  }
}
