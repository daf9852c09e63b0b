import type { Cell, Table } from '../../ingest/domain/table.ts'
import type { CitedCell } from './cited-cell.ts'
import { html, type Markup, visible } from './html.ts'

/** Words around a grid. */
export interface GridWords {
  readonly asRead: string
  readonly framed: string
  readonly row: string
  readonly column: string
  readonly unit: string
  readonly none: string
  readonly someRows: (from: number, to: number, of: number) => string
}

/** A larger table is shown around its cited row. */
const MOST_ROWS = 200

/** A table as it was recognised, the cited cell framed, its row and column lit, and what they are called said in words. */
export function tableGrid({ table, cell }: CitedCell, words: GridWords): Markup {
  const from = Math.max(0, Math.min(cell.row - MOST_ROWS / 2, table.rows.length - MOST_ROWS))
  const to = Math.min(table.rows.length, from + MOST_ROWS)
  return html`<section class="grid" aria-labelledby="grid-title">
<h2 id="grid-title">${words.asRead}</h2>
<p class="grid-table"><bdi>${visible([table.number, table.title].filter(Boolean).join(' '))}</bdi></p>
<dl>
${named(words.framed, cell.text)}
${named(words.row, rowPath(table, cell))}
${named(words.column, columnPath(table, cell.column))}
${named(words.unit, table.columns[cell.column]?.unit ?? table.unit ?? words.none)}
</dl>
${to - from < table.rows.length ? html`<p class="quiet">${words.someRows(from + 1, to, table.rows.length)}</p>` : null}
<div class="grid-scroll" role="region" aria-labelledby="grid-title" tabindex="0" lang="zh-CN"><table>
<thead>
${headerRows(table, cell.column)}
</thead>
<tbody>
${bodyRows(table, cell, from, to)}
</tbody>
</table></div>
</section>`
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
function headerRows({ columns }: Table, lit: number): readonly Markup[] {
  const levels = Math.max(1, ...columns.map(({ path }) => path.length))
  return Array.from({ length: levels }, (_, level) => {
    const cells: { readonly from: number; to: number; readonly key: string; readonly text: string }[] = []
    for (const [at, { path }] of columns.entries()) {
      const key = path.slice(0, level + 1).join('\u0000')
      const last = cells.at(-1)
      if (last && last.key === key && path.length > level) last.to = at
      else cells.push({ from: at, to: at, key: path.length > level ? key : '', text: path[level] ?? '' })
    }
    return html`<tr>${cells.map(
      ({ from, to, text }) =>
        html`<th scope="${to > from ? 'colgroup' : 'col'}" colspan="${to - from + 1}"${from <= lit && lit <= to ? html` class="lit"` : null}>${visible(text)}</th>`,
    )}</tr>
`
  })
}

function bodyRows(table: Table, framed: Cell, from: number, to: number): readonly Markup[] {
  const texts = new Map(table.cells.map(({ row, column, text }) => [`${row}:${column}`, text]))
  return Array.from({ length: to - from }, (_, at) => {
    const row = from + at
    return html`<tr${row === framed.row ? html` class="lit"` : null}>${table.columns.map(({ kind }, column) => {
      const isFramed = row === framed.row && column === framed.column
      const classes = [kind, column === framed.column ? 'lit' : '', isFramed ? 'framed' : ''].filter(
        (name) => name !== '',
      )
      return html`<td class="${classes.join(' ')}"${isFramed ? html` id="framed" aria-current="location"` : null}>${visible(texts.get(`${row}:${column}`) ?? '')}</td>`
    })}</tr>
`
  })
}
