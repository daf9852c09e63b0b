import type { Block, Span } from '../../domain/block.ts'
import { squeeze } from '../../domain/name.ts'
import type { Place } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'
import { isNumberedHeading } from '../headings.ts'
import { isPageNumber, proseBlock } from '../prose-blocks.ts'
import { joinCellLines, rawRow } from '../raw-row.ts'
import type { TranscriptWriter } from '../transcript.ts'
import { continues } from '../wrapped-lines.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { sheetParts } from './sheet-parts.ts'
import { isLone, type SheetRow, sheetRows, wordOf } from './sheet-rows.ts'
import { onlyTitle, titleRows } from './sheet-titles.ts'

/** A table of more fields is none of a budget, however few of them are filled. */
const MOST_FIELDS = 2_000_000
/** Sheets whose rows are no table, whatever they look like. */
const COVER_OR_CONTENTS = /^(?:封面|封皮|首页|目录|目次)/
/** A line of so many characters that ends no sentence goes on in the row below. */
const FULL_LINE = 20

/**
 * Writes a sheet down and makes blocks of it: tables as grids, everything else line by line. A sheet with a name opens with
 * a heading of the first level: its title, or else the name. Throws Problem "file-too-large" where a table spreads over more
 * fields than there is room for.
 */
export function sheetBlocks(sheet: Sheet, transcript: TranscriptWriter, file: string): Block[] {
  const writer = new SheetWriter(sheet, transcript, file)
  const rows = withoutPageNumbers(sheetRows(sheet))
  const [first] = rows
  if (isCoverOrContents(sheet.name?.text ?? '') || (first && isCoverOrContents(wordOf(first)))) {
    for (const row of rows) writer.line(row.cells)
    return writer.end()
  }
  const parts = sheetParts(rows)
  const titles = sheet.name ? titleRows(parts) : onlyTitle(parts)
  if (titles.size === 0) writer.nameHeading()
  for (const part of parts) {
    if (part.kind === 'table') writer.table(part.rows)
    else for (const row of part.rows) writer.prose(row, titles.has(row))
  }
  return writer.end()
}

/** A small number alone between blank rows is the number of a page. */
function withoutPageNumbers(rows: readonly SheetRow[]): SheetRow[] {
  return rows.filter((row, at) => {
    const alone = isLone(row) && (at === 0 || row.parted) && (rows[at + 1]?.parted ?? true)
    return !alone || !isPageNumber(wordOf(row))
  })
}

function isCoverOrContents(word: string): boolean {
  return COVER_OR_CONTENTS.test(squeeze(word))
}

class SheetWriter {
  readonly #sheet: Sheet
  readonly #transcript: TranscriptWriter
  readonly #file: string
  readonly #blocks: Block[] = []
  /** Lines of the paragraph that may go on. */
  #open: Span[] = []

  constructor(sheet: Sheet, transcript: TranscriptWriter, file: string) {
    this.#sheet = sheet
    this.#transcript = transcript
    this.#file = file
  }

  nameHeading(): void {
    const { name } = this.#sheet
    if (name) this.#title(name.text, name.place)
  }

  /** A row of one cell; lines within the cell are lines of their own. */
  prose({ cells, parted }: SheetRow, isTitle: boolean): void {
    const [cell] = cells
    if (!cell) return
    for (const [at, text] of cell.text
      .split('\n')
      .map((line) => line.trim())
      .entries()) {
      if (text === '' || (at === 0 && parted)) this.#close()
      if (text === '') continue
      if (isTitle) this.#title(text, cell.place)
      else this.#proseLine(text, cell)
    }
  }

  /** A row of any cells as one line. */
  line(cells: readonly SheetCell[]): void {
    this.#close()
    for (const cell of cells) {
      const text = joinCellLines(cell.text.split('\n'))
      this.#open.push({
        text: this.#open.length > 0 ? ` ${text}` : text,
        line: this.#transcript.write(text, cell.place),
      })
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
        place: cell.place,
        column: columnAt.get(cell.column) ?? 0,
        rows: spanned(rows, at, ({ row }) => row <= cell.lastRow),
        columns: spanned(columns, columnAt.get(cell.column) ?? 0, (column) => column <= cell.lastColumn),
        text: joinCellLines(cell.text.split('\n')),
      }))
      return rawRow(placed, columns.length, ({ text, place }) => this.#transcript.write(text, place))
    })
    this.#blocks.push({ kind: 'grid', ruled: this.#sheet.ruled, rows: grid })
  }

  end(): Block[] {
    this.#close()
    return this.#blocks
  }

  #proseLine(text: string, cell: SheetCell): void {
    const last = this.#open.at(-1)?.text ?? ''
    const cutOff = last.length >= FULL_LINE && !/[。：:；;！？]$/.test(last) && !isNumberedHeading(last)
    if (!cutOff || !continues(this.#open, text, 0, false)) this.#close()
    this.#open.push({ text, line: this.#transcript.write(text, cell.place) })
  }

  #title(text: string, place: Place): void {
    this.#close()
    this.#blocks.push({ kind: 'heading', level: 1, text, line: this.#transcript.write(text, place) })
  }

  #close(): void {
    this.#blocks.push(...proseBlock(this.#open))
    this.#open = []
  }
}

/** How many of these from an index on hold, at least one. */
function spanned<T>(things: readonly T[], from: number, holds: (thing: T) => boolean): number {
  let to = from + 1
  for (let thing = things[to]; thing !== undefined && holds(thing); thing = things[to]) to += 1
  return to - from
}
