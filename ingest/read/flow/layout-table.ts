import { type Flow, type FlowCell, type FlowTable, lineText } from './flow.ts'

/** A cell of a data table holds no more lines or characters than these, unless it tells of goals. */
const MOST_PLAIN_LINES = 5
const LONGEST_PLAIN = 200
const SENTENCE = /[。；]$/
const LONG_SENTENCE = 40

/**
 * Whether a table only arranges or frames what stands in it (columns of a web page, a box around a paragraph): what it
 * says is then read cell after cell. It has one column, or fewer than two rows that pair plain cells while one of its cells
 * holds what a page does: tables, headings, paragraphs.
 */
export function isLayoutTable({ cells }: FlowTable): boolean {
  const filled = cells.filter(isFilled)
  if (new Set(filled.map(({ column }) => column)).size < 2) return true
  return filled.some(holdsPage) && pairedRows(filled) < 2
}

function isFilled({ content }: FlowCell): boolean {
  return content.some(({ kind }) => kind !== 'picture')
}

/** Rows in which two cells or more say something short. */
function pairedRows(filled: readonly FlowCell[]): number {
  const counts = new Map<number, number>()
  for (const cell of filled) if (isPlain(cell)) counts.set(cell.row, (counts.get(cell.row) ?? 0) + 1)
  return [...counts.values()].filter((count) => count > 1).length
}

function isPlain({ content }: FlowCell): boolean {
  const lines = linesOf(content)
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  return content.length <= MOST_PLAIN_LINES && lines.length === content.length && length <= LONGEST_PLAIN
}

function linesOf(content: readonly Flow[]): string[] {
  return content.flatMap((item) => (item.kind === 'line' ? [lineText(item)] : []))
}

function holdsPage({ content }: FlowCell): boolean {
  if (content.some((item) => (item.kind === 'line' && item.heading) || (item.kind === 'table' && isTabular(item))))
    return true
  const lines = linesOf(content)
  return lines.length > MOST_PLAIN_LINES && lines.some((line) => line.length > LONG_SENTENCE && SENTENCE.test(line))
}

/** Whether a table pairs cells in more than one row, or frames one that does. */
export function isTabular(table: FlowTable): boolean {
  const inside = table.cells.flatMap(({ content }) => content)
  return pairedRows(table.cells.filter(isFilled)) > 1 || inside.some((item) => item.kind === 'table' && isTabular(item))
}
