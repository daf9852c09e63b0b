import { type CellPosition, cellName, columnName } from '../../domain/cell-name.ts'
import type { Warning } from '../../domain/document.ts'
import { said } from '../../domain/warning.ts'
import type { Drawn } from './drawings.ts'
import type { SeenSheet, Unread } from './seen-sheet.ts'

type Told = ReturnType<typeof said>

/** What is said of the cells of each kind that is left out. */
const UNREAD: Readonly<Record<Unread, (cells: Cells) => Told>> = {
  formula: (cells) => said('formula', { count: cells.length, cells: named(cells) }),
  error: (cells) => said('cellError', { count: cells.length, cells: named(cells) }),
  picture: (cells) => said('cellPictures', { count: cells.length, cells: named(cells) }),
  format: (cells) => said('cellFormat', { count: cells.length, cells: named(cells) }),
  'hidden-row': (cells) =>
    said('rows', {
      count: cells.length,
      names: hiding(
        cells.map(({ row }) => row),
        String,
      ),
    }),
  'hidden-column': (cells) =>
    said('columns', {
      count: cells.length,
      names: hiding(
        cells.map(({ column }) => column),
        columnName,
      ),
    }),
}

type Cells = readonly CellPosition[]

/** What was left out of a sheet, a warning a reason. */
export function sheetWarnings(sheet: string, { unread, cells }: SeenSheet, { pictures, texts }: Drawn): Warning[] {
  return [
    ...[...unread].map(([reason, left]) => {
      const [first] = left
      return { ...sheetWarning(sheet, UNREAD[reason](left)), ...(first ? { cell: cellName(first) } : {}) }
    }),
    ...pictureWarnings(sheet, pictures, cells.length),
    ...texts.map((text) => sheetWarning(sheet, said('textBox', { words: text.slice(0, LONGEST_QUOTE) }))),
  ]
}

const LONGEST_QUOTE = 80

function pictureWarnings(sheet: string, pictures: number, cells: number): Warning[] {
  if (pictures === 0) return []
  return [sheetWarning(sheet, said(cells === 0 ? 'sheetOfPictures' : 'sheetPictures', { count: pictures }))]
}

/** A warning of a sheet as a whole. */
export function sheetWarning(sheet: string, told: Told): Warning {
  return { ...told, line: null, page: null, sheet }
}

function hiding(numbers: readonly number[], nameOf: (number: number) => string): string {
  return listed(ranges(numbers, nameOf))
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
