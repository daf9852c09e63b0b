import { type SheetCell, workbookParts } from '../../spreadsheet/workbook-parts.ts'
import { zipArchive } from '../../spreadsheet/zip-archive.ts'

/** An Excel file made in the browser, its parts not packed: it is small, and nothing need be loaded to pack it. */
export function storedWorkbook(name: string, rows: readonly (readonly SheetCell[])[]): Uint8Array<ArrayBuffer> {
  return zipArchive(
    workbookParts(name, rows, []).map(([path, text]) => {
      const packed = new TextEncoder().encode(text)
      return { path, packed, method: 'stored', size: packed.length, crc32: crc32(packed) }
    }),
  )
}

/** The polynomial of ISO 3309, its lowest bit first. */
const POLYNOMIAL = 0xedb88320
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? POLYNOMIAL : 0)
  return remainder >>> 0
})

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0)
  return (sum ^ 0xffffffff) >>> 0
}
