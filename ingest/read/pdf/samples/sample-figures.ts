import type { SampleCell } from './sample-description.ts'

/** An account without parts, with an amount for each column, in hundredths. */
export interface Leaf {
  readonly code: string
  readonly name: string
  readonly amounts: readonly number[]
}

/** A printed amount: 1234567 → "12,345.67". */
export function money(hundredths: number, commas = true): string {
  const whole = String(Math.trunc(Math.abs(hundredths) / 100))
  const grouped = commas ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return `${hundredths < 0 ? '-' : ''}${grouped}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`
}

/** Column sums. */
function sums(leaves: readonly Leaf[]): number[] {
  const [first] = leaves
  return (first?.amounts ?? []).map((_, column) => leaves.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0), 0))
}

/** A row of a table of accounts before it is printed. */
export interface AccountRow {
  readonly code: string
  readonly name: string
  /** The sum of all columns, then each. */
  readonly amounts: readonly number[]
}

/** The accounts with those that contain them, each before its parts, with the sums of what it contains. */
export function withParents(leaves: readonly Leaf[], names: Readonly<Record<string, string>>): AccountRow[] {
  const codes = new Set(leaves.flatMap(({ code }) => [3, 5, 7].map((length) => code.slice(0, length))))
  return [...codes].map((code) => {
    const parts = leaves.filter((leaf) => leaf.code.startsWith(code))
    const columns = sums(parts)
    const name = parts.find((leaf) => leaf.code === code)?.name ?? names[code] ?? ''
    return { code, name, amounts: [columns.reduce((a, b) => a + b, 0), ...columns] }
  })
}

/** The parts of a code in columns of their own: "2080505" → "208", "05", "05". */
export function codeColumns(code: string): string[] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)]
}

/** A row 合计 whose word covers the columns before the amounts. */
export function totalRow(leaves: readonly Leaf[], across: number, print = money): (string | SampleCell)[] {
  const columns = sums(leaves)
  const all = columns.reduce((a, b) => a + b, 0)
  return [{ text: '合计', across, align: 'center' }, ...[all, ...columns].map((amount) => print(amount))]
}
