import type { Flow, FlowCell, FlowTable } from '../flow/flow.ts'
import { joinedColumns } from './grid-columns.ts'

/** How a cell goes on with the one above it, or with the one to its left. */
export type Merge = 'restart' | 'continue' | null

interface BuiltCell {
  readonly span: number
  readonly down: Merge
  readonly across: Merge
  readonly content: readonly Flow[]
}

interface BuiltRow {
  /** Columns left out in front of the first cell. */
  readonly before: number
  readonly cells: BuiltCell[]
}

/** Puts a table together from its rows. */
export class TableBuilder {
  readonly #widths: number[] = []
  readonly #rows: BuiltRow[] = []

  /** A column of the table's grid; 0 where its width is not known. */
  gridColumn(width: number): void {
    this.#widths.push(width)
  }

  row(before: number): void {
    this.#rows.push({ before, cells: [] })
  }

  /** A cell of the last row. */
  cell(cell: BuiltCell): void {
    this.#rows.at(-1)?.cells.push(cell)
  }

  end(): FlowTable {
    const cells: Open[] = []
    let above = new Map<number, Open>()
    for (const [row, built] of this.#rows.entries()) {
      const below = new Map<number, Open>()
      for (const cell of placed(built, row, above)) {
        if (cell.row === row) cells.push(cell)
        below.set(cell.column, cell)
      }
      above = below
    }
    return { kind: 'table', cells: joinedColumns(cells, this.#widths) }
  }
}

/** A cell that may still grow downwards. */
interface Open extends FlowCell {
  rows: number
  columns: number
}

/** The cells of a row from left to right; those that go on from above are the ones above. */
function placed({ before, cells }: BuiltRow, row: number, above: ReadonlyMap<number, Open>): Open[] {
  const found: Open[] = []
  let column = before
  for (const { span, down, across, content } of cells) {
    const last = found.at(-1)
    const upper = down === 'continue' ? above.get(column) : undefined
    if (across === 'continue' && last?.row === row) last.columns += span
    else if (upper) {
      upper.rows = row + 1 - upper.row
      found.push(upper)
    } else found.push({ row, column, rows: 1, columns: span, content })
    column += span
  }
  return found
}
