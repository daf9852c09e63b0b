import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import type { Cell, Table } from '../../ingest/domain/table.ts'
import type { FindingMarks } from './finding-marks.ts'
import { html, type Markup, visible } from './html.ts'
import type { SourceWords } from './source-words.ts'
import { tableName } from './table-list.ts'

/** What of a table is shown beside its source. */
export interface Grid {
  readonly table: Table
  /** The one that is cited. */
  readonly framed: Cell | null
  /** Of the document's lines; null for a text. */
  readonly places: LinePlaces | null
  readonly marks: FindingMarks
  /** Where the table can be downloaded. */
  readonly download: string
}

/** A larger table is shown around its cited row. */
const MOST_ROWS = 200

/** A table as it was recognised, the cited cell framed, its row and column lit, and what they are called said in words. */
export function tableGrid(grid: Grid, words: SourceWords): Markup {
  const { table, framed } = grid
  const from = Math.max(0, Math.min((framed?.row ?? 0) - MOST_ROWS / 2, table.rows.length - MOST_ROWS))
  const to = Math.min(table.rows.length, from + MOST_ROWS)
  const unit = (framed && table.columns[framed.column]?.unit) ?? table.unit
  return html`<section class="grid" aria-labelledby="grid-title">
<h2 id="grid-title">${words.asRead}</h2>
<p class="grid-table"><bdi>${visible(tableName(table, words))}</bdi></p>
<dl>
${framed ? [named(words.framed, framed.text), named(words.row, rowPath(table, framed)), named(words.column, columnPath(table, framed.column))] : null}
${named(words.unit, unit ?? words.unknown)}
</dl>
${table.emptyNote ? html`<p class="empty-note">${words.empty}: <bdi>${visible(table.emptyNote.text)}</bdi></p>` : null}
${to - from < table.rows.length ? html`<p class="quiet">${words.someRows(from + 1, to, table.rows.length)}</p>` : null}
${table.rows.length > 0 ? cells(grid, from, to) : null}
<p class="quiet grid-foot">${table.rows.length > 0 ? html`<span>${words.gridHelp}</span> ` : null}${words.download} <a href="${grid.download}?format=csv" download>CSV</a> <a href="${grid.download}?format=xlsx" download>Excel</a></p>
</section>`
}

function cells(grid: Grid, from: number, to: number): Markup {
  return html`<div class="grid-scroll" lang="zh-CN"><table role="grid" aria-labelledby="grid-title">
<thead>
${headerRows(grid)}
</thead>
<tbody>
${bodyRows(grid, from, to)}
</tbody>
</table></div>`
}

function named(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd><bdi>${visible(value === '' ? '—' : value)}</bdi></dd></div>`
}

function rowPath({ rows }: Table, { row }: Cell): string {
  const { parents = [], label = '', code = null } = rows[row] ?? {}
  return [...parents, code === null ? label : `${code} ${label}`].filter((part) => part.trim() !== '').join(' / ')
}

function columnPath({ columns }: Table, column: number): string {
  return columns[column]?.path.join(' / ') ?? ''
}

/** A row a level of the header; neighbours that begin alike share a cell. */
function headerRows({ table: { columns }, framed }: Grid): readonly Markup[] {
  const levels = Math.max(1, ...columns.map(({ path }) => path.length))
  const lit = framed?.column ?? -1
  return Array.from({ length: levels }, (_, level) => {
    const heads: { readonly from: number; to: number; readonly key: string; readonly text: string }[] = []
    for (const [at, { path }] of columns.entries()) {
      const key = path.slice(0, level + 1).join('\u0000')
      const last = heads.at(-1)
      if (last && last.key === key && path.length > level) last.to = at
      else heads.push({ from: at, to: at, key: path.length > level ? key : '', text: path[level] ?? '' })
    }
    return html`<tr>${heads.map(
      ({ from, to, text }) =>
        html`<th scope="${to > from ? 'colgroup' : 'col'}" colspan="${to - from + 1}"${from <= lit && lit <= to ? html` class="lit"` : null}>${visible(text)}</th>`,
    )}</tr>
`
  })
}

function bodyRows(grid: Grid, from: number, to: number): readonly Markup[] {
  const { table, framed } = grid
  const held = new Map(table.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]))
  const reachable = framed ?? { row: from, column: 0 }
  return Array.from({ length: to - from }, (_, at) => {
    const row = from + at
    return html`<tr${row === framed?.row ? html` class="lit"` : null}>${table.columns.map(({ kind }, column) => {
      const isFramed = row === framed?.row && column === framed.column
      const isReachable = row === reachable.row && column === reachable.column
      const cell = held.get(`${row}:${column}`)
      const classes = [kind, column === framed?.column ? 'lit' : '', isFramed ? 'framed' : ''].filter(
        (name) => name !== '',
      )
      return html`<td class="${classes.join(' ')}" tabindex="${isReachable ? 0 : -1}"${isFramed ? html` id="framed" aria-current="location"` : null}${cell ? placeOf(cell, grid) : null}>${visible(cell?.text ?? '')}${grid.marks.inField(table.id, row, column)}</td>`
    })}</tr>
`
  })
}

/** Where a cell is printed, for the script that shows it. */
function placeOf({ source }: Cell, { places }: Grid): Markup {
  const site = places?.sites(source.from, source.to)[0]?.site
  return html` data-line="${source.from}"${site?.kind === 'page' ? html` data-page="${site.page}" data-box="${site.box.join(',')}"` : null}`
}
