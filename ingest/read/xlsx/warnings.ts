import { cellPosition, columnName } from '../../domain/cell-name.ts'
import type { Warning } from '../../domain/document.ts'
import type { Drawn } from './drawings.ts'
import type { ReadSheet, Unread } from './sheet-cell.ts'

/** So many cells, rows or columns are named; of others, how many there are. */
const MOST_NAMED = 10

type Said = (names: readonly string[]) => string

/** Each kind of what is left out, with what is said of the cells. */
const UNREAD: Readonly<Record<Unread, { readonly code: string; readonly said: Said }>> = {
  formula: {
    code: 'formula-without-result',
    said: (names) =>
      `The file stores no result of ${plural(names, 'formula')}; left unread: ${listed(names)}. Open it in Excel or LibreOffice and save it.`,
  },
  error: {
    code: 'cell-error',
    said: (names) => `${listed(names)} ${names.length === 1 ? 'shows an error' : 'show errors'} in place of a figure.`,
  },
  format: {
    code: 'cell-hidden',
    said: (names) => `A number format hides the ${plural(names, 'figure')} in ${listed(names)}; left unread.`,
  },
  'hidden-row': {
    code: 'row-hidden',
    said: (names) => {
      const rows = ranges(
        names.map((name) => cellPosition(name)?.row ?? 0),
        String,
      )
      return `Hidden, and left unread: row ${listed(rows)} (${plural(names, 'cell')}).`
    },
  },
  'hidden-column': {
    code: 'column-hidden',
    said: (names) => {
      const columns = ranges(
        names.map((name) => cellPosition(name)?.column ?? 0),
        columnName,
      )
      return `Hidden, and left unread: column ${listed(columns)} (${plural(names, 'cell')}).`
    },
  },
}

/** What was left out of a sheet, a warning a reason. */
export function sheetWarnings(sheet: string, { unread, cells }: ReadSheet, { pictures, texts }: Drawn): Warning[] {
  const warnings = [...unread].map(([reason, names]) => {
    const { code, said } = UNREAD[reason]
    const [first] = names
    return { ...sheetWarning(sheet, code, said(names)), ...(first === undefined ? {} : { cell: first }) }
  })
  if (pictures > 0)
    warnings.push(
      cells.length === 0
        ? sheetWarning(
            sheet,
            'sheet-pictures-only',
            `This sheet holds ${counted(pictures, 'picture')} and no cells; nothing on it was read.`,
          )
        : sheetWarning(
            sheet,
            'picture-unread',
            `${counted(pictures, 'picture')} on this sheet ${pictures === 1 ? 'is' : 'are'} not read.`,
          ),
    )
  for (const text of texts)
    warnings.push(sheetWarning(sheet, 'text-box-unread', `A text box on this sheet is not read: ${text.slice(0, 80)}`))
  return warnings
}

/** A warning of a sheet as a whole. */
export function sheetWarning(sheet: string, code: string, message: string): Warning {
  return { code, message, line: null, page: null, sheet }
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

function plural(names: readonly string[], noun: string): string {
  return counted(names.length, noun)
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
