/** Lets Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Rows as an RFC 4180 file that spreadsheets open without running anything: a cell that a spreadsheet would take for
 * a formula gets an apostrophe in front. Plain numbers, negative ones too, stay as they are.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(text: string): string {
  const safe = startsFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function startsFormula(text: string): boolean {
  // Some spreadsheets trim before they look, and take the full-width signs for the narrow ones.
  if (!/^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text)) return false
  return !/^-(?:[\d,]+(?:\.\d+)?%?)?$/.test(text)
}
