import { squeeze } from '../../domain/name.ts'
import { type Box, unitedBox } from './drawing.ts'
import { cellText, type PrintedCell } from './ruled-table.ts'
import type { Ruling } from './rulings.ts'
import { heightOf } from './runs.ts'
import { partedAtEdges, withNamedCodes } from './unruled-cells.ts'
import { columnAt, findColumns, guttersOf } from './unruled-columns.ts'
import { fitting, type UnruledTable } from './unruled-continued.ts'
import { columnEdges } from './unruled-edges.ts'
import { withWholeFigures } from './unruled-figures.ts'
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
  const body = bodyColumns(lines.slice(length), length > 0)
  const gutters = guttersOf(body.columns)
  const words = headerWords(
    lines.slice(0, length).flatMap(({ pieces }) => pieces.flatMap((piece) => partedAt(piece, gutters))),
    size,
  )
  const bottom = headerBottom(lines, length, wide, size)
  const own = headColumns(words, body.columns, size, bottom)
  const kept = above && fitting(own.columns, above)
  const { columns, groups } = kept ? headColumns(words, kept, size, bottom) : own
  const rule = wide[0] ?? null
  const edges = kept && above && columns.length === kept.length ? [...above.table.xs] : columnEdges(columns, size, rule)
  const header = headerCells(spanHeader(columns, groups, { edges, bottom, rules: near, size }))
  const whole = withWholeFigures(body.lines.flat())
  const pieces = whole.map((piece): PlacedPiece => ({ ...piece, column: columnAt(piece, columns) }))
  const rows = findRows(pieces, columns, near).map((row, index) => rowCells(row, header.length + index, columns, edges))
  return { table: { ...boxOf(frame), rows: [...header, ...rows], xs: edges }, columns }
}

/** In heights: a header word keeps no more from the bottom of its cell. */
const DEEPEST = 1.2

/** A body that prints single words only ("合计", "无") shows no columns; its header does. */
function bodyColumns(lines: readonly TextLine[], headed: boolean): ReturnType<typeof findColumns> {
  const pieces = withNamedCodes(partedAtEdges(lines.map((line) => line.pieces)))
  return headed && pieces.every(({ length }) => length < 2)
    ? { columns: [], lines: pieces.map((line) => [...line]) }
    : findColumns(pieces)
}

/** Where the header ends: at a level line, or half-way to the first row. */
function headerBottom(lines: readonly TextLine[], length: number, rules: readonly Ruling[], size: number): number {
  const last = Math.max(...lines.slice(0, length).map(({ line }) => line.bottom))
  const first = lines[length]?.line.top ?? last + size
  return (
    rules.find(({ at }) => at > last - size / 2 && at < first + size / 2)?.at ??
    Math.min((last + first) / 2, last + DEEPEST * size)
  )
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

const TOTAL = /(?:合计|总计|小计)$/

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
    const [from, to] = TOTAL.test(squeeze(text)) ? totalSpan(box, column, filled, columns, edges) : [column, column]
    return { row, column: from, rows: 1, columns: to - from + 1, text, box }
  })
}

function isLevel(a: Piece, b: Piece): boolean {
  return Math.abs(a.baseline - b.baseline) < heightOf(a) / 2
}

/** Of the blank columns around its own, those whose middle the name of a total stands over. */
function totalSpan(
  box: Box,
  column: number,
  filled: readonly number[],
  columns: readonly HeadedColumn[],
  edges: readonly number[],
): readonly [number, number] {
  const isFree = (at: number) => columns[at]?.amounts === false && !filled.includes(at)
  let [first, last] = [column, column]
  while (isFree(first - 1)) first -= 1
  while (isFree(last + 1)) last += 1
  let best: readonly [number, number] = [column, column]
  let least = Number.POSITIVE_INFINITY
  for (let to = column; to <= last; to += 1) {
    for (let from = column; from >= first; from -= 1) {
      const away = Math.abs(((edges[from] ?? 0) + (edges[to + 1] ?? 0)) / 2 - middleOf(box))
      if (away < least - NEARER) [best, least] = [[from, to], away]
    }
  }
  return best
}

/** In points: a run of more columns must have its middle so much nearer. */
const NEARER = 1
