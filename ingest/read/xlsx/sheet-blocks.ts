import type { Block, Span } from '../../domain/block.ts'
import { squeeze } from '../../domain/name.ts'
import { Problem } from '../../domain/problem.ts'
import { isNumberedHeading } from '../headings.ts'
import { proseBlock } from '../prose-blocks.ts'
import { joinCellLines, rawRow } from '../raw-row.ts'
import type { TranscriptWriter } from '../transcript.ts'
import { continues } from '../wrapped-lines.ts'
import type { ReadSheet, SheetCell } from './sheet-cell.ts'
import { sheetParts } from './sheet-parts.ts'
import { rowRuns, type SheetRow } from './sheet-rows.ts'
import { titleRows } from './sheet-titles.ts'

/** A table of more fields is none of a budget, however few of them are filled. */
const MOST_FIELDS = 2_000_000
/** Names that programs give to sheets that were given none. */
const NAMELESS = /^(?:sheet|工作表|表格?)\s*\d*$/i
/** Sheets whose rows are no table, whatever they look like. */
const COVER_OR_CONTENTS = /^(?:封面|封皮|首页|目录|目次)/
/** A line of so many characters that ends no sentence goes on in the row below. */
const FULL_LINE = 20

/**
 * Writes a sheet down and makes blocks of it: tables as grids whose merged cells are known, everything else line by line.
 * It opens with a heading of the first level: its title, or else its name. Throws Problem "file-too-large" where a table
 * spreads over more fields than there is room for.
 */
export function sheetBlocks(name: string, sheet: ReadSheet, transcript: TranscriptWriter, file: string): Block[] {
  const writer = new SheetWriter(name, transcript, file)
  const runs = rowRuns(sheet)
  const first = runs[0]?.[0]
  if (COVER_OR_CONTENTS.test(squeeze(name)) || COVER_OR_CONTENTS.test(squeeze(first?.cells[0]?.text ?? ''))) {
    for (const row of runs.flat()) writer.line(row.cells)
    return writer.end()
  }
  const parts = runs.flatMap(sheetParts)
  const titles = titleRows(parts)
  if (titles.size === 0 && !NAMELESS.test(name.trim())) writer.nameHeading()
  for (const part of parts) {
    if (part.kind === 'table') writer.table(part.rows)
    else for (const row of part.rows) writer.prose(row, titles.has(row))
  }
  return writer.end()
}

class SheetWriter {
  readonly #name: string
  readonly #transcript: TranscriptWriter
  readonly #file: string
  readonly #blocks: Block[] = []
  /** Lines of the paragraph that may go on. */
  #open: Span[] = []

  constructor(name: string, transcript: TranscriptWriter, file: string) {
    this.#name = name
    this.#transcript = transcript
    this.#file = file
  }

  /** The name of a sheet stands in none of its cells; it is cited by the first. */
  nameHeading(): void {
    this.#blocks.push({ kind: 'heading', level: 1, text: this.#name, line: this.#write(this.#name, 'A1') })
  }

  /** A row of one cell; lines within the cell are lines of their own. */
  prose({ cells }: SheetRow, isTitle: boolean): void {
    const [cell] = cells
    if (!cell) return
    for (const text of cell.text.split('\n').map((line) => line.trim())) {
      if (text === '') this.#close()
      else if (isTitle) this.#title(text, cell)
      else this.#proseLine(text, cell)
    }
  }

  /** A row of any cells as one line. */
  line(cells: readonly SheetCell[]): void {
    this.#close()
    for (const cell of cells) {
      const text = joinCellLines(cell.text.split('\n'))
      this.#open.push({ text: this.#open.length > 0 ? ` ${text}` : text, line: this.#write(text, cell.name) })
    }
  }

  table(rows: readonly SheetRow[]): void {
    this.#close()
    const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
    if (rows.length * columns.length > MOST_FIELDS)
      throw new Problem('file-too-large', `${this.#file} spreads a table over more than ${MOST_FIELDS} fields.`)
    const columnAt = new Map(columns.map((column, at) => [column, at]))
    const grid = rows.map(({ cells }, at) => {
      const placed = cells.map((cell) => ({
        name: cell.name,
        column: columnAt.get(cell.column) ?? 0,
        rows: spanned(rows, at, ({ row }) => row <= cell.lastRow),
        columns: spanned(columns, columnAt.get(cell.column) ?? 0, (column) => column <= cell.lastColumn),
        text: joinCellLines(cell.text.split('\n')),
      }))
      return rawRow(placed, columns.length, ({ text, name }) => this.#write(text, name))
    })
    this.#blocks.push({ kind: 'grid', ruled: true, rows: grid })
  }

  end(): Block[] {
    this.#close()
    return this.#blocks
  }

  #proseLine(text: string, cell: SheetCell): void {
    const last = this.#open.at(-1)?.text ?? ''
    const cutOff = last.length >= FULL_LINE && !/[。：:；;！？]$/.test(last) && !isNumberedHeading(last)
    if (!cutOff || !continues(this.#open, text, 0, false)) this.#close()
    this.#open.push({ text, line: this.#write(text, cell.name) })
  }

  #title(text: string, cell: SheetCell): void {
    this.#close()
    this.#blocks.push({ kind: 'heading', level: 1, text, line: this.#write(text, cell.name) })
  }

  #close(): void {
    this.#blocks.push(...proseBlock(this.#open))
    this.#open = []
  }

  #write(text: string, cell: string): number {
    return this.#transcript.write(text, { kind: 'cell', sheet: this.#name, cell })
  }
}

/** How many of these from an index on hold, at least one. */
function spanned<T>(things: readonly T[], from: number, holds: (thing: T) => boolean): number {
  let to = from + 1
  for (let thing = things[to]; thing !== undefined && holds(thing); thing = things[to]) to += 1
  return to - from
}
