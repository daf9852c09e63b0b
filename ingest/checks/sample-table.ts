import type { Column, Role, Table } from '../domain/table.ts'
import { splitPanels } from '../tables/columns.ts'
import { readRows } from '../tables/rows.ts'

/** What a table of a test says of itself; the rest is left out. */
interface Said {
  readonly unit?: string
  readonly role?: Role
}

/** For tests: a table of these columns ("code:科目编码", "label:项目", "预算数/合计") and rows, a line of a file each. */
export function sampleTable(headers: readonly string[], rows: readonly (readonly string[])[], said: Said = {}): Table {
  const columns = headers.map(sampleColumn)
  const source = (row: number) => ({ kind: 'lines' as const, from: row + 1, to: row + 1 })
  const placed = rows.map((texts, row) => ({
    row: texts.map((text) => ({ text, line: row + 1 })),
    source: source(row),
  }))
  const [panel] = splitPanels(columns)
  const read = panel ? readRows(placed, panel, columns, []) : []
  const blank = { kind: 'note' as const, code: null, label: '', parents: [] }
  return {
    id: 'd-t1',
    number: null,
    title: '支出预算总表',
    role: said.role ?? 'expenditure',
    unit: said.unit ?? '元',
    project: null,
    columns,
    rows: rows.map((_, row) => {
      const { kind, code, label, parents } = read.find(({ index }) => index === row) ?? blank
      return { kind, code, label, parents, source: source(row) }
    }),
    cells: rows.flatMap((texts, row) =>
      texts.flatMap((text, column) => (text === '' ? [] : [{ row, column, text, source: source(row) }])),
    ),
    emptyNote: null,
    source: { kind: 'lines', from: 1, to: rows.length },
  }
}

function sampleColumn(header: string): Column {
  const [, kind = 'amount', path = ''] = /^(?:(code|label|text):)?(.*)$/.exec(header) ?? []
  return { kind: kindOf(kind), path: path.split('/'), unit: null }
}

function kindOf(word: string): Column['kind'] {
  return word === 'code' || word === 'label' || word === 'text' ? word : 'amount'
}
