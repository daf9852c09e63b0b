import type { Column, Row, Table } from '../../ingest/domain/table.ts'
import { html, type Markup, visible } from '../web/html.ts'
import { cellId, type Marks } from './marks.ts'
import type { ShownGrid } from './page-views.ts'
import type { Words } from './words.ts'

/** What is told above a grid. */
export interface Tally {
  readonly facts: number
  readonly held: number
  readonly tried: number
}

/** A recognised table as a table of the page, with what was made of it above. */
export function gridOf(shown: ShownGrid, tally: Tally, marks: Marks, words: Words): Markup {
  const { table, index, begins } = shown
  const name = [table.number, table.title || words.untitled].filter(Boolean).join(' ')
  const anchor = begins ? html` id="t${index + 1}"` : null
  const note =
    begins && table.emptyNote
      ? html`<p class="note">${words.emptyNote}: <q lang="zh-CN">${visible(table.emptyNote.text)}</q></p>`
      : null
  return html`<section class="table"${anchor}>
<h3 lang="zh-CN">${index + 1}. ${visible(name)}${begins ? null : ' …'}</h3>
<p class="facets"><span>${words.roles[table.role]}</span><span>${words.unit}: ${table.unit ?? words.none}</span><span>${words.facts}: ${tally.facts}</span><span>${words.sums}: ${words.heldOf(tally.held, tally.tried)}</span></p>
${note}
<div class="scroll">
<table class="grid" role="grid" aria-label="${name}" lang="zh-CN">
<thead>${headerRows(table.columns)}
<tr class="kinds">${table.columns.map(({ kind, unit }) => html`<th>${words.kinds[kind]}${unit === null ? null : ` · ${unit}`}</th>`)}</tr></thead>
<tbody>
${shown.rows.map((row) => bodyRow(table, index, row, marks))}</tbody>
</table>
</div>
</section>
`
}

/** The levels of the header; a word over several columns is printed once, and the last word of a path goes down to the cells. */
function headerRows(columns: readonly Column[]): Markup[] {
  const paths = columns.map(({ path }) => (path.length === 0 ? [''] : path))
  const depth = paths.reduce((most, path) => Math.max(most, path.length), 1)
  return Array.from({ length: depth }, (_, level) => {
    const heads: Markup[] = []
    for (let column = 0; column < paths.length; ) {
      const path = paths[column] ?? ['']
      const word = path[level]
      const last = level === path.length - 1
      const width = last || word === undefined ? 1 : sharedBy(paths, column, level)
      const down = last ? depth - level : 1
      if (word !== undefined) heads.push(html`<th colspan="${width}" rowspan="${down}">${visible(word)}</th>`)
      column += width
    }
    return html`
<tr>${heads}</tr>`
  })
}

/** How many columns from one on stand under the same words down to a level, and have more words below. */
function sharedBy(paths: readonly (readonly string[])[], from: number, level: number): number {
  const head = paths[from] ?? []
  const end = paths
    .slice(from)
    .findIndex((path) => path.length <= level + 1 || head.slice(0, level + 1).some((word, at) => path[at] !== word))
  return end < 0 ? paths.length - from : end
}

function bodyRow(table: Table, index: number, row: number, marks: Marks): Markup {
  const described = table.rows[row]
  const cells = new Map(table.cells.filter((cell) => cell.row === row).map((cell) => [cell.column, cell]))
  return html`<tr class="${described?.kind ?? 'note'}" data-path="${described ? pathOf(described) : ''}">${table.columns.map(
    ({ kind, path }, column) => {
      const cell = cells.get(column)
      const mark = marks.of(table.id, { row, column })
      const line = cell ? html` data-line="${cell.source.from}"` : null
      const id = cellId(index, { row, column })
      return html`<td id="${id}" class="${[kind, mark].filter(Boolean).join(' ')}" data-path="${path.join(' / ')}" tabindex="-1"${line}>${cell ? visible(cell.text) : null}</td>`
    },
  )}</tr>
`
}

function pathOf({ code, parents, label }: Row): string {
  return [code, [...parents, label].join(' / ')].filter(Boolean).join(' ')
}
