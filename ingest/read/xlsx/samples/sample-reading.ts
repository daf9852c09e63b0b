import { paragraphText, type RawCell } from '../../../domain/block.ts'
import type { Warning } from '../../../domain/document.ts'
import { Archive } from '../../office/archive.ts'
import { officeFormat } from '../../office/office-format.ts'
import type { Transcript } from '../../transcript.ts'
import { readXlsx } from '../read-xlsx.ts'
import { type SampleCell, type SampleSheet, sampleXlsx } from './sample-xlsx.ts'

/** For tests: a workbook read. */
export async function readWorkbookBytes(bytes: Uint8Array): Promise<Transcript> {
  const archive = await Archive.open(bytes, 'sample.xlsx')
  return readXlsx(archive, (await officeFormat(archive)).main)
}

/** For tests: a workbook of these sheets read. */
export function readSheets(...sheets: readonly SampleSheet[]): Promise<Transcript> {
  return readWorkbookBytes(sampleXlsx(sheets))
}

/** For tests: blocks in short: "h1 …" a heading, "p …" a paragraph, "g a|b" a row of a grid, merged cells as "a<2x1>". */
export function shape({ blocks }: Transcript): string[] {
  const cell = ({ text, span }: RawCell) => (span ? `${text}<${span.rows}x${span.columns}>` : text)
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`h${block.level} ${block.text}`]
    if (block.kind === 'paragraph') return [`p ${paragraphText(block)}`]
    return block.rows.map((row) => `g ${row.map(cell).join('|')}`)
  })
}

/** For tests: what each cell says, by its name. */
export function cellsOf({ lines, places }: Transcript): Record<string, string> {
  return Object.fromEntries(lines.map((line, at) => [places[at]?.kind === 'cell' ? places[at].cell : '', line]))
}

/** For tests: warnings with their places. */
export function told(warnings: readonly Warning[]): string[] {
  return warnings.map(({ code, message, sheet, cell }) => `${sheet}!${cell ?? ''} ${code}: ${message}`)
}

/** For tests: a figure with two decimals. */
export function money(value: number): SampleCell {
  return { value: String(value), format: '#,##0.00' }
}
