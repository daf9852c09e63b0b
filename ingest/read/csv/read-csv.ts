import type { SheetCell } from '../sheet/sheet.ts'
import { sheetBlocks } from '../sheet/sheet-blocks.ts'
import { type Transcript, TranscriptWriter } from '../transcript.ts'
import type { CsvRecord } from './records.ts'

/** Writes a file of separated values down: a cell a line of the transcript, at its line of the file. Throws as sheetBlocks does. */
export function readCsv(records: readonly CsvRecord[], file: string): Transcript {
  const writer = new TranscriptWriter()
  const cells = records.flatMap(({ fields }, index) =>
    fields.map(({ text, column, line }): SheetCell => {
      const row = index + 1
      return { row, column, lastRow: row, lastColumn: column, place: { kind: 'line', line }, text }
    }),
  )
  // Cells were merged before they were saved as values; which, nothing tells.
  const blocks = sheetBlocks({ name: null, cells, hiddenRows: new Set(), ruled: false }, writer, file)
  return { lines: writer.lines, places: writer.places, blocks, warnings: [] }
}
