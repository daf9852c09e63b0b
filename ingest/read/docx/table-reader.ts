import type { Flow, FlowTable } from '../flow/flow.ts'
import type { Attribute } from '../office/xml.ts'
import { isOn } from './styles.ts'
import { type Merge, TableBuilder } from './table-builder.ts'

interface OpenTable {
  readonly builder: TableBuilder
  before: number
  /** Whether the row at hand was taken back, or is not shown. */
  left: 'deleted' | 'hidden' | null
  begun: boolean
  /** Whether it was told that the row is left out. */
  told: boolean
  span: number
  down: Merge
  across: Merge
}

/** More columns than one cell can ever go over. */
const WIDEST = 10_000

/** Reads the tables of a body, each inside a cell of the one that was opened before it. */
export class TableReader {
  readonly #tables: OpenTable[] = []

  /** Takes the properties of tables, rows and cells; whatever else it is told is none of its own. */
  open(name: string, attribute: Attribute, parent: string | undefined): void {
    if (name === 'tbl') this.#tables.push(newTable())
    const table = this.#tables.at(-1)
    if (!table) return
    if (name === 'tr') Object.assign(table, { before: 0, left: null, begun: false, told: false })
    else if (name === 'tc') Object.assign(table, { span: 1, down: null, across: null })
    else if (name === 'gridCol' && parent === 'tblGrid') table.builder.gridColumn(Number(attribute('w')) || 0)
    else if (parent === 'trPr') rowSaid(table, name, attribute)
    else if (parent === 'tcPr') cellSaid(table, name, attribute)
  }

  /** The cell that was opened last, with what stands in it. Says whether it is the first that its hidden row hides. */
  closeCell(content: readonly Flow[]): boolean {
    const table = this.#tables.at(-1)
    if (!table || table.left !== null) {
      const hides = table?.left === 'hidden' && content.length > 0 && !table.told
      if (table && hides) table.told = true
      return hides
    }
    if (!table.begun) table.builder.row(table.before)
    table.begun = true
    const { span, down, across } = table
    table.builder.cell({ span, down, across, content })
    return false
  }

  closeTable(): FlowTable {
    return this.#tables.pop()?.builder.end() ?? { kind: 'table', cells: [] }
  }
}

function newTable(): OpenTable {
  return {
    builder: new TableBuilder(),
    before: 0,
    left: null,
    begun: false,
    told: false,
    span: 1,
    down: null,
    across: null,
  }
}

function rowSaid(table: OpenTable, name: string, attribute: Attribute): void {
  if (name === 'gridBefore') table.before = widthOf(attribute)
  else if (name === 'hidden' && isOn(attribute)) table.left = 'hidden'
  else if (name === 'del') table.left = 'deleted'
}

function cellSaid(table: OpenTable, name: string, attribute: Attribute): void {
  if (name === 'gridSpan') table.span = Math.max(1, widthOf(attribute))
  else if (name === 'vMerge') table.down = mergeOf(attribute)
  else if (name === 'hMerge') table.across = mergeOf(attribute)
}

function widthOf(attribute: Attribute): number {
  const width = Number(attribute('val'))
  return Number.isInteger(width) ? Math.min(WIDEST, Math.max(0, width)) : 0
}

function mergeOf(attribute: Attribute): Merge {
  return attribute('val') === 'restart' ? 'restart' : 'continue'
}
