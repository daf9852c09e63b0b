import type { RawCell } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { cellAmount } from './cell-amount.ts'
import { filledCells, type RawRow, wordsOf } from './raw-row.ts'
import type { TextLine } from './text-line.ts'

/** What heads a column of names, and what heads one of figures. */
const NAMES = /^(?:项目|科目|内容|(?:项目|科目|指标|单位)名称|(?:科目|项目|单位)(?:编码|代码))$/
const FIGURES = /^(?:(?:统计|预算|决算|执行|实有|数)[数值量]|金额|数量|人数|合计|小计)$/
/** Forms of indicators are read as a whole. */
const OF_INDICATORS = /^[一二三]级指标$/

/** One of the tables that a grid prints below one another, with the line that stands alone above it. */
export interface InnerTable {
  readonly caption: TextLine | null
  readonly rows: RawCell[][]
}

/**
 * Parts a grid where, below figures, a row heads columns anew ("项目 | 统计数 | 项目 | 统计数"): a table of its own, whose
 * columns are not those above, drawn into one frame with it. Any other grid as it is.
 */
export function innerTables(rows: readonly RawCell[][]): readonly InnerTable[] {
  const heads = headsBelowFigures(rows)
  const starts = [0, ...heads]
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? rows.length
    // The line alone above the next head is the next table's.
    const end = heads.includes(to) && standsAlone(rows[to - 1]) !== null ? to - 1 : to
    const part = rows.slice(from, end)
    return { caption: index === 0 ? null : standsAlone(rows[from - 1]), rows: index === 0 ? part : packed(part) }
  })
}

function headsBelowFigures(rows: readonly RawRow[]): number[] {
  if (rows.some((row) => wordsOf(row).some((word) => OF_INDICATORS.test(word)))) return []
  const first = rows.findIndex(hasFigure)
  return first < 0 ? [] : rows.flatMap((row, at) => (at > first && at < rows.length - 1 && isHead(row) ? [at] : []))
}

function hasFigure(row: RawRow): boolean {
  return row.some(({ text }) => cellAmount(text) !== null)
}

function isHead(row: RawRow): boolean {
  const words = wordsOf(row)
  return (
    words.some((word) => NAMES.test(word)) &&
    words.some((word) => FIGURES.test(word)) &&
    words.every((word) => NAMES.test(word) || FIGURES.test(word))
  )
}

/** The only words of a row; null where it prints more, or a figure. */
function standsAlone(row: RawRow = []): TextLine | null {
  const [only, ...others] = filledCells(row)
  if (!only || others.length > 0 || cellAmount(only.text) !== null) return null
  return { text: squeeze(only.text), line: only.line }
}

/** Without the columns in which no cell begins: those are fields of the table above only. */
function packed(rows: readonly RawCell[][]): RawCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column]?.text ?? '') !== ''),
  )
  return rows.map((row) =>
    kept.flatMap((column) => {
      const cell = row[column]
      if (!cell) return []
      if (!cell.span) return [cell]
      const { rows: down, columns } = cell.span
      const across = kept.filter((other) => other >= column && other < column + columns).length
      return [{ ...cell, span: { rows: down, columns: across } }]
    }),
  )
}
