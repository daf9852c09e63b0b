import type { Table } from '../../ingest/domain/table.ts'
import { csv } from './csv.ts'

/** A parsed table as CSV: one header line of joined header paths, then the rows, blank cells left blank. */
export function tableCsv(table: Table): string {
  const rows = table.rows.map(() => table.columns.map(() => ''))
  for (const cell of table.cells) {
    const row = rows[cell.row]
    if (row && cell.column < row.length) row[cell.column] = cell.text
  }
  return csv([table.columns.map(({ path }) => path.join(' / ')), ...rows])
}
