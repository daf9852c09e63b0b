import { type CellPosition, cellPosition } from '../../domain/cell-name.ts'
import { Problem } from '../../domain/problem.ts'
import { type Archive, damaged } from '../office/archive.ts'
import { type Attribute, isTrue, readXml } from '../office/xml.ts'
import { isDatePattern, printedNumber, printedText } from './number-text.ts'
import { RichText, unescaped } from './shared-strings.ts'
import type { PatternOf } from './styles.ts'

/** A cell as the file has it, seen or not. */
export interface RawSheetCell extends CellPosition {
  /** As it would be printed. */
  readonly text: string
  /** Why there is less to read than people may think; null where all was read. */
  readonly fault: 'formula' | 'error' | 'format' | 'picture' | null
}

/** Cells that are one, corners included. */
export interface Merge {
  readonly from: CellPosition
  readonly to: CellPosition
}

/** A sheet as the file has it. */
export interface RawSheet {
  readonly cells: readonly RawSheetCell[]
  readonly merges: readonly Merge[]
  readonly hiddenRows: ReadonlySet<number>
  readonly isHiddenColumn: (column: number) => boolean
  /** Ids of what it draws. */
  readonly drawings: readonly string[]
}

/** What a workbook says for all of its sheets, and how much its sheets may still hold. */
export interface SheetSetting {
  readonly strings: readonly string[]
  readonly patternOf: PatternOf
  readonly from1904: boolean
  readonly room: { cells: number; characters: number }
}

/** No document merges more cells. */
const MOST_MERGES = 100_000
/** How WPS stores a picture that is set into a cell. */
const PICTURE = /^=?(?:_xlfn\.)?DISPIMG\(/
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384]

/** Reads the part of a sheet. Throws Problem "file-too-large" where it holds more than the setting has room for. */
export async function readRawSheet(archive: Archive, part: string, setting: SheetSetting): Promise<RawSheet> {
  const reader = new RawSheetReader(archive.file, setting)
  await readXml(archive, part, {
    open: (name, attribute) => reader.open(name, attribute),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return reader.sheet()
}

/** A cell that is being read. */
interface OpenCell extends CellPosition {
  readonly type: string
  readonly style: string | undefined
  formula: boolean
  /** Null until there is one. */
  value: string | null
}

class RawSheetReader {
  readonly #file: string
  readonly #setting: SheetSetting
  readonly #cells: RawSheetCell[] = []
  readonly #merges: Merge[] = []
  readonly #hiddenRows = new Set<number>()
  /** 1 for each column that is hidden; the first stands for none. */
  readonly #hiddenColumns = new Uint8Array(LAST_COLUMN + 1)
  readonly #drawings: string[] = []
  readonly #rich = new RichText()
  #inData = false
  #inValue = false
  #row = 0
  #column = 0
  #cell: OpenCell | null = null

  constructor(file: string, setting: SheetSetting) {
    this.#file = file
    this.#setting = setting
  }

  open(name: string, attribute: Attribute): void {
    if (this.#inData) this.#openInData(name, attribute)
    else if (name === 'sheetData') this.#inData = true
    else if (name === 'col') this.#takeColumns(attribute)
    else if (name === 'mergeCell') this.#takeMerge(attribute('ref') ?? '')
    else if (name === 'drawing' || name === 'picture') this.#drawings.push(attribute('id') ?? '')
  }

  text(text: string): void {
    if (this.#inValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text
    else this.#rich.handler.text(text)
  }

  close(name: string): void {
    this.#rich.handler.close(name)
    if (name === 'sheetData') this.#inData = false
    if (name === 'v') this.#inValue = false
    if (name === 'c' && this.#cell) this.#take(this.#cell)
  }

  sheet(): RawSheet {
    const columns = this.#hiddenColumns
    return {
      cells: this.#cells,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      isHiddenColumn: (column) => columns[column] === 1,
      drawings: this.#drawings,
    }
  }

  #openInData(name: string, attribute: Attribute): void {
    if (name === 'row') this.#openRow(attribute)
    else if (name === 'c') this.#openCell(attribute)
    else if (name === 'f' && this.#cell) this.#cell.formula = true
    else if (name === 'v' && this.#cell) {
      this.#cell.value = ''
      this.#inValue = true
    } else this.#rich.handler.open(name)
  }

  /** Rows and cells that do not say where they are stand behind the one before. */
  #openRow(attribute: Attribute): void {
    this.#row = within(Number(attribute('r') ?? this.#row + 1), LAST_ROW) ?? this.#fail(`a row ${attribute('r')}`)
    this.#column = 0
    const flat = isTrue(attribute('customHeight')) && Number(attribute('ht')) === 0
    if (isTrue(attribute('hidden')) || flat) this.#hiddenRows.add(this.#row)
  }

  #openCell(attribute: Attribute): void {
    const ref = attribute('r')
    const at = ref === undefined ? { row: this.#row, column: this.#column + 1 } : cellPosition(ref)
    if (!at || at.row !== this.#row || within(at.column, LAST_COLUMN) === null)
      this.#fail(`a cell ${ref} in row ${this.#row}`)
    this.#column = at?.column ?? 0
    const [row, column] = [this.#row, this.#column]
    this.#cell = { row, column, type: attribute('t') ?? 'n', style: attribute('s'), formula: false, value: null }
    this.#rich.take()
  }

  #take(cell: OpenCell): void {
    this.#cell = null
    const { row, column } = cell
    const { text, fault } = this.#printed(cell)
    if (text === '' && fault === null) return
    const { room } = this.#setting
    room.cells -= 1
    room.characters -= text.length
    if (room.cells < 0 || room.characters < 0)
      throw new Problem('file-too-large', `${this.#file} holds more cells or words than any disclosure.`)
    this.#cells.push({ row, column, text, fault })
  }

  #printed({ type, style, formula, value }: OpenCell): Pick<RawSheetCell, 'text' | 'fault'> {
    if (formula && value === null) return { text: '', fault: 'formula' }
    const pattern = this.#setting.patternOf(style)
    const text = this.#textOf(type, value)
    if (PICTURE.test(text)) return { text: '', fault: 'picture' }
    if (type === 'e') return { text, fault: 'error' }
    if (type !== 'n') return { text: tidy(printedText(text, pattern)), fault: null }
    const number = text.trim() === '' ? Number.NaN : Number(text)
    if (!Number.isFinite(number)) return { text: tidy(text), fault: null }
    const printed = printedNumber(number, pattern, this.#setting.from1904)
    const unseen = printed === '' && number !== 0 && !isDatePattern(pattern)
    return { text: printed, fault: unseen ? 'format' : null }
  }

  #textOf(type: string, value: string | null): string {
    if (type === 'inlineStr') return this.#rich.take()
    if (value === null) return ''
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
    if (type !== 's') return unescaped(value)
    return this.#setting.strings[Number(value)] ?? this.#fail(`a text ${value}`)
  }

  #takeColumns(attribute: Attribute): void {
    const hidden = isTrue(attribute('hidden')) || Number(attribute('width') ?? '1') === 0
    if (hidden) this.#hiddenColumns.fill(1, Number(attribute('min')), Number(attribute('max')) + 1)
  }

  #takeMerge(ref: string): void {
    const [from = null, to = from] = ref.split(':').map(cellPosition)
    if (!from || !to || to.row < from.row || to.column < from.column) return
    if (this.#merges.length === MOST_MERGES)
      throw new Problem('file-too-large', `${this.#file} merges more than ${MOST_MERGES} cells.`)
    this.#merges.push({ from, to })
  }

  #fail(what: string): never {
    throw damaged(this.#file, `a sheet points to ${what}, which there is not`)
  }
}

function within(number: number, last: number): number | null {
  return Number.isInteger(number) && number >= 1 && number <= last ? number : null
}

/** Spaces that only set the text within its cell are no part of it. */
function tidy(text: string): string {
  return text
    .replace(/[\u00a0\u3000\t]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .trim()
}
