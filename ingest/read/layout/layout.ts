import type { GridBlock, RawCell } from '../../domain/block.ts'
import { findColumns, MOST_COLUMNS, type PageColumn, placeCells } from './columns.ts'
import { continuedColumns } from './continued.ts'
import { findLayoutBlocks, type LayoutBlock } from './find-blocks.ts'
import { type Fragment, type FullWidth, fullWidthOf, headerFragments, isNumber } from './fragment.ts'
import { type PageHeader, placeHeader } from './header.ts'
import { joinWrapped, type PlacedFragment, type RowLines } from './wrapped.ts'

/** A table set with spaces, read into cells, with the lines it takes: indices, the second behind the last. */
export interface LayoutTable {
  readonly from: number
  readonly to: number
  readonly grid: GridBlock
}

/**
 * Reads tables whose cells are parted by runs of spaces, as `pdftotext -layout` writes them: each cell belongs to the
 * column it stands under, whatever is blank before it. By the index of the first line. `wide` is what a full-width
 * character takes; where nobody knows, the lines tell.
 */
export function readLayout(
  lines: readonly string[],
  wide: FullWidth = fullWidthOf(lines),
): ReadonlyMap<number, LayoutTable> {
  const tables = new Map<number, LayoutTable>()
  if (!lines.some((line) => / {2}|\u3000/.test(line.trim()))) return tables
  let above: { readonly to: number; readonly columns: readonly PageColumn[] } | null = null
  for (const block of findLayoutBlocks(lines, wide)) {
    const goesOn = above !== null && lines.slice(above.to, block.from).every(isBetweenPages)
    const read = readBlock(block, goesOn && above ? above.columns : null, wide)
    if (!read) continue
    tables.set(block.from, { from: block.from, to: block.to, grid: { kind: 'grid', rows: read.rows } })
    above = { to: block.to, columns: read.columns }
  }
  return tables
}

/** Blank, or a page number. */
function isBetweenPages(line: string): boolean {
  return /^[-—–\s\d]{0,40}$/.test(line)
}

/** Deepest header, in lines: three levels of words wrapped three times. */
const MOST_HEADER_LINES = 10

function readBlock(
  { lines }: LayoutBlock,
  above: readonly PageColumn[] | null,
  wide: FullWidth,
): { rows: RawCell[][]; columns: readonly PageColumn[] } | null {
  const form = isForm(lines)
  const length = form ? 0 : headerLines(lines)
  const body = lines.slice(length)
  const found = findColumns(body.filter((line) => line.length > 1 || line.some(({ text }) => isNumber(text))))
  if (found.length > MOST_COLUMNS) return null
  const header: PageHeader | null =
    length > 0
      ? placeHeader(
          lines.slice(0, length).map((line) => headerFragments(line, wide)),
          found,
        )
      : null
  const page = header?.columns ?? found
  const kept = header || !above ? null : continuedColumns(page, above)
  const places = kept ?? page.map((_, index) => index)
  const columns = kept && above ? above : page
  const width = columns.length
  const placed = body.map((line) => placeLine(line, page))
  const rows = form ? placed.map((line) => [line]) : joinWrapped(placed, page)
  return {
    rows: [...headerRows(header), ...rows.map((row) => rowCells(row, places, width))],
    columns,
  }
}

/** A form pairs names with values line by line; it has no header that holds for the lines below. */
function isForm(lines: readonly (readonly Fragment[])[]): boolean {
  return lines.some((line) => line.some(({ text }) => /^[一二三]级指标$/.test(text)))
}

/** Leading lines that print words only. A name alone right above figures without a name is that name's beginning. */
function headerLines(lines: readonly (readonly Fragment[])[]): number {
  const first = lines.findIndex((line) => line.some(({ text }, at) => isData(text, at, line)))
  if (first < 0) return lines.length <= MOST_HEADER_LINES ? lines.length : 0
  if (first > MOST_HEADER_LINES) return 0
  const [row, last] = [lines[first] ?? [], lines[first - 1] ?? []]
  const nameless = row.length > 1 && row.every(({ text }) => isNumber(text)) && /^\d{3,7}$/.test(row[0]?.text ?? '')
  return nameless && last.length === 1 && first > 1 ? first - 1 : first
}

function isData(text: string, at: number, line: readonly Fragment[]): boolean {
  if (isNumber(text)) return !/^20\d\d$/.test(text)
  if (/^(?:[一二三四五六七八九十]+、|\d{3})/.test(text)) return true
  return at === 0 && line.length === 1 && /^(?:合\s*计|总\s*计)$/.test(text)
}

/** Each fragment with its column; what fits none goes with the nearest. */
function placeLine(line: readonly Fragment[], columns: readonly PageColumn[]): PlacedFragment[] {
  const places = placeCells(line, columns, 0)
  return line.map((fragment, index) => ({ ...fragment, column: places[index] ?? nearest(fragment, columns) }))
}

function nearest({ left, right }: Fragment, columns: readonly PageColumn[]): number {
  const distance = (column: PageColumn) => Math.abs(column.left + column.right - left - right)
  return columns.reduce((best, column, at) => (distance(column) < distance(columns[best] ?? column) ? at : best), 0)
}

/** The header a row a level, words of several columns in their first one. */
function headerRows(header: PageHeader | null): RawCell[][] {
  if (!header) return []
  const depth = header.paths.reduce((deepest, { length }) => Math.max(deepest, length), 0)
  const line = header.paths.flat()[0]?.line ?? 1
  return Array.from({ length: depth }, (_, level) =>
    header.paths.map((path, column) => {
      const word = path[level]
      const merged = word !== undefined && column > 0 && header.paths[column - 1]?.[level] === word
      return word && !merged ? { text: word.text, line: word.line } : { text: '', line: word?.line ?? line }
    }),
  )
}

/** The cells of a row; the pieces of a wrapped one are joined. */
function rowCells(row: RowLines, places: readonly number[], width: number): RawCell[] {
  const line = (row.find((pieces) => pieces.length > 1) ?? row[0])?.[0]?.line ?? 1
  const cells: RawCell[] = Array.from({ length: width }, () => ({ text: '', line }))
  for (const { text, column, line: own } of row.flat()) {
    const at = places[column] ?? column
    const before = cells[at]
    cells[at] = before && before.text !== '' ? { ...before, text: before.text + text } : { text, line: own }
  }
  return cells
}
