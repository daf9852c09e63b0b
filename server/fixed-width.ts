/** Letters and signs that take two columns of a terminal (East Asian wide and full-width), and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns of a terminal that the text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const letter of text) width += WIDE.test(letter) ? 2 : NO_WIDTH.test(letter) ? 0 : 1
  return width
}

/** The text with spaces up to `width` columns; a longer one stays as it is. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? text + spaces : spaces + text
}

/** At most `width` columns of the text, with … where something was cut off. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let taken = 1
  for (const letter of text) {
    taken += displayWidth(letter)
    if (taken > width) break
    kept += letter
  }
  return `${kept}…`
}

/**
 * One line of text without what a terminal would obey or hide: documents are not trusted to move the cursor or to turn
 * the direction of writing.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
    .trim()
}

/** Like {@link printable}, line by line. */
export function printableLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (/^ */.exec(line)?.[0] ?? '') + printable(line))
    .join('\n')
}

export interface TextColumn<Row> {
  readonly header: string
  readonly cell: (row: Row) => string
  /** "right" for figures. */
  readonly align?: 'left' | 'right'
  /** Longer cells are cut to this many columns. */
  readonly widest?: number
}

/** Rows as lines of aligned columns under their headers. */
export function alignedTable<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    columns.map(({ cell, widest }) => shortened(printable(cell(row)), widest ?? Number.POSITIVE_INFINITY)),
  )
  const widths = columns.map(({ header }, position) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[position] ?? '')), displayWidth(header)),
  )
  const line = (texts: readonly string[]) =>
    columns
      .map(({ align }, position) =>
        padded(texts[position] ?? '', widths[position] ?? 0, align === 'right' ? 'right' : 'left'),
      )
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ header }) => header)), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)]
    .map((text) => `${text}\n`)
    .join('')
}
