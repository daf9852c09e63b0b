import { sampleRow } from '../sheet/sample-row.ts'

/** For tests: rows of cells as comma-separated values. */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  const field = (text: string | null) => (/[",\n]/.test(text ?? '') ? `"${text?.replaceAll('"', '""')}"` : (text ?? ''))
  return rows.map((row) => row.map(field).join(',')).join('\r\n')
}

/** For tests: lines of a text as a file of separated values would have them. */
export function csvOfLines(lines: readonly string[]): Uint8Array {
  return Buffer.from(csvOf(lines.map((line) => sampleRow(line))))
}
