import type { Role } from '../domain/table.ts'
import type { PanelRow } from '../tables/rows.ts'
import type { Sheet } from './sheet.ts'
import type { TriedSum } from './sum-finding.ts'

/** Tables that set what comes in against what goes out. */
const BALANCES: ReadonlySet<Role> = new Set(['income_expenditure', 'fiscal_appropriation'])

/** Across a balance: its grand totals are the same on both sides. */
export function sideSums(sheet: Sheet): TriedSum[] {
  const [left, right, ...more] = sheet.panels
  if (!left || !right || more.length > 0 || !BALANCES.has(sheet.table.role)) return []
  return left.rows.filter(isGrandTotal).flatMap(({ index }) => {
    if (!right.rows.some((row) => row.index === index && isGrandTotal(row))) return []
    const printed = (columns: readonly number[]) => columns.filter((column) => sheet.figure({ row: index, column }))
    const [from, to] = [printed(left.panel.amounts), printed(right.panel.amounts)]
    // Sides of as many columns print the same stages side by side; else the first column of each is its whole.
    return from.slice(0, from.length === to.length ? from.length : 1).flatMap((column, at) => {
      const field = { row: index, column: to[at] ?? -1 }
      return sheet.tried('sides', { row: index, column }, [[field]]) ?? []
    })
  })
}

function isGrandTotal({ kind, label }: PanelRow): boolean {
  return kind === 'total' && /总计|总额/.test(label)
}
