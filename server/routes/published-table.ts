import type { LinePlaces } from '../../ingest/domain/place.ts'
import type { Source } from '../../ingest/domain/source.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { PublishedSource, PublishedTable, TableSummary } from './documents-contract.ts'

/** A table with its places as people outside know them; `places` are those of its document, null for a text. */
export function publishedTable(table: Table, places: LinePlaces | null): PublishedTable {
  const published = <T extends { readonly source: Source }>(thing: T) => ({
    ...thing,
    source: publishedSource(thing.source, places),
  })
  return {
    ...published(table),
    rows: table.rows.map(published),
    cells: table.cells.map(published),
    emptyNote: table.emptyNote && published(table.emptyNote),
  }
}

/** What runs on over pages is shown where it begins. */
function publishedSource(source: Source, places: LinePlaces | null): PublishedSource {
  const { from, to } = source
  return places?.around(places.pages(from, to)[0] ?? 1, from, to) ?? source
}

/** A table without its cells. */
export function tableSummary(table: Table, places: LinePlaces | null): TableSummary {
  const { id, number, title, role, unit, project, rows, columns, source } = table
  const said = { id, number, title, role, unit, project, rows: rows.length, columns: columns.length }
  if (!places) return { ...said, lines: [source.from, source.to] }
  const pages = places.pages(source.from, source.to)
  return { ...said, pages: [Math.min(...pages), Math.max(...pages)] }
}
