import type { Table } from '../../ingest/domain/table.ts'
import type { Doubt, Field, Inspection } from '../../ingest/inspect.ts'
import { html, type Markup, visible } from '../web/html.ts'
import { cellId } from './marks.ts'
import { rangeWords } from './place-words.ts'
import type { Words } from './words.ts'

/** Doubts beyond these are left out of the list; the grids mark all of them. */
const MOST_LISTED = 300

/** What is in doubt, each with its place and the reason. */
export function doubtList({ parse, doubts }: Inspection, words: Words): Markup {
  if (doubts.length === 0) return html`<p class="good">✓ ${words.noDoubts}</p>`
  const rest = doubts.length - MOST_LISTED
  return html`<ol class="doubts">
${doubts.slice(0, MOST_LISTED).map(
  (doubt) =>
    html`<li>${placeOf(doubt, parse, words)}: ${reasonOf(doubt, parse, words)}</li>
`,
)}</ol>
${rest > 0 ? html`<p class="quiet">… ${rest}</p>` : null}`
}

/** The reason of a doubt, in words. */
function reasonOf(doubt: Doubt, { tables }: Inspection['parse'], words: Words): Markup {
  if (doubt.kind === 'sum') {
    const { whole, relation, printed, computed, difference } = doubt.finding
    const name = fieldName(
      tables.find(({ id }) => id === doubt.table),
      whole,
      words,
    )
    return html`${words.sum(name, relation, printed ?? words.blankTotal, computed, difference)}`
  }
  if (doubt.kind === 'unmapped') return html`${words.unmapped(doubt.count)}`
  const reason = words.doubtKinds[doubt.kind]
  return doubt.kind === 'no-rows' ? html`${reason}` : html`${reason}: <b lang="zh-CN">${visible(doubt.text)}</b>`
}

/** Where to look: links to each field in doubt, or to the line or page. */
function placeOf({ table: id, fields, page, line }: Doubt, parse: Inspection['parse'], words: Words): Markup {
  const { tables } = parse
  const index = tables.findIndex((table) => table.id === id)
  const table = tables[index]
  const where = page === null ? (line === null ? '' : rangeWords(line, line, parse, words)) : words.page(page)
  if (!table) return html`<a href="#${page === null ? `l-${line ?? 1}` : `p${page}`}">${where}</a>`
  const links = fields.map((field, at) => {
    const name = fieldName(table, field, words)
    return html`${at > 0 ? ' · ' : null}<a href="#${cellId(index, field)}" lang="zh-CN">${visible(name)}</a>`
  })
  const title = visible([table.number, table.title || words.untitled].filter(Boolean).join(' '))
  return html`${where}, <a href="#t${index + 1}" lang="zh-CN">${title}</a>${links.length > 0 ? ', ' : null}${links}`
}

function fieldName(table: Table | undefined, { row, column }: Field, words: Words): string {
  const label = table?.rows[row]?.label || words.none
  return [label, table?.columns[column]?.path.join(' / ')].filter(Boolean).join(' → ')
}
