import type { Table } from '../../ingest/domain/table.ts'
import { csv } from './csv.ts'

/** A parsed table as CSV. */
export function tableCsv(table: Table): string {
  return csv(tableRows(table))
}

/** A parsed table as rows of texts: one of joined header paths, then its rows, blank cells left blank. */
export function tableRows(table: Table): readonly (readonly string[])[] {
  const rows = table.rows.map(() => table.columns.map(() => ''))
  for (const cell of table.cells) {
    const row = rows[cell.row]
    if (row && cell.column < row.length) row[cell.column] = cell.text
  }
  return [table.columns.map(({ path }) => path.join(' / ')), ...rows]
}
