import type { Block } from '../../domain/block.ts'
import { continueColumns } from './continue-columns.ts'
import type { ReadPage } from './page.ts'
import { lineText, type PrintedLine } from './printed-line.ts'
import { type ProseLine, readProse, textColumn } from './prose.ts'
import { type PageTable, rawRow } from './ruled-table.ts'
import { Transcript } from './transcript.ts'

/** A part of the document with the page it is on. */
type Part =
  | { readonly kind: 'table'; readonly table: PageTable; readonly page: number }
  | {
      readonly kind: 'line'
      readonly line: PrintedLine
      readonly page: number
      readonly prose: Omit<ProseLine, 'line'>
    }

/** Puts the pages of a document together: tables, and prose over page breaks. */
export function assemble(pages: readonly ReadPage[]): { readonly blocks: Block[]; readonly transcript: Transcript } {
  const parts = pages.flatMap(partsOf)
  const transcript = new Transcript()
  const blocks: Block[] = []
  let prose: ProseLine[] = []
  let above: PageTable | null = null
  const closeProse = () => {
    if (prose.length > 0) blocks.push(...readProse(prose))
    if (prose.length > 0) above = null
    prose = []
  }
  for (const part of parts) {
    if (part.kind === 'table') {
      closeProse()
      const table: PageTable = above ? continueColumns(part.table, above) : part.table
      blocks.push(ruledGrid(table, part.page, transcript))
      above = table
    } else prose.push({ ...part.prose, line: transcript.write(part.prose.text, part.page, part.line) })
  }
  closeProse()
  return { blocks, transcript }
}

function partsOf(page: ReadPage): Part[] {
  const column = textColumn(page.parts.flatMap((part) => (part.kind === 'line' ? [part.line] : [])))
  return page.parts.map((part): Part => {
    if (part.kind === 'table') return { ...part, page: page.number }
    return { ...part, page: page.number, prose: { printed: part.line, text: lineText(part.line), column } }
  })
}

function ruledGrid({ rows, xs }: PageTable, page: number, transcript: Transcript): Block {
  const width = xs.length - 1
  return {
    kind: 'grid',
    ruled: true,
    rows: rows.map((row) => rawRow(row, width, (cell) => transcript.write(cell.text, page, cell.box))),
  }
}
