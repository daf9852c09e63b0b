import { isTotalName } from '../../domain/name.ts'
import { type Box, unitedBox } from './drawing.ts'
import { cellText, type PrintedCell } from './ruled-table.ts'
import type { Ruling } from './rulings.ts'
import { heightOf } from './runs.ts'
import { columnAt, findColumns, guttersOf } from './unruled-columns.ts'
import { fitting, type UnruledTable } from './unruled-continued.ts'
import { columnEdges } from './unruled-edges.ts'
import { type HeadedColumn, headColumns, headerWords, middleOf } from './unruled-header.ts'
import { headerLength } from './unruled-header-length.ts'
import type { TextLine } from './unruled-lines.ts'
import { type Piece, partedAt } from './unruled-pieces.ts'
import { findRows, medianHeight, type PlacedPiece } from './unruled-rows.ts'
import { type SpanningWord, spanHeader } from './unruled-spans.ts'

/**
 * Reads lines that are a table. `rules` are the level lines of the page. `above` is the table that the page before
 * ends with: where this one fits into its columns, it goes on with them.
 */
export function readUnruledTable(
  lines: readonly TextLine[],
  rules: readonly Ruling[],
  above: UnruledTable | null,
): UnruledTable {
  const frame = unitedBox(lines.map(({ line }) => line))
  const size = medianHeight(lines.flatMap(({ pieces }) => pieces))
  const near = rules.filter(({ at }) => at > frame.top - size && at < frame.bottom + size)
  const wide = near.filter(({ from, to }) => to - from > WIDE * (frame.right - frame.left))
  const length = headerLength(lines, wide, size)
  const body = findColumns(lines.slice(length).map(({ pieces }) => pieces))
  const gutters = guttersOf(body.columns)
  const words = headerWords(
    lines.slice(0, length).flatMap(({ pieces }) => pieces.flatMap((piece) => partedAt(piece, gutters))),
    size,
  )
  const own = headColumns(words, body.columns, size)
  const kept = above && fitting(own.columns, above)
  const { columns, groups } = kept ? headColumns(words, kept, size) : own
  const rule = wide[0] ?? null
  const edges = kept && above && columns.length === kept.length ? [...above.table.xs] : columnEdges(columns, size, rule)
  const bottom = headerBottom(lines, length, wide, size)
  const header = headerCells(spanHeader(columns, groups, { edges, bottom, rules: near, size }))
  const pieces = body.lines.flat().map((piece): PlacedPiece => ({ ...piece, column: columnAt(piece, columns) }))
  const heights = wide.map(({ at }) => at)
  const rows = findRows(pieces, columns, heights).map((row, index) =>
    rowCells(row, header.length + index, columns, edges),
  )
  return { table: { ...boxOf(frame), rows: [...header, ...rows], xs: edges }, columns }
}

/** Where the header ends: at a level line, or half-way to the first row. */
function headerBottom(lines: readonly TextLine[], length: number, rules: readonly Ruling[], size: number): number {
  const last = Math.max(...lines.slice(0, length).map(({ line }) => line.bottom))
  const first = lines[length]?.line.top ?? last + size
  return rules.find(({ at }) => at > last - size / 2 && at < first + size / 2)?.at ?? (last + first) / 2
}

/** Share of a table's width that a level line goes over to part all of it. */
const WIDE = 0.8

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom }
}

/** The words of a header as cells, a row a level. */
function headerCells(spans: readonly SpanningWord[]): PrintedCell[][] {
  const depth = Math.max(-1, ...spans.map(({ level }) => level)) + 1
  return Array.from({ length: depth }, (_, row) =>
    spans
      .filter(({ level }) => level === row)
      .sort((a, b) => a.from - b.from)
      .map(({ word, from, to }): PrintedCell => {
        const below = spans.filter((span) => span.level > row && span.from <= to && span.to >= from)
        const next = Math.min(depth, ...below.map(({ level }) => level))
        return {
          row,
          column: from,
          rows: next - row,
          columns: to - from + 1,
          text: cellText(word.lines),
          box: unitedBox(word.lines),
        }
      }),
  )
}

/** The pieces of a row as cells; the name of a total goes over the columns before its own. */
function rowCells(
  pieces: readonly PlacedPiece[],
  row: number,
  columns: readonly HeadedColumn[],
  edges: readonly number[],
): PrintedCell[] {
  const filled = [...new Set(pieces.map(({ column }) => column))].sort((a, b) => a - b)
  return filled.map((column) => {
    const own = pieces
      .filter((piece) => piece.column === column)
      .sort((a, b) => (isLevel(a, b) ? a.left - b.left : a.baseline - b.baseline))
    const box = unitedBox(own)
    const text = cellText(own)
    const from = isTotalName(text) ? totalStart(box, column, filled, columns, edges) : column
    return { row, column: from, rows: 1, columns: column - from + 1, text, box }
  })
}

function isLevel(a: Piece, b: Piece): boolean {
  return Math.abs(a.baseline - b.baseline) < heightOf(a) / 2
}

/** The first of the columns whose middle the name of a total stands over. */
function totalStart(
  box: Box,
  column: number,
  filled: readonly number[],
  columns: readonly HeadedColumn[],
  edges: readonly number[],
): number {
  const away = (from: number) => Math.abs(((edges[from] ?? 0) + (edges[column + 1] ?? 0)) / 2 - middleOf(box))
  let [best, least] = [column, away(column)]
  for (let from = column - 1; from >= 0 && !columns[from]?.amounts && !filled.includes(from); from -= 1) {
    if (away(from) < least) [best, least] = [from, away(from)]
  }
  return best
}
