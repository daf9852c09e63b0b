import type { Field, SumFinding } from '../checks/sum-finding.ts'
import { squeeze } from '../domain/name.ts'
import { pageOf } from '../domain/place.ts'
import type { Cell, Table } from '../domain/table.ts'
import type { Parse } from '../parse.ts'
import type { PageLook } from '../read/pdf/look-at-pdf.ts'
import { cellAmount, isPlainFigure } from '../tables/cell-amount.ts'
import { measureUnderstanding } from '../understood.ts'
import type { Doubt } from './doubt.ts'
import { lostAmounts } from './lost-amounts.ts'

/** What of a parse is in doubt, worst first. `pages` is null for a document that has none. */
export function findDoubts(parse: Parse, sums: readonly SumFinding[], pages: readonly PageLook[] | null): Doubt[] {
  return [
    ...sums.filter(({ holds }) => !holds).map((finding) => sumDoubt(finding, parse)),
    ...(pages ?? []).flatMap((page) => pageDoubts(page, parse)),
    ...parse.tables.flatMap((table) => tableDoubts(table, parse)),
    ...headerDoubts(parse),
    ...factDoubts(parse),
  ]
}

/** More suspects than this name none of them: then the sum itself is in doubt. */
const MOST_SUSPECTS = 6

function sumDoubt(finding: SumFinding, parse: Parse): Doubt {
  const fields = finding.suspects.length > MOST_SUSPECTS ? [finding.whole] : finding.suspects
  const table = parse.tables.find(({ id }) => id === finding.table)
  const line = table?.rows[fields[0]?.row ?? -1]?.source.from ?? null
  return { kind: 'sum', finding, table: finding.table, fields, line, page: pageOfLine(line, parse) }
}

function pageOfLine(line: number | null, { places }: Parse): number | null {
  return line === null ? null : pageOf(places?.[line - 1])
}

/** Amounts that the plain text of a page has and no line of it, and characters without a meaning. */
function pageDoubts({ number, text, unmapped }: PageLook, { lines, places, warnings }: Parse): Doubt[] {
  const where = { table: null, fields: [], line: null, page: number }
  // What was left out on purpose is told by its own warning.
  const isTold = warnings.some(({ code, page }) => code === 'page-repeated' && page === number)
  const own = lines.filter((_, index) => pageOf(places?.[index]) === number)
  return [
    ...(isTold ? [] : lostAmounts(text, own).map((amount): Doubt => ({ ...where, kind: 'lost', text: amount }))),
    ...(unmapped.length > 0 ? [{ ...where, kind: 'unmapped' as const, count: unmapped.length }] : []),
  ]
}

function tableDoubts(table: Table, parse: Parse): Doubt[] {
  if (table.rows.length === 0 && table.emptyNote === null) {
    const line = table.source.from
    return [{ kind: 'no-rows', table: table.id, fields: [], line, page: pageOfLine(line, parse) }]
  }
  return table.cells.flatMap((cell) => {
    const kind = misplaced(table, cell)
    if (kind === null) return []
    const line = cell.source.from
    const field = { row: cell.row, column: cell.column }
    return [{ kind, text: cell.text, table: table.id, fields: [field], line, page: pageOfLine(line, parse) }]
  })
}

/** Signs and words that say there is nothing. */
const NOTHING = /^(?:[-—–―－/／\\.·…*＊]+|无|空|不适用)$/

function misplaced(
  { columns, role }: Table,
  { column, text }: Cell,
): 'figure-among-words' | 'words-among-figures' | null {
  // Targets of performance are figures and words in one column.
  if (role === 'performance') return null
  const kind = columns[column]?.kind
  if (kind === 'amount') return cellAmount(text) || NOTHING.test(squeeze(text)) ? null : 'words-among-figures'
  // Codes, years and running numbers are whole; sums of money have decimals or separators.
  return isPlainFigure(text) && /[.,，]\d/.test(text) ? 'figure-among-words' : null
}

/** Cells of a document of pages that are above the rows of every table: headers, where no amount belongs. */
function headerDoubts(parse: Parse): Doubt[] {
  const body = new Set(parse.tables.flatMap(({ cells }) => cells.map(({ source }) => source.from)))
  return [...parse.cellLines].flatMap((line): Doubt[] => {
    const text = parse.lines[line - 1] ?? ''
    if (body.has(line) || !isPlainFigure(text) || !/[.,，]\d/.test(text)) return []
    return [{ kind: 'figure-in-header', text, table: null, fields: [], line, page: pageOfLine(line, parse) }]
  })
}

/** Amounts of the text that no fact cites. */
function factDoubts(parse: Parse): Doubt[] {
  const { warnings } = measureUnderstanding(parse.lines, parse.facts, parse.cellLines)
  return warnings.map(({ message, line }): Doubt => {
    const at = parse.cellLines.has(line ?? 0) ? cellAt(line ?? 0, parse) : null
    const where = { table: at?.table ?? null, fields: at ? [at.field] : [], line, page: pageOfLine(line, parse) }
    return { ...where, kind: 'no-fact', text: message }
  })
}

function cellAt(line: number, { tables }: Parse): { readonly table: string; readonly field: Field } | null {
  for (const { id, cells } of tables) {
    const cell = cells.find(({ source }) => source.from === line)
    if (cell) return { table: id, field: { row: cell.row, column: cell.column } }
  }
  return null
}
