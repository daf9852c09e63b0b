import { type CellPosition, cellName, columnName } from '../../domain/cell-name.ts'
import type { Warning } from '../../domain/document.ts'
import type { Drawn } from './drawings.ts'
import type { SeenSheet, Unread } from './seen-sheet.ts'

/** Each kind of what is left out, with what is said of the cells. */
const UNREAD: Readonly<Record<Unread, { readonly code: string; readonly said: (cells: Cells) => string }>> = {
  formula: {
    code: 'formula-without-result',
    said: (cells) =>
      `The file stores no result of ${counted(cells.length, 'formula')}; left unread: ${named(cells)}. Open it in Excel or LibreOffice and save it.`,
  },
  error: {
    code: 'cell-error',
    said: (cells) => `${named(cells)}: ${counted(cells.length, 'error')} in place of what should stand there.`,
  },
  picture: {
    code: 'picture-unread',
    said: (cells) => `Left unread: ${counted(cells.length, 'picture')} set into ${named(cells)}.`,
  },
  format: {
    code: 'cell-hidden',
    said: (cells) => `A number format hides ${counted(cells.length, 'figure')}, left unread: ${named(cells)}.`,
  },
  'hidden-row': { code: 'row-hidden', said: (cells) => hidden('row', cells, ({ row }) => row, String) },
  'hidden-column': {
    code: 'column-hidden',
    said: (cells) => hidden('column', cells, ({ column }) => column, columnName),
  },
}

type Cells = readonly CellPosition[]

/** What was left out of a sheet, a warning a reason. */
export function sheetWarnings(sheet: string, { unread, cells }: SeenSheet, { pictures, texts }: Drawn): Warning[] {
  return [
    ...[...unread].map(([reason, left]) => {
      const { code, said } = UNREAD[reason]
      const [first] = left
      return { ...sheetWarning(sheet, code, said(left)), ...(first ? { cell: cellName(first) } : {}) }
    }),
    ...pictureWarnings(sheet, pictures, cells.length),
    ...texts.map((text) =>
      sheetWarning(sheet, 'text-box-unread', `A text box on this sheet is not read: ${text.slice(0, LONGEST_QUOTE)}`),
    ),
  ]
}

const LONGEST_QUOTE = 80

function pictureWarnings(sheet: string, pictures: number, cells: number): Warning[] {
  if (pictures === 0) return []
  const held = counted(pictures, 'picture')
  return cells === 0
    ? [sheetWarning(sheet, 'sheet-pictures-only', `This sheet holds ${held} and no cells; nothing on it was read.`)]
    : [sheetWarning(sheet, 'picture-unread', `This sheet holds ${held} beside its cells, left unread.`)]
}

/** A warning of a sheet as a whole. */
export function sheetWarning(sheet: string, code: string, message: string): Warning {
  return { code, message, line: null, page: null, sheet }
}

function hidden(
  what: string,
  cells: Cells,
  numberOf: (cell: CellPosition) => number,
  nameOf: (number: number) => string,
): string {
  const hiding = ranges(cells.map(numberOf), nameOf)
  return `Hidden, and left unread: ${what} ${listed(hiding)} (${counted(cells.length, 'cell')}).`
}

function named(cells: Cells): string {
  return listed(cells.map(cellName))
}

/** So many are named; of others, how many there are. */
const MOST_NAMED = 10

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** "5–7", "9": numbers that follow one another as one. */
function ranges(numbers: readonly number[], nameOf: (number: number) => string): string[] {
  const found: { from: number; to: number }[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last.to + 1 === number) last.to = number
    else found.push({ from: number, to: number })
  }
  return found.map(({ from, to }) => (from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`))
}
