import type { Table } from '../../ingest/domain/table.ts'
import { html, type Markup, visible } from './html.ts'
import type { SourceWords } from './source-words.ts'

interface TableList {
  readonly tables: readonly Table[]
  /** The one that is shown. */
  readonly shown: Table | null
  readonly addressOf: (table: Table) => string
}

/** All tables that were recognised, each a way to itself; folded up while one of them is looked at. */
export function tableList({ tables, shown, addressOf }: TableList, words: SourceWords): Markup | null {
  if (tables.length === 0) return null
  return html`<details class="tables"${shown ? null : html` open`}>
<summary>${words.tables(tables.length)}</summary>
<ol>
${tables.map(
  (table) =>
    html`<li><a href="${addressOf(table)}"${table === shown ? html` aria-current="true"` : null}><bdi>${visible(tableName(table, words))}</bdi></a>${table.emptyNote ? html` <span class="quiet">${words.empty}</span>` : null}</li>
`,
)}</ol>
</details>`
}

/** Number and title, as far as there are any. */
export function tableName({ number, title }: Table, words: SourceWords): string {
  const name = [number, title].filter((part) => part !== null && part !== '').join(' ')
  return name === '' ? words.untitled : name
}
