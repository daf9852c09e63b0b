import { crc32, deflateRawSync } from 'node:zlib'
import { type SheetCell, workbookParts } from '../spreadsheet/workbook-parts.ts'
import { zipArchive } from '../spreadsheet/zip-archive.ts'

/** An Excel file of one sheet whose first row is its header; the same rows are the same file. */
export function xlsxFile(name: string, rows: readonly (readonly SheetCell[])[], widths: readonly number[]): Buffer {
  const members = workbookParts(name, rows, widths).map(([path, text]) => {
    const bytes = Buffer.from(text)
    return {
      path,
      packed: deflateRawSync(bytes),
      method: 'deflated' as const,
      size: bytes.length,
      crc32: crc32(bytes),
    }
  })
  return Buffer.from(zipArchive(members))
}
