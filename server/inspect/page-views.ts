import { pageOf } from '../../ingest/domain/place.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { Inspection, PageLook } from '../../ingest/inspect.ts'

/** A line of the document beside which its grids are shown. */
export interface ShownLine {
  /** 1-based. */
  readonly line: number
  readonly text: string
  readonly kind: 'cell' | 'header' | 'prose'
}

/** A table, or the part of it that is on one page. */
export interface ShownGrid {
  readonly table: Table
  /** Among the tables of the document. */
  readonly index: number
  /** Indices of the rows on this page. */
  readonly rows: readonly number[]
  /** Whether the table begins here. */
  readonly begins: boolean
}

/** What is shown side by side: a page, or the lines of a text file that belong together. */
export interface ShownPart {
  /** Null in a text file. */
  readonly look: PageLook | null
  readonly lines: readonly ShownLine[]
  readonly grids: readonly ShownGrid[]
}

/** The parts of a document in reading order. */
export function shownParts(inspection: Inspection): ShownPart[] {
  return inspection.pages === null ? textParts(inspection) : inspection.pages.map((look) => pagePart(look, inspection))
}

function pagePart(look: PageLook, { parse }: Inspection): ShownPart {
  const pageOfLine = (line: number) => pageOf(parse.places?.[line - 1])
  const body = bodyLines(parse.tables)
  const lines = parse.lines.flatMap((text, index): ShownLine[] => {
    const line = index + 1
    if (pageOfLine(line) !== look.number) return []
    return [{ line, text, kind: body.has(line) ? 'cell' : parse.cellLines.has(line) ? 'header' : 'prose' }]
  })
  const grids = parse.tables.flatMap((table, index): ShownGrid[] => {
    const rows = rowsWhere(table, (line) => pageOfLine(line) === look.number)
    const first = table.cells[0]?.source.from ?? table.source.from
    const begins = pageOfLine(first) === look.number
    return rows.length > 0 || begins ? [{ table, index, rows, begins }] : []
  })
  return { look, lines, grids }
}

/** Each table with its own lines, and what is printed between two of them. */
function textParts({ parse }: Inspection): ShownPart[] {
  const body = bodyLines(parse.tables)
  const cut = (from: number, to: number, grids: readonly ShownGrid[]): ShownPart => ({
    look: null,
    lines: parse.lines.slice(from - 1, to).map((text, at) => {
      const line = from + at
      return { line, text, kind: body.has(line) ? 'cell' : grids.length > 0 ? 'header' : 'prose' }
    }),
    grids,
  })
  const parts: ShownPart[] = []
  let next = 1
  for (const [index, table] of parse.tables.entries()) {
    const from = Math.max(next, table.source.from)
    if (from > next) parts.push(cut(next, from - 1, []))
    const to = Math.max(from - 1, table.source.to, ...table.cells.map(({ source }) => source.to))
    parts.push(cut(from, to, [{ table, index, rows: rowsWhere(table, () => true), begins: true }]))
    next = to + 1
  }
  if (next <= parse.lines.length) parts.push(cut(next, parse.lines.length, []))
  return parts.filter(({ lines }) => lines.some(({ text }) => text.trim() !== ''))
}

function bodyLines(tables: readonly Table[]): ReadonlySet<number> {
  return new Set(tables.flatMap(({ cells }) => cells.map(({ source }) => source.from)))
}

function rowsWhere({ rows, cells }: Table, holds: (line: number) => boolean): number[] {
  const inside = new Set(cells.filter(({ source }) => holds(source.from)).map(({ row }) => row))
  return rows.flatMap((_, row) => (inside.has(row) ? [row] : []))
}
