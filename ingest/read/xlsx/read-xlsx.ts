import type { Block } from '../../domain/block.ts'
import { type CellPosition, cellName } from '../../domain/cell-name.ts'
import type { Warning } from '../../domain/document.ts'
import type { Place } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'
import { said } from '../../domain/warning.ts'
import { type Archive, damaged } from '../office/archive.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { sheetBlocks } from '../sheet/sheet-blocks.ts'
import { type Transcript, TranscriptWriter } from '../transcript.ts'
import { readDrawings } from './drawings.ts'
import { type RawSheet, readRawSheet, type SheetSetting } from './raw-sheet.ts'
import type { SeenSheet } from './seen-sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { visibleCells } from './visible-cells.ts'
import { sheetWarning, sheetWarnings } from './warnings.ts'
import { type ListedSheet, readWorkbook } from './workbook.ts'

/** More cells and words than the disclosures of a whole province have. */
const MOST_CELLS = 500_000
const MOST_CHARACTERS = 20_000_000

/** Names that programs give to sheets that were given none. */
const NAMELESS = /^(?:(?:sheet|table|page|工作表|表格?)\s*\d*|第\s*\d+\s*页)$/i

/**
 * Reads a workbook as people see it: what is printed in cells, sheet after sheet. What is hidden, or cannot be told, is left
 * out with a warning. Throws Problem "office-damaged", "file-too-large", "file-empty" where no sheet shows anything, or
 * "office-pictures-only" where they show nothing but pictures.
 */
export async function readXlsx(archive: Archive, main: string): Promise<Transcript> {
  const workbook = await readWorkbook(archive, main)
  const setting: SheetSetting = {
    strings: await readSharedStrings(archive, workbook.sharedStrings),
    patternOf: await readStyles(archive, workbook.styles),
    from1904: workbook.from1904,
    room: { cells: MOST_CELLS, characters: MOST_CHARACTERS },
  }
  const reader = new WorkbookReader(archive, setting)
  for (const sheet of workbook.sheets) await reader.take(sheet)
  return reader.transcript()
}

class WorkbookReader {
  readonly #archive: Archive
  readonly #setting: SheetSetting
  readonly #writer = new TranscriptWriter()
  readonly #blocks: Block[] = []
  readonly #warnings: Warning[] = []
  #pictures = 0

  constructor(archive: Archive, setting: SheetSetting) {
    this.#archive = archive
    this.#setting = setting
  }

  async take({ name, part, hidden }: ListedSheet): Promise<void> {
    if (part === null) {
      this.#warnings.push(sheetWarning(name, said('sheetUnread')))
      return
    }
    if (!this.#archive.has(part)) throw damaged(this.#archive.file, `its sheet ${name} is missing`)
    const { file } = this.#archive
    const raw = await readRawSheet(this.#archive, part, this.#setting)
    if (hidden) {
      if (raw.cells.length > 0)
        this.#warnings.push(sheetWarning(name, said('sheetHidden', { count: raw.cells.length })))
      return
    }
    const drawn = await readDrawings(this.#archive, part, raw.drawings)
    const seen = visibleCells(raw, file)
    this.#pictures += drawn.pictures
    this.#warnings.push(...sheetWarnings(name, seen, drawn))
    if (seen.cells.length === 0) return
    this.#blocks.push(...sheetBlocks(sheetOf(name, raw, seen), this.#writer, file))
  }

  transcript(): Transcript {
    const { lines, places } = this.#writer
    const { file } = this.#archive
    if (lines.length === 0 && this.#pictures > 0)
      throw new Problem(
        'office-pictures-only',
        `${file} holds pictures only: none of its sheets has a cell that can be read.`,
      )
    if (lines.length === 0) {
      const [reason] = this.#warnings
      throw new Problem(
        'file-empty',
        `${file} has no sheet with anything to read.${reason ? ` ${reason.message}` : ''}`,
      )
    }
    return { lines, places, blocks: this.#blocks, warnings: this.#warnings }
  }
}

/** The name of a sheet stands in none of its cells; it is cited by the first. */
function sheetOf(name: string, { hiddenRows }: RawSheet, { cells }: SeenSheet): Sheet {
  const inCell = (at: CellPosition): Place => ({ kind: 'cell', sheet: name, cell: cellName(at) })
  return {
    name: NAMELESS.test(name.trim()) ? null : { text: name, place: inCell({ row: 1, column: 1 }) },
    hiddenRows,
    ruled: true,
    cells: cells.map(({ at, from, to, text }) => ({
      row: from.row,
      column: from.column,
      lastRow: to.row,
      lastColumn: to.column,
      place: inCell(at),
      text,
    })),
  }
}
