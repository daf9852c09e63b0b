import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import type { Site } from '../../ingest/domain/place.ts'
import { lines, type Source } from '../../ingest/domain/source.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { PublishedTable, TableSummary } from './documents-contract.ts'

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

/** What runs on over pages, cells or paragraphs is shown where it begins. */
function publishedSource({ from, to }: Source, places: LinePlaces | null): Site {
  return places?.sites(from, to)[0]?.site ?? lines(from, to)
}

/** A table without its cells. */
export function tableSummary(table: Table, places: LinePlaces | null): TableSummary {
  const { id, number, title, role, unit, project, rows, columns, source } = table
  const said = { id, number, title, role, unit, project, rows: rows.length, columns: columns.length }
  const sites = places?.sites(source.from, source.to) ?? []
  return { ...said, ...extentOf(sites[0]?.site ?? source, sites.at(-1)?.site ?? source) }
}

type Extent =
  | { readonly pages: [number, number] }
  | { readonly sheet: string; readonly cells: [string, string] }
  | { readonly paragraphs: [number, number] }
  | { readonly lines: [number, number] }

/** From its first to its last site; all are of one kind. */
function extentOf(first: Site, last: Site): Extent {
  if (first.kind === 'page') return { pages: [first.page, last.kind === 'page' ? last.page : first.page] }
  if (first.kind === 'cell')
    return { sheet: first.sheet, cells: [first.cell, last.kind === 'cell' ? last.cell : first.cell] }
  if (first.kind === 'paragraph')
    return { paragraphs: [first.paragraph, last.kind === 'paragraph' ? last.paragraph : first.paragraph] }
  return { lines: [first.from, last.kind === 'lines' ? last.to : first.to] }
}
