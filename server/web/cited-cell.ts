import type { Cell, Table } from '../../ingest/domain/table.ts'

/** A cell of a table that was recognised in a document. */
export interface CitedCell {
  readonly table: Table
  readonly cell: Cell
}

/**
 * The cell that a citation means: on the cited lines, printing the cited text; `nth` (1-based) picks one of several. Null
 * where a sentence is cited, or a place of which no table was recognised.
 */
export function citedCell(
  tables: readonly Table[],
  cited: readonly number[],
  raw: string,
  nth: number | null,
): CitedCell | null {
  const wanted = new Set(cited)
  const printed = tables.flatMap((table) =>
    table.cells
      .filter(({ source, text }) => wanted.has(source.from) && prints(text, raw.trim()))
      .map((cell) => ({ table, cell })),
  )
  return printed[(nth ?? 1) - 1] ?? null
}

/** Whether a cell prints the text: all of it, or a figure beside other words. */
function prints(text: string, raw: string): boolean {
  return raw !== '' && (text.trim() === raw || text.split(/[^\d.,-]+/).includes(raw))
}
