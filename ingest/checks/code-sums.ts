import type { PanelRow } from '../tables/rows.ts'
import type { Sheet, SheetPanel } from './sheet.ts'
import type { TriedSum } from './sum-finding.ts'

/** A row with the columns of its own half that hold its figures. */
export interface CodedRow {
  readonly row: PanelRow
  readonly panel: SheetPanel
}

/**
 * The rows of a table in the order of its codes, once for each set of columns: where a list goes on in a second half
 * (302 on the left, 30201 on the right), the halves are one list.
 */
export function codedLists(sheet: Sheet): CodedRow[][] {
  const lists = new Map<string, CodedRow[]>()
  for (const half of sheet.panels) {
    if (half.panel.codes.length === 0 && !half.rows.some(({ code }) => code !== null)) continue
    const headers = half.panel.amounts.map((column) => sheet.table.columns[column]?.path.at(-1) ?? '').join('\t')
    const list = lists.get(headers) ?? []
    list.push(...half.rows.map((row) => ({ row, panel: half })))
    lists.set(headers, list)
  }
  return [...lists.values()]
}

/** Down the classification: a class (类) is the sum of its 款, and each 款 of its 项. */
export function codeSums(sheet: Sheet): TriedSum[] {
  return codedLists(sheet).flatMap((list) =>
    list.flatMap(({ row, panel }, index) => {
      const children = childrenOf(list, index)
      if (children.length === 0) return []
      return panel.panel.amounts.flatMap((column, at) => {
        const parts = children.map((child) => ({ row: child.row.index, column: child.panel.panel.amounts[at] ?? -1 }))
        return sheet.tried('codes', { row: row.index, column }, [parts]) ?? []
      })
    }),
  )
}

/** The rows right below that the code of a row contains, without those that one of them contains. */
export function childrenOf(list: readonly CodedRow[], index: number): CodedRow[] {
  const code = list[index]?.row.code ?? null
  if (code === null) return []
  const children: CodedRow[] = []
  for (const entry of list.slice(index + 1)) {
    const own = entry.row.code
    // Rows without a code say more of the row above them, and are in its figure.
    if (own === null) continue
    if (!own.startsWith(code) || own.length <= code.length) break
    const last = children.at(-1)?.row.code ?? null
    if (last === null || !own.startsWith(last) || own === last) children.push(entry)
  }
  return children
}
