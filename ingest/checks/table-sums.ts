import type { Table } from '../domain/table.ts'
import { codeSums } from './code-sums.ts'
import { columnSums } from './column-sums.ts'
import { Sheet } from './sheet.ts'
import { sideSums } from './side-sums.ts'
import { type Field, fieldKey, type SumFinding, type TriedSum } from './sum-finding.ts'
import { totalSums } from './total-sums.ts'

/**
 * Every sum that a table prints, held against its parts with exact decimals. `organization` is whose document it is: a
 * row named after it is a total.
 */
export function tableSums(table: Table, organization: string | null): SumFinding[] {
  const sheet = new Sheet(table, organization)
  return withSuspects([...codeSums(sheet), ...totalSums(sheet), ...columnSums(sheet), ...sideSums(sheet)])
}

/** In how many sums a field takes part that do not hold, and that do. */
interface Record {
  failed: number
  held: number
}

/** One wrong figure breaks every sum it is in and no other: of each broken sum, the fields that break most and bear out least. */
function withSuspects(sums: readonly TriedSum[]): SumFinding[] {
  const records = new Map<string, Record>()
  for (const { whole, parts, holds } of sums) {
    for (const field of [whole, ...parts]) {
      const record = records.get(fieldKey(field)) ?? { failed: 0, held: 0 }
      if (holds) record.held += 1
      else record.failed += 1
      records.set(fieldKey(field), record)
    }
  }
  const recordOf = (field: Field) => records.get(fieldKey(field)) ?? { failed: 0, held: 0 }
  return sums.map((sum) => {
    if (sum.holds) return { ...sum, suspects: [] }
    const fields = [sum.whole, ...sum.parts]
    const failed = Math.max(...fields.map((field) => recordOf(field).failed))
    const worst = fields.filter((field) => recordOf(field).failed === failed)
    const held = Math.min(...worst.map((field) => recordOf(field).held))
    return { ...sum, suspects: worst.filter((field) => recordOf(field).held === held) }
  })
}
