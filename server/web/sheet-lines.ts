import { type CellPosition, cellPosition, columnName } from '../../ingest/domain/cell-name.ts'
import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import { html, type Markup } from './html.ts'
import { markedText, type ShownLines } from './marked-text.ts'

/** The sheets of a workbook as Excel shows them: rows under their numbers, columns under their letters; blank ones are left out. */
export function sheetLines(
  shown: ShownLines,
  places: LinePlaces,
  sheetName: (sheet: string) => string,
): readonly Markup[] {
  return [...sheetsOf(places)].map(
    ([name, lines], at) => html`<h2 class="page" id="S${at + 1}">${sheetName(name)}</h2>
${sheetTable(lines, shown)}
`,
  )
}

interface SheetLine {
  readonly line: number
  readonly at: CellPosition
}

/** By name, in the order of the document. */
function sheetsOf(places: LinePlaces): ReadonlyMap<string, readonly SheetLine[]> {
  const lines: (SheetLine & { readonly sheet: string })[] = []
  for (let line = 1; line <= places.length; line += 1) {
    const place = places.at(line)
    const at = place?.kind === 'cell' ? cellPosition(place.cell) : null
    if (place?.kind === 'cell' && at) lines.push({ line, at, sheet: place.sheet })
  }
  return grouped(lines, ({ sheet }) => sheet)
}

function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}

function sheetTable(lines: readonly SheetLine[], shown: ShownLines): Markup {
  const columns = [...new Set(lines.map(({ at }) => at.column))].sort((a, b) => a - b)
  const rows = grouped(lines, ({ at }) => at.row)
  return html`<table class="sheet"><thead><tr><td></td>${columns.map((column) => html`<th scope="col">${columnName(column)}</th>`)}</tr></thead><tbody>
${[...rows].map(([row, own]) => sheetRow(row, columns, own, shown))}</tbody></table>`
}

function sheetRow(row: number, columns: readonly number[], own: readonly SheetLine[], shown: ShownLines): Markup {
  const cells = grouped(own, ({ at }) => at.column)
  return html`<tr><th scope="row">${row}</th>${columns.map((column) => sheetCell(cells.get(column) ?? [], shown))}</tr>
`
}

function sheetCell(held: readonly SheetLine[], { lines, isCited, marksOf, noteOf }: ShownLines): Markup {
  return html`<td>${held.map(({ line }) => {
    const cited = isCited(line)
    return html`<div class="cell${cited ? ' cited' : ''}" id="L${line}" dir="ltr"${cited ? html` aria-current="location"` : null}>${markedText(lines[line - 1] ?? '', marksOf(line))}${noteOf(line)}</div>`
  })}</td>`
}
